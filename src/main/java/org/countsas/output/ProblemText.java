package org.countsas.output;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.Problem;

/**
 * How a problem is said to a person. Problems carry English, which is what exceptions, JSON and files for programs hold; where a person reads
 * Japanese, their sentences are looked up in {@code problems_ja.txt}. A test reads from the sources that no sentence is missing there; one
 * that is, as from an embedder's own code, stays English. Thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class ProblemText {
    private ProblemText() {}

    /** The lines in which a problem is shown: what it is, and a line for each choice. */
    public static List<String> lines(Problem problem, Language language) {
        if (language == Language.EN) {
            return problem.lines();
        }
        String where = problem.place().toString();
        String fix = fix(problem, language);
        String end = !problem.choices().isEmpty() ? "：" : fix.endsWith("？") || fix.endsWith("?") ? "" : "。";
        List<String> lines = new ArrayList<>();
        lines.add(problem.code().id() + (where.isEmpty() ? "" : " " + where) + "：" + reason(problem, language) + "。"
                + (fix.isEmpty() ? "" : fix + end));
        problem.choices().forEach(choice -> lines.add("  " + of(choice, language)));
        return lines;
    }

    /** What is wrong and what to do, in one line of a page. */
    public static String sentences(Problem problem, Language language) {
        String fix = fix(problem, language);
        if (language == Language.EN) {
            return reason(problem, language) + ". " + fix;
        }
        return reason(problem, language) + "。" + fix + (fix.isEmpty() || fix.endsWith("？") ? "" : "。");
    }

    /** What is wrong. */
    public static String reason(Problem problem, Language language) {
        return of(problem.reason(), language);
    }

    /** What to do; may be empty. */
    public static String fix(Problem problem, Language language) {
        return of(problem.fix(), language);
    }

    /** A sentence of a problem. */
    public static String of(String sentence, Language language) {
        return language == Language.EN
                ? sentence
                : Japanese.PHRASES.japanese(sentence).orElse(sentence);
    }

    /** Read when the first problem is said in Japanese, and not before. */
    private static final class Japanese {
        static final Phrasebook PHRASES = Phrasebook.read(ProblemText.class, "problems_ja.txt");
    }
}
