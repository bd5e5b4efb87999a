package org.countsas.report.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.output.Language;
import org.countsas.output.Pages;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.coverage.ConditionCoverage;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.Coverage.Ratio;
import org.countsas.quality.coverage.RuleCoverage;
import org.countsas.quality.coverage.TermCoverage;
import org.jspecify.annotations.Nullable;

/**
 * Coverage as one page: the rule files as written, each condition coloured by what is known about it. The page is self-contained, has no
 * script, and says in words and signs whatever it says in colours. Everything public except {@link #of} is for its template. Immutable and
 * thread-safe.
 */
public final class CoveragePage {
    private final RuleBook book;
    private final List<View> views;
    private final Language language;

    private CoveragePage(RuleBook book, List<View> views, Language language) {
        this.book = book;
        this.views = views;
        this.language = language;
    }

    /**
     * The page, as HTML.
     *
     * @param byTests what the rule tests cover
     * @param byData  what real data covers; null if none was given
     */
    public static String of(RuleBook book, Coverage byTests, @Nullable Coverage byData, Language language) {
        View tests = new View("by-tests", "coverage.tests", byTests);
        List<View> views =
                byData == null ? List.of(tests) : List.of(tests, new View("by-data", "coverage.data", byData));
        return Pages.page("coverage/page.jte", new CoveragePage(book, views, language));
    }

    /**
     * A way of covering the rules.
     *
     * @param id    its CSS class
     * @param title the key of its title
     */
    public record View(String id, String title, Coverage coverage) {}

    /** The part of a policy's rules and conditions that is covered. */
    public record PolicyPart(String file, String policy, Coverage coverage) {}

    /**
     * A line of a rule file.
     *
     * @param number its number, flush right
     * @param parts  its text, in order
     * @param fired  how often the rule of this line fired; null if none begins there
     */
    public record Line(
            String number, List<Part> parts, @Nullable Long fired) {}

    /**
     * A part of a line.
     *
     * @param text      as it is written
     * @param condition what is known about it; null if it is not a condition
     */
    public record Part(String text, @Nullable ConditionCoverage condition) {}

    /** The terms of a concept that were never found, separated by commas. */
    public record MissingTerms(String concept, String terms) {}

    /** The page's language, {@code en} or {@code ja}. */
    public String language() {
        return language.id();
    }

    /** The page's style sheet. */
    public String style() {
        return Pages.part(CoveragePage.class, "coverage.css");
    }

    /** A text of the page with its slots filled. */
    public String text(String key, Object... values) {
        return Texts.of(CoveragePage.class, language).text(key, values);
    }

    /** The ways of covering the rules, one or two; if there are two, the reader chooses which one the page shows. */
    public List<View> views() {
        return views;
    }

    /** Everything that can be known about a condition. */
    public List<ConditionCoverage.Level> levels() {
        return List.of(ConditionCoverage.Level.values());
    }

    /** The CSS class of a level. */
    public String css(ConditionCoverage.Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule files with their text, by name. */
    public Map<String, String> files() {
        return book.ruleFiles();
    }

    public String number(long number) {
        return language.number(number);
    }

    /** A ratio in percent and in full. */
    public String show(Ratio ratio) {
        return ratio.percent() + " % (" + language.number(ratio.part()) + " / " + language.number(ratio.whole()) + ")";
    }

    /** The title of a view, which says how many items it has seen. */
    public String title(View view) {
        return text(view.title(), language.number(view.coverage().items()));
    }

    /** Coverage by policy. */
    public List<PolicyPart> policies(Coverage coverage) {
        Map<String, List<RuleCoverage>> byFile = coverage.rules().stream()
                .collect(Collectors.groupingBy(rule -> rule.rule().file(), LinkedHashMap::new, Collectors.toList()));
        List<PolicyPart> parts = new ArrayList<>();
        byFile.forEach((file, rules) -> parts.add(
                new PolicyPart(file, rules.get(0).rule().policy(), new Coverage(coverage.items(), rules, List.of()))));
        return parts;
    }

    /** The lines of a rule file. A condition that spans several lines is shown with its first line. */
    public List<Line> lines(String file, String source, Coverage coverage) {
        List<ConditionCoverage> conditions = conditionsOf(file, coverage);
        Map<Integer, RuleCoverage> fired = firedOf(file, coverage);
        List<Line> lines = new ArrayList<>();
        int line = 0;
        int start = 0;
        int next = 0;
        while (start < source.length()) {
            line++;
            String number = String.format(Locale.ROOT, "%4d ", line);
            List<Part> parts = new ArrayList<>();
            int end = endOfLine(source, start);
            int at = start;
            while (next < conditions.size()
                    && conditions.get(next).condition().source().line() == line) {
                ConditionCoverage condition = conditions.get(next++);
                int from = start + condition.condition().source().column() - 1;
                String text = condition.condition().source().text();
                parts.add(new Part(source.substring(at, from), null));
                parts.add(new Part(text, condition));
                at = from + text.length();
            }
            while (at > end) {
                line++;
                end = endOfLine(source, end + 1);
            }
            parts.add(new Part(source.substring(at, end), null));
            RuleCoverage rule = fired.get(line);
            lines.add(new Line(number, parts, rule == null ? null : rule.fired()));
            start = end + 1;
        }
        return lines;
    }

    private static int endOfLine(String source, int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    private static List<ConditionCoverage> conditionsOf(String file, Coverage coverage) {
        return coverage.conditions()
                .filter(condition -> condition.rule().file().equals(file))
                .sorted(Comparator.<ConditionCoverage>comparingInt(
                                condition -> condition.condition().source().line())
                        .thenComparing(
                                condition -> condition.condition().source().column()))
                .toList();
    }

    private static Map<Integer, RuleCoverage> firedOf(String file, Coverage coverage) {
        Map<Integer, RuleCoverage> fired = new LinkedHashMap<>();
        coverage.rules().stream()
                .filter(rule -> rule.rule().file().equals(file))
                .forEach(rule -> fired.put(rule.rule().line(), rule));
        return fired;
    }

    /** What is known about a condition, in words. */
    public String said(ConditionCoverage condition) {
        String counts = text(
                "html.counts",
                language.number(condition.seenTrue()),
                language.number(condition.seenFalse()),
                language.number(condition.decidedTrue() + condition.decidedFalse()));
        return text("html." + condition.level()) + ": " + counts;
    }

    /** The terms that were never found, by concept. */
    public List<MissingTerms> missingTerms(Coverage coverage) {
        Map<String, String> byConcept = coverage.terms().stream()
                .filter(term -> term.found() == 0)
                .collect(Collectors.groupingBy(
                        term -> term.concept().id(),
                        LinkedHashMap::new,
                        Collectors.mapping(TermCoverage::term, Collectors.joining(", "))));
        List<MissingTerms> missing = new ArrayList<>();
        byConcept.forEach((concept, terms) -> missing.add(new MissingTerms(concept, terms)));
        return missing;
    }
}
