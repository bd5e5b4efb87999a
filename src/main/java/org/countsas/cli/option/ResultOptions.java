package org.countsas.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.countsas.cli.console.Printer;
import org.countsas.report.comparison.ResultFiles;
import org.countsas.report.comparison.ResultTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The forms in which compare, scenarios and targets give their result. */
public final class ResultOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the results to this folder, as CSV, JSON and XLSX.")
    private @Nullable Path out;

    @Mixin
    private ForceOption force = new ForceOption();

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write the results to this file, as a workbook.")
    private @Nullable Path xlsx;

    @Option(names = "--json", description = "Print the results as JSON and nothing else.")
    private boolean json;

    /**
     * A result in each form that may be wanted; a form is made only if it is wanted.
     *
     * @param name the command's name, after which files are named
     * @param json   as JSON
     * @param text   as lines for a terminal
     * @param tables as tables for files
     */
    public record Forms(
            String name, Supplier<String> json, Supplier<List<String>> text, Supplier<List<ResultTable>> tables) {}

    /** Creates the folder of results. Called before the work, so that an unwritable folder is reported at once. */
    public void prepare() {
        force.prepare(out);
    }

    /** Writes and prints a result as these options ask. */
    public void give(Forms forms, Printer printer) {
        if (out != null) {
            ResultFiles.write(
                    out, forms.name(), forms.json().get(), forms.tables().get());
        }
        if (xlsx != null) {
            ResultFiles.workbook(xlsx, forms.tables().get());
        }
        if (json) {
            printer.document(forms.json().get());
        } else {
            printer.lines(forms.text().get());
        }
    }
}
