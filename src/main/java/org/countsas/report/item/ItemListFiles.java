package org.countsas.report.item;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countsas.output.AtomicFile;
import org.countsas.record.DecisionFiles;
import org.countsas.record.DecisionTable;

/** Writes a list of items as files. Every file is whole or not there. */
public final class ItemListFiles {
    private ItemListFiles() {}

    /**
     * Writes {@code items.csv}, {@code items.json} and {@code items.xlsx}.
     *
     * @param folder an existing folder
     * @param filter as for {@link ItemListReport#json}
     */
    public static void write(Path folder, ItemListReport report, Map<String, List<String>> filter) {
        AtomicFile.write(
                folder.resolve("items.csv"),
                out -> DecisionFiles.csvForPeople(out, DecisionTable.COLUMNS, report.rows().stream()));
        AtomicFile.write(
                folder.resolve("items.json"),
                out -> out.write((report.json(filter) + "\n").getBytes(StandardCharsets.UTF_8)));
        workbook(folder.resolve("items.xlsx"), report);
    }

    /** Writes the list as a workbook. */
    public static void workbook(Path file, ItemListReport report) {
        AtomicFile.write(file, report::workbook);
    }
}
