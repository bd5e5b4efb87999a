package org.countsas.report.quality;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.problem.Place;
import org.countsas.quality.coverage.ConditionCoverage;
import org.countsas.quality.coverage.ConditionCoverage.Level;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.Coverage.Ratio;
import org.countsas.quality.coverage.RuleCoverage;
import org.countsas.quality.coverage.TermCoverage;
import org.jspecify.annotations.Nullable;

/** Coverage of rules as text and as JSON. */
public final class CoverageReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SHOWN = 20;

    private CoverageReport() {}

    /**
     * The figures, then what is not covered, the first of each kind.
     *
     * @param byData what real data covers; null if none was given
     */
    public static List<String> text(Coverage byTests, @Nullable Coverage byData, Language language) {
        List<String> lines = new ArrayList<>(text(
                Texts.of(CoverageReport.class, language).text("coverage.tests", language.number(byTests.items())),
                byTests,
                language));
        if (byData != null) {
            lines.add("");
            lines.addAll(text(
                    Texts.of(CoverageReport.class, language).text("coverage.data", language.number(byData.items())),
                    byData,
                    language));
        }
        return lines;
    }

    private static List<String> text(String head, Coverage coverage, Language language) {
        List<String> lines = new ArrayList<>(List.of(head));
        TextTable table = new TextTable(true, true, false);
        row(table, coverage.firedRules(), "coverage.rules", language);
        row(table, coverage.coveredConditions(), "coverage.conditions", language);
        row(table, coverage.decidingConditions(), "coverage.deciding", language);
        row(table, coverage.fullyCoveredConditions(), "coverage.full", language);
        row(table, coverage.foundTerms(), "coverage.terms", language);
        lines.addAll(table.lines("  "));
        list(
                lines,
                "coverage.neverFired",
                language,
                coverage.rules().stream()
                        .filter(rule -> rule.fired() == 0)
                        .map(CoverageReport::place)
                        .toList());
        for (Level level : List.of(Level.NEVER_TRUE, Level.NEVER_FALSE, Level.NEVER_DECIDED)) {
            list(
                    lines,
                    "coverage.level." + level,
                    language,
                    coverage.conditions()
                            .filter(condition -> condition.level() == level)
                            .map(CoverageReport::place)
                            .toList());
        }
        List<String> terms = coverage.terms().stream()
                .filter(term -> term.found() == 0)
                .map(term -> Place.line(term.concept().file(), term.concept().line()) + " "
                        + term.concept().id() + ": " + term.term())
                .toList();
        long concepts = coverage.terms().stream()
                .filter(term -> term.found() == 0)
                .map(TermCoverage::concept)
                .distinct()
                .count();
        list(lines, "coverage.neverFound", language, terms, language.number(concepts));
        return lines;
    }

    private static void row(TextTable table, Ratio ratio, String key, Language language) {
        table.row(
                language.percent(ratio.percent() + " %"),
                language.number(ratio.part()) + " / " + language.number(ratio.whole()),
                Texts.of(CoverageReport.class, language).text(key));
    }

    private static void list(List<String> lines, String key, Language language, List<String> entries, Object... more) {
        if (entries.isEmpty()) {
            return;
        }
        Object[] values = new Object[more.length + 1];
        values[0] = language.number(entries.size());
        System.arraycopy(more, 0, values, 1, more.length);
        lines.add("  " + Texts.of(CoverageReport.class, language).text(key, values));
        entries.stream().limit(SHOWN).forEach(entry -> lines.add("    " + entry));
        if (entries.size() > SHOWN) {
            lines.add("    "
                    + Texts.of(CoverageReport.class, language)
                            .text("coverage.more", language.number(entries.size() - (long) SHOWN)));
        }
    }

    private static String place(RuleCoverage rule) {
        return Place.line(rule.rule().file(), rule.rule().line()) + " "
                + rule.rule().name();
    }

    private static String place(ConditionCoverage condition) {
        return place(condition.rule().file(), condition) + " "
                + condition.condition().source().text().replaceAll("\\s+", " ");
    }

    private static Place place(String file, ConditionCoverage condition) {
        return Place.at(
                file,
                condition.condition().source().line(),
                condition.condition().source().column());
    }

    /**
     * All figures as JSON, with every rule, every condition and every term that was never found.
     *
     * @param byData what real data covers; null if none was given
     */
    public static String json(Coverage byTests, @Nullable Coverage byData) {
        ObjectNode json = JSON.createObjectNode();
        json(json.putObject("byTests"), byTests);
        if (byData != null) {
            json(json.putObject("byData"), byData);
        }
        return json.toPrettyString();
    }

    private static void json(ObjectNode json, Coverage coverage) {
        json.put("items", coverage.items());
        ratio(json, "rulesFired", coverage.firedRules());
        ratio(json, "conditionsCovered", coverage.coveredConditions());
        ratio(json, "conditionsDecided", coverage.decidingConditions());
        ratio(json, "conditionsDecidedBothWays", coverage.fullyCoveredConditions());
        ratio(json, "termsFound", coverage.foundTerms());
        ArrayNode rules = json.putArray("rules");
        for (RuleCoverage rule : coverage.rules()) {
            ObjectNode node = RuleTestReport.place(
                    rules.addObject()
                            .put("rule", rule.rule().name())
                            .put("policy", rule.rule().policy()),
                    Place.line(rule.rule().file(), rule.rule().line()));
            node.put("fired", rule.fired());
            ArrayNode conditions = node.putArray("conditions");
            for (ConditionCoverage condition : rule.conditions()) {
                conditions
                        .addObject()
                        .put("line", condition.condition().source().line())
                        .put("column", condition.condition().source().column())
                        .put("condition", condition.condition().source().text())
                        .put(
                                "level",
                                condition
                                        .level()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                        .put("met", condition.seenTrue())
                        .put("notMet", condition.seenFalse())
                        .put("decidedWhenMet", condition.decidedTrue())
                        .put("decidedWhenNotMet", condition.decidedFalse());
            }
        }
        ArrayNode terms = json.putArray("termsNeverFound");
        coverage.terms().stream()
                .filter(term -> term.found() == 0)
                .forEach(term -> RuleTestReport.place(
                        terms.addObject().put("concept", term.concept().id()).put("term", term.term()),
                        Place.line(term.concept().file(), term.concept().line())));
    }

    private static void ratio(ObjectNode json, String key, Ratio ratio) {
        json.putObject(key)
                .put("part", ratio.part())
                .put("whole", ratio.whole())
                .put("percent", ratio.percent());
    }

    /** Says that a figure is below the required one. */
    public static String below(double percent, double atLeast, Language language) {
        return Texts.of(CoverageReport.class, language)
                .text("coverage.short", String.valueOf(percent), String.valueOf(atLeast));
    }
}
