package org.countsas.report.comparison;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.output.AtomicFile;
import org.countsas.output.Workbooks;
import org.countsas.record.DecisionFiles;

/** Writes the laboratory's results as files. Every file is whole or not there. */
@API(status = API.Status.EXPERIMENTAL)
public final class ResultFiles {
    /** Longer tables are written only as CSV: nobody scrolls through them, and a workbook is made in memory. */
    private static final int LONGEST_SHEET = 100_000;

    private ResultFiles() {}

    /**
     * Writes {@code NAME.json}, {@code NAME.xlsx} with one sheet for each table of at most 100,000 rows, and {@code NAME-TABLE.csv} for each.
     *
     * @param folder an existing folder
     * @param name   what was asked: compare, scenarios or targets
     */
    public static void write(Path folder, String name, String json, List<ResultTable> tables) {
        for (ResultTable table : tables) {
            AtomicFile.write(
                    folder.resolve(name + "-" + table.name() + ".csv"),
                    out -> DecisionFiles.csvForPeople(
                            out, table.columns(), table.stream().get()));
        }
        AtomicFile.write(
                folder.resolve(name + ".json"), out -> out.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
        workbook(folder.resolve(name + ".xlsx"), tables);
    }

    /** Writes a workbook with one sheet for each table of at most 100,000 rows. */
    public static void workbook(Path file, List<ResultTable> tables) {
        AtomicFile.write(
                file,
                out -> Workbooks.write(
                        out,
                        tables.stream()
                                .filter(table -> table.size() <= LONGEST_SHEET)
                                .map(table -> new Workbooks.Sheet(table.name(), table.columns(), table.rows()))
                                .toList()));
    }
}
