package org.countsas.cli.console;

import java.util.List;
import org.countsas.output.Language;
import org.countsas.output.ProblemText;
import org.countsas.problem.Problem;
import org.countsas.source.result.RejectedRow;
import org.countsas.source.result.Selection;

/** Prints problems to the error stream; if there are many, only the first of them. */
public final class ProblemPrinter {
    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_NOTICES = 5;

    private ProblemPrinter() {}

    /** All problems, however many. */
    public static void all(List<Problem> problems, Language language, Printer err) {
        problems.forEach(problem -> err.lines(ProblemText.lines(problem, language)));
    }

    /** The first of the problems that end a command, and how many more there are. */
    public static void first(List<Problem> problems, Language language, Printer err) {
        all(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)), language, err);
        if (problems.size() > MOST_PROBLEMS) {
            err.line(language.text("problems.more", language.number(problems.size() - MOST_PROBLEMS)));
        }
    }

    /** What to know about a selection: its rejected rows and its warnings. */
    public static void notices(Selection selection, Language language, Printer err) {
        notices(selection.rejected(), selection.warnings(), language, err);
    }

    /** Rows that were rejected, and warnings. */
    public static void notices(List<RejectedRow> rejected, List<Problem> warnings, Language language, Printer err) {
        notices("rejected", rejected.stream().map(RejectedRow::problem).toList(), language, err);
        notices("warnings", warnings, language, err);
    }

    private static void notices(String title, List<Problem> problems, Language language, Printer err) {
        if (problems.isEmpty()) {
            return;
        }
        String count = language.number(problems.size());
        err.line(
                problems.size() > MOST_NOTICES
                        ? language.text(title + ".some", count, language.number(MOST_NOTICES))
                        : language.text(title, count));
        problems.stream()
                .limit(MOST_NOTICES)
                .flatMap(problem -> ProblemText.lines(problem, language).stream())
                .forEach(line -> err.line("  " + line));
    }
}
