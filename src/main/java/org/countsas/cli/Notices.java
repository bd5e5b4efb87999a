package org.countsas.cli;

import java.io.PrintStream;
import org.countsas.report.Language;
import org.countsas.source.Selection;

/** Says on the error stream what was rejected and what to know, a few of each. */
final class Notices {
    private static final int SHOWN = 5;

    private Notices() {}

    static void print(Selection selection, Language language, PrintStream err) {
        if (!selection.rejected().isEmpty()) {
            err.println(language.text("rejected", language.number(selection.rejected().size())));
            selection.rejected().stream().limit(SHOWN).forEach(row -> err.println("  " + row.problem()));
        }
        if (!selection.warnings().isEmpty()) {
            err.println(language.text("warnings", language.number(selection.warnings().size())));
            selection.warnings().stream().limit(SHOWN).forEach(warning -> err.println("  " + warning));
        }
    }
}
