package org.countsas.question.name;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.record.DecisionWords;
import org.countsas.source.cell.FiscalYear;
import org.countsas.source.cell.StageWords;

/**
 * Finds what somebody calls by an id or a title, in either language. Width, case, spaces and hyphens do not matter. Commands, pages and
 * programs' questions all ask here, so that a name means the same in each. Immutable and thread-safe.
 */
public final class NameFinder {
    private NameFinder() {}

    /**
     * The stage of an id, a title or a word of budget tables: {@code request}, 概算要求, 要求.
     *
     * @throws ProblemException {@code UNKNOWN_STAGE}
     */
    public static Stage stage(String text) {
        Names<Stage> names = Names.of(
                List.of(Stage.values()),
                Stage::id,
                stage -> Arrays.stream(Language.values())
                        .map(language -> language.text("stage." + stage.id()))
                        .toList());
        return StageWords.parse(text)
                .orElseGet(() -> names.get(text, Code.UNKNOWN_STAGE, "There is no stage '" + text + "'"));
    }

    /** The year in 2024, FY2024, R6 or 令和6年度; empty if the text is none. */
    public static OptionalInt year(String text) {
        OptionalInt year = FiscalYear.parse(text);
        return year.isEmpty() && text.strip().matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(text.strip()))
                : year;
    }

    /**
     * The policy, or area, of an id or a title.
     *
     * @return its id
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    public static String policy(String text, RuleBook rules) {
        return policy("policy", text, rules);
    }

    /**
     * The same, where people speak of areas.
     *
     * @return its id
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    public static String area(String text, RuleBook rules) {
        return policy("area", text, rules);
    }

    private static String policy(String kind, String text, RuleBook rules) {
        Policy policy = rules.policyNames().get(text, Code.NO_SUCH_POLICY, "There is no " + kind + " '" + text + "'");
        return policy.id();
    }

    /** The outcomes by what both languages call them. */
    public static Names<Outcome> outcomes() {
        return constants(Outcome.values(), DecisionWords::of);
    }

    /** The bases by what both languages call them. */
    public static Names<Basis> bases() {
        return constants(Basis.values(), DecisionWords::of);
    }

    /** The strengths by what both languages call them. */
    public static Names<Strength> strengths() {
        return constants(Strength.values(), DecisionWords::of);
    }

    /** The standings by what both languages call them. */
    public static Names<Standing> standings() {
        return constants(Standing.values(), DecisionWords::of);
    }

    private static <E extends Enum<E>> Names<E> constants(E[] known, BiFunction<DecisionWords, E, String> words) {
        return Names.of(
                List.of(known),
                NameFinder::id,
                constant -> Stream.of(Language.values())
                        .map(language -> words.apply(new DecisionWords(language), constant))
                        .toList());
    }

    /**
     * The constant that is meant.
     *
     * @param option the option, for the problem
     * @throws ProblemException {@code UNKNOWN_OPTION}
     */
    public static <E extends Enum<E>> E constant(Names<E> names, String option, String text) {
        return names.find(text)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION,
                        Place.NONE,
                        "'" + text + "' is not a valid value for " + option,
                        names.fix(text)));
    }

    /** A constant as options have it: its name in lower case, with hyphens. */
    public static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
