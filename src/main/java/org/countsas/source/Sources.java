package org.countsas.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Reads budget items from files. Thread-safe: every reading stands alone. */
public final class Sources {

    private Sources() {}

    /**
     * Reads all inputs into one reading. An input is a file or a folder: a text table (CSV, TSV), a workbook (XLSX), JSON
     * Lines, a ZIP of such files, a folder of them, and of these a table of the RS System export is known by its columns.
     * The tables of an export may come in one input or in several.
     *
     * @param inputs  files and folders, at least one
     * @param options how to read them
     * @throws ProblemException if an input cannot be used at all; a row that cannot is rejected and the reading goes on,
     *                          unless the options are strict
     */
    public static Reading read(List<Path> inputs, ReadOptions options) {
        Assembly assembly = new Assembly(options.strict());
        RsExport export = new RsExport(assembly);
        for (Blob blob : new Inputs(assembly).resolve(inputs)) {
            Table table = new DelimitedText(blob, new DelimitedText.Layout(options.encoding(), options.separator(), 0));
            Optional<RsTable> kind = RsTable.of(HeaderConsumer.of(table));
            if (kind.isPresent()) {
                export.add(kind.get(), table);
            } else {
                throw new ProblemException(Code.UNKNOWN_FORMAT, Place.file(blob.name()), "The table is none of the RS System export", "");
            }
        }
        if (!export.isEmpty()) {
            export.read();
        }
        if (assembly.isEmpty()) {
            throw new ProblemException(Code.EMPTY_INPUT, Place.NONE, "The input has no rows", "Check that the right files were named");
        }
        return assembly.finish();
    }
}
