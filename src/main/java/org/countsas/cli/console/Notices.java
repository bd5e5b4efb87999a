package org.countsas.cli.console;

import java.io.PrintStream;
import java.util.List;
import org.countsas.output.Language;
import org.countsas.problem.Problem;
import org.countsas.source.result.RejectedRow;

/** Says on the error stream what was rejected and what to know, a few of each. */
public final class Notices {
    private static final int SHOWN = 5;

    private Notices() {}

    public static void print(List<RejectedRow> rejected, List<Problem> warnings, Language language, PrintStream err) {
        print("rejected", rejected.stream().map(RejectedRow::problem).toList(), language, err);
        print("warnings", warnings, language, err);
    }

    private static void print(String title, List<Problem> problems, Language language, PrintStream err) {
        if (problems.isEmpty()) {
            return;
        }
        String count = language.number(problems.size());
        err.println(
                problems.size() > SHOWN
                        ? language.text(title + ".some", count, language.number(SHOWN))
                        : language.text(title, count));
        problems.stream().limit(SHOWN).forEach(problem -> err.println("  " + problem));
    }
}
