package org.countsas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.Worth;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Change;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.change.RuleSum;
import org.countsas.comparison.change.Side;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Ways;
import org.countsas.comparison.target.PlanProgress;
import org.countsas.comparison.target.ShareSolution;

/** The laboratory's results as tables. Immutable and thread-safe. */
public final class StudyTables {
    private StudyTables() {}

    /**
     * The tables of a comparison.
     *
     * @param language of the reasons
     */
    public static List<StudyTable> of(Comparison comparison, Language language) {
        List<StudyTable> tables = new ArrayList<>(sides(comparison.sides()));
        tables.add(StudyRows.ministryAreas(comparison.sides()));
        List<List<Object>> edits = new ArrayList<>();
        List<List<Object>> rules = new ArrayList<>();
        List<List<Object>> items = new ArrayList<>();
        for (Change change : comparison.changes()) {
            for (Contribution each : change.contributions()) {
                edits.add(StudyRows.row(
                        change.from(),
                        change.to(),
                        each.name(),
                        StudyRows.cells(each.shapley()),
                        StudyRows.cells(each.alone()),
                        StudyRows.cells(each.last())));
            }
            for (RuleSum rule : change.rules()) {
                rules.add(StudyRows.row(
                        change.from(),
                        change.to(),
                        rule.rule(),
                        rule.policy(),
                        rule.cause().name(),
                        rule.items(),
                        StudyRows.cells(rule.worth())));
            }
            change.items().forEach(item -> items.add(item(change, item, language)));
        }
        tables.add(new StudyTable(
                "edits",
                StudyRows.columns(
                        "from",
                        "to",
                        "edit",
                        StudyRows.bounds("shapley"),
                        StudyRows.bounds("alone"),
                        StudyRows.bounds("last")),
                edits));
        tables.add(new StudyTable(
                "rules",
                StudyRows.columns("from", "to", "rule", "policy", "cause", "items", StudyRows.bounds("change")),
                rules));
        tables.add(new StudyTable(
                "items",
                StudyRows.columns(
                        "from",
                        "to",
                        "item",
                        "name",
                        "ministry",
                        "amount",
                        "kind",
                        "cause",
                        "rule",
                        StudyRows.bounds("change"),
                        StudyRows.decisionColumns("before"),
                        StudyRows.decisionColumns("after")),
                items));
        return List.copyOf(tables);
    }

    private static List<StudyTable> sides(List<Side> sides) {
        return List.of(
                StudyRows.totals(sides), StudyRows.targets(sides), StudyRows.sums(sides), StudyRows.years(sides));
    }

    private static List<Object> item(Change change, ItemChange item, Language language) {
        return StudyRows.row(
                change.from(),
                change.to(),
                item.item().id(),
                item.item().programme().name(),
                item.item().programme().ministry(),
                item.item().amount(),
                item.kind().name(),
                item.cause().name(),
                item.finding().map(finding -> finding.finding().rule().name()).orElse(""),
                StudyRows.cells(item.worth()),
                StudyRows.decision(item.before(), language),
                StudyRows.decision(item.after(), language));
    }

    /** The tables of all combinations. */
    public static List<StudyTable> of(ScenarioReport report) {
        List<List<Object>> contributions = report.contributions().stream()
                .map(each -> StudyRows.row(
                        each.name(),
                        StudyRows.cells(each.shapley()),
                        StudyRows.cells(each.alone()),
                        StudyRows.cells(each.last())))
                .toList();
        List<List<Object>> overlaps = new ArrayList<>();
        List<String> policies = report.scenarios().policies();
        for (int i = 0; i < policies.size(); i++) {
            for (int j = i + 1; j < policies.size(); j++) {
                Worth contested = report.overlaps().get(i).get(j);
                overlaps.add(StudyRows.row(policies.get(i), policies.get(j), StudyRows.cells(contested)));
            }
        }
        List<List<Object>> ways = new ArrayList<>();
        for (Ways each : report.ways()) {
            List<Object> level = StudyRows.row(StudyRows.level(each.level()), each.reaching());
            way(ways, level, "cheapest", each.cheapest(), each.missing(), report);
            way(ways, level, "fewest", each.fewest(), each.missing(), report);
            way(ways, level, "robust", each.robust(), each.missingLow(), report);
        }
        return List.of(
                new StudyTable(
                        "contributions",
                        StudyRows.columns(
                                "policy",
                                StudyRows.bounds("shapley"),
                                StudyRows.bounds("alone"),
                                StudyRows.bounds("last")),
                        contributions),
                new StudyTable(
                        "overlaps", StudyRows.columns("first", "second", StudyRows.bounds("contested")), overlaps),
                new StudyTable(
                        "ways",
                        StudyRows.columns(
                                "target",
                                "percent",
                                "gdp",
                                "level",
                                "reaching",
                                "way",
                                "policies",
                                StudyRows.bounds("counted"),
                                "missing",
                                "expression"),
                        ways),
                new StudyTable(
                        "scenarios",
                        StudyRows.columns("set", "count", "policies", StudyRows.bounds("counted"), "expression"),
                        report.scenarios().size(),
                        () -> report.scenarios().stream().map(scenario -> scenario(scenario, report))));
    }

    private static List<Object> scenario(Scenario scenario, ScenarioReport report) {
        return StudyRows.row(
                scenario.set(),
                scenario.policies().size(),
                String.join("; ", scenario.policies()),
                StudyRows.cells(scenario.total()),
                report.scenarios().reform(scenario.set()).toString());
    }

    private static void way(
            List<List<Object>> rows,
            List<Object> level,
            String kind,
            Optional<Scenario> way,
            long missing,
            ScenarioReport report) {
        List<Object> none = List.of("", "", "", "", missing, "");
        rows.add(StudyRows.row(
                level,
                kind,
                way.map(scenario -> StudyRows.row(
                                String.join("; ", scenario.policies()),
                                StudyRows.cells(scenario.total()),
                                missing,
                                report.scenarios().reform(scenario.set()).toString()))
                        .orElse(none)));
    }

    /** The tables of targets. */
    public static List<StudyTable> of(Outlook outlook) {
        List<StudyTable> tables = new ArrayList<>(
                sides(outlook.definitions().stream().map(Outlook.Of::side).toList()));
        List<List<Object>> plans = new ArrayList<>();
        List<List<Object>> shares = new ArrayList<>();
        for (Outlook.Of of : outlook.definitions()) {
            for (PlanProgress progress : of.plans()) {
                for (PlanProgress.PlanYear year : progress.years()) {
                    Object amount = year.published().isPresent()
                            ? year.published().get().amount()
                            : "";
                    plans.add(StudyRows.row(
                            of.side().label(),
                            progress.plan().id(),
                            progress.plan().amount(),
                            year.fiscalYear(),
                            amount,
                            year.published().map(each -> each.source()).orElse(""),
                            counted(year.initial()),
                            counted(year.supplementary())));
                }
            }
            for (ShareSolution solution : of.solutions()) {
                Object share = solution.share().isPresent()
                        ? (Object) (long) solution.share().getAsInt()
                        : "";
                shares.add(StudyRows.row(
                        of.side().label(),
                        solution.policy(),
                        StudyRows.level(solution.level()),
                        share,
                        StudyRows.cells(solution.total()),
                        solution.missing()));
            }
        }
        tables.add(new StudyTable(
                "plans",
                StudyRows.columns(
                        "definition",
                        "plan",
                        "planned",
                        "fiscalYear",
                        "published",
                        "source",
                        StudyRows.bounds("initial"),
                        StudyRows.bounds("supplementary")),
                plans));
        tables.add(new StudyTable(
                "shares",
                StudyRows.columns(
                        "definition",
                        "policy",
                        "target",
                        "percent",
                        "gdp",
                        "level",
                        "shareBp",
                        StudyRows.bounds("counted"),
                        "missing"),
                shares));
        return List.copyOf(tables);
    }

    private static List<Object> counted(Optional<Counted> counted) {
        return counted.map(StudyRows::cells).orElse(List.of("", "", ""));
    }
}
