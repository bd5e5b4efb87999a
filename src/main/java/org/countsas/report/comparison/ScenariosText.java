package org.countsas.report.comparison;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.policy.book.RuleBook;
import org.jspecify.annotations.Nullable;

/** All combinations as a person wants to read them: what each policy is worth, then the ways to each target. */
@API(status = API.Status.EXPERIMENTAL)
public final class ScenariosText {
    private static final int LISTED = 32;

    private final ComparisonLines lines;
    private final ScenarioReport report;

    private ScenariosText(ScenarioReport report, ComparisonLines lines) {
        this.report = report;
        this.lines = lines;
    }

    /**
     * The lines of a report.
     *
     * @param command the command that reproduces it
     */
    public static List<String> of(ScenarioReport report, RuleBook rules, String command, Language language) {
        ScenariosText text = new ScenariosText(report, new ComparisonLines(rules, language, report.currency()));
        text.head();
        text.contributions();
        text.overlaps();
        report.best().forEach(text::ways);
        text.scenarios();
        text.lines.line("");
        text.lines.line(language.text("sums"));
        text.lines.say("command", command);
        return text.lines.lines();
    }

    private void head() {
        lines.head(report.fiscalYear(), report.stage(), report.asOf());
        lines.definition(
                lines.text("base"),
                report.scenarios().base(),
                report.scenarios().base().expression());
        lines.line("  "
                + lines.text(
                        "base.total", lines.range(report.scenarios().scenario(0).total())));
        lines.line("  "
                + lines.text(
                        "full.total",
                        lines.range(report.scenarios()
                                .scenario(report.scenarios().size() - 1)
                                .total())));
        lines.say(
                "combinations",
                lines.number(report.scenarios().policies().size()),
                lines.number(report.scenarios().size()));
    }

    private void contributions() {
        lines.line("");
        TextTable table = ComparisonLines.tableOf(2, 3);
        table.row(lines.text("policies"), "", lines.text("shapley"), lines.text("alone"), lines.text("last"));
        for (Contribution each : report.contributions()) {
            table.row(
                    each.name(),
                    lines.title(each.name()),
                    lines.signed(each.shapley().central()),
                    lines.signed(each.alone().central()),
                    lines.signed(each.last().central()));
        }
        table.row(
                lines.language().text("table.sum"),
                "",
                lines.signed(report.contributions().stream()
                        .mapToLong(each -> each.shapley().central())
                        .sum()),
                "",
                "");
        lines.table(table);
        lines.line("  " + lines.text("shapley.note"));
    }

    private void overlaps() {
        TextTable table = ComparisonLines.tableOf(2, 1);
        table.row(lines.text("overlaps"), "", lines.text("contested"));
        List<String> policies = report.scenarios().policies();
        boolean any = false;
        for (int i = 0; i < policies.size(); i++) {
            for (int j = i + 1; j < policies.size(); j++) {
                long contested = report.overlaps().get(i).get(j).central();
                if (contested != 0) {
                    any = true;
                    table.row(policies.get(i), policies.get(j), lines.digits(contested));
                }
            }
        }
        lines.line("");
        if (any) {
            lines.table(table);
        } else {
            lines.line("  " + lines.text("overlaps.none"));
        }
    }

    private void ways(BestCombinations ways) {
        lines.line("");
        lines.say(
                "way.head",
                lines.level(ways.level()),
                lines.amount(ways.level().amount()),
                lines.number(ways.reaching()),
                lines.number(report.scenarios().size()));
        if (ways.reaching() == 0) {
            lines.line("  " + lines.text("way.none", lines.amount(ways.missing())));
            return;
        }
        way("way.cheapest", ways.cheapest());
        way("way.fewest", ways.fewest());
        way("way.robust", ways.robust());
        if (ways.robust() == null) {
            lines.line("  " + lines.text("way.robust.none", lines.amount(ways.missingLow())));
        }
    }

    private void way(String key, @Nullable Scenario way) {
        if (way != null) {
            lines.line("  " + lines.text(key, names(way), lines.range(way.total())));
        }
    }

    private String names(Scenario scenario) {
        return scenario.policies().isEmpty()
                ? lines.text("way.base")
                : scenario.policies().stream().collect(Collectors.joining(" + ", "+ ", ""));
    }

    private void scenarios() {
        lines.line("");
        if (report.scenarios().size() > LISTED) {
            lines.say("scenarios.more", lines.number(report.scenarios().size()));
            return;
        }
        TextTable table = ComparisonLines.tableOf(1, 3);
        table.row(lines.text("scenarios"), lines.text("low"), lines.text("counted"), lines.text("high"));
        for (Scenario scenario : report.scenarios().all()) {
            table.row(
                    names(scenario),
                    lines.digits(scenario.total().low()),
                    lines.digits(scenario.total().central()),
                    lines.digits(scenario.total().high()));
        }
        lines.table(table);
    }
}
