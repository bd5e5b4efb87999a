package org.countsas.quality.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.definition.Definitions;
import org.countsas.official.OfficialFigures;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.quality.ruletest.RuleTestReader;

/**
 * Checks a folder of rules: rule files, vocabulary, facilities, sources, definitions and rule tests, all in one pass, compiling nothing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rules       how many rules are sound
 * @param files       how many files were read
 * @param definitions how many definition files were read
 * @param problems    what is wrong, by place
 * @param lines       the line of the file for each problem that has one, in the same order; empty for the others
 * @param missing     texts that are there in one language only, which is nothing wrong
 */
public record RulesCheck(
        int rules, int files, int definitions, List<Problem> problems, List<String> lines, List<MissingText> missing) {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing((Problem problem) ->
                    Optional.ofNullable(problem.place().file()).orElse("\uFFFF"))
            .thenComparing(problem -> problem.place().line())
            .thenComparing(problem -> problem.place().column())
            .thenComparing(problem -> problem.code().id())
            .thenComparing(Problem::reason);

    public RulesCheck {
        problems = List.copyOf(problems);
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
    }

    /**
     * Checks a folder.
     *
     * @param asOf rules whose last day is before this one are reported: they no longer decide anything
     */
    public static RulesCheck of(RulesFolder folder, LocalDate asOf) {
        Problems problems = new Problems();
        RuleBook book = RuleBookReader.examine(folder, problems);
        Definitions.check(book, problems);
        OfficialFigures.check(book, problems);
        book.rules().forEach(rule -> expired(rule, asOf, problems));
        if (problems.isEmpty() && folder.paths().stream().anyMatch(path -> path.startsWith("tests/"))) {
            try {
                RuleTestReader.read(book, Definitions.read(book));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        List<Problem> sorted =
                problems.found().stream().distinct().sorted(BY_PLACE).toList();
        Map<String, String> texts = folder.texts("", "", new Problems());
        return new RulesCheck(
                book.rules().size(),
                folder.paths().size(),
                folder.texts("definitions/", ".yaml", new Problems()).size(),
                sorted,
                sorted.stream().map(problem -> lineOf(problem.place(), texts)).toList(),
                MissingText.of(book));
    }

    private static void expired(Rule rule, LocalDate asOf, Problems problems) {
        rule.until()
                .filter(last -> last.isBefore(asOf))
                .ifPresent(last -> problems.add(
                        Code.RULE_EXPIRED,
                        Place.line(rule.file(), rule.line()),
                        "The rule '" + rule.name() + "' ended on " + last + " and no longer decides anything",
                        "Remove it, or correct @until"));
    }

    private static String lineOf(Place place, Map<String, String> texts) {
        String text = place.file() == null || place.line() == 0 ? null : texts.get(place.file());
        return text == null
                ? ""
                : text.lines().skip(place.line() - 1L).findFirst().orElse("");
    }

    /** Whether nothing is wrong. */
    public boolean passed() {
        return problems.isEmpty();
    }
}
