package org.countsas.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionChange;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.change.RuleChange;
import org.countsas.comparison.outlook.DefinitionOutlook;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanProgress;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.definition.SpendingPlan;
import org.countsas.output.Language;
import org.countsas.policy.rule.Rule;
import org.jspecify.annotations.Nullable;

/** The laboratory's results as tables. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ResultTables {
    private ResultTables() {}

    /**
     * The tables of a comparison.
     *
     * @param language of the reasons
     */
    public static List<ResultTable> of(Comparison comparison, Language language) {
        List<ResultTable> tables = new ArrayList<>(sides(comparison.results()));
        tables.add(ResultRows.ministryAreas(comparison.results()));
        List<List<Object>> edits = new ArrayList<>();
        List<List<Object>> rules = new ArrayList<>();
        List<List<Object>> items = new ArrayList<>();
        for (DefinitionChange change : comparison.changes()) {
            for (Contribution each : change.contributions()) {
                edits.add(ResultRows.row(
                        change.from(),
                        change.to(),
                        each.name(),
                        ResultRows.cells(each.shapley()),
                        ResultRows.cells(each.alone()),
                        ResultRows.cells(each.last())));
            }
            for (RuleChange rule : change.rules()) {
                rules.add(ResultRows.row(
                        change.from(),
                        change.to(),
                        rule.rule(),
                        rule.policy(),
                        rule.reason().name(),
                        rule.items(),
                        ResultRows.cells(rule.delta())));
            }
            change.items().forEach(item -> items.add(item(change, item, language)));
        }
        tables.add(new ResultTable(
                "edits",
                ResultRows.columns(
                        "from",
                        "to",
                        "edit",
                        ResultRows.bounds("shapley"),
                        ResultRows.bounds("alone"),
                        ResultRows.bounds("last")),
                edits));
        tables.add(new ResultTable(
                "rules",
                ResultRows.columns("from", "to", "rule", "policy", "cause", "items", ResultRows.bounds("change")),
                rules));
        tables.add(new ResultTable(
                "items",
                ResultRows.columns(
                        "from",
                        "to",
                        "item",
                        "name",
                        "ministry",
                        "amount",
                        "kind",
                        "cause",
                        "rule",
                        ResultRows.bounds("change"),
                        ResultRows.decisionColumns("before"),
                        ResultRows.decisionColumns("after")),
                items));
        return List.copyOf(tables);
    }

    private static List<ResultTable> sides(List<DefinitionResult> sides) {
        return List.of(
                ResultRows.totals(sides), ResultRows.targets(sides), ResultRows.sums(sides), ResultRows.years(sides));
    }

    private static List<Object> item(DefinitionChange change, ItemChange item, Language language) {
        return ResultRows.row(
                change.from(),
                change.to(),
                item.item().id(),
                item.item().programme().name(),
                item.item().programme().ministry(),
                item.item().amount(),
                item.kind().name(),
                item.reason().name(),
                item.rule().map(Rule::name).orElse(""),
                ResultRows.cells(item.delta()),
                ResultRows.decision(item.before(), language),
                ResultRows.decision(item.after(), language));
    }

    /** The tables of all combinations. */
    public static List<ResultTable> of(ScenarioReport report) {
        List<List<Object>> contributions = report.contributions().stream()
                .map(each -> ResultRows.row(
                        each.name(),
                        ResultRows.cells(each.shapley()),
                        ResultRows.cells(each.alone()),
                        ResultRows.cells(each.last())))
                .toList();
        List<List<Object>> overlaps = new ArrayList<>();
        List<String> policies = report.scenarios().policies();
        for (int i = 0; i < policies.size(); i++) {
            for (int j = i + 1; j < policies.size(); j++) {
                TotalDelta contested = report.overlaps().get(i).get(j);
                overlaps.add(ResultRows.row(policies.get(i), policies.get(j), ResultRows.cells(contested)));
            }
        }
        List<List<Object>> ways = new ArrayList<>();
        for (BestCombinations each : report.best()) {
            List<Object> level = ResultRows.row(ResultRows.level(each.level()), each.reaching());
            way(ways, level, "cheapest", each.cheapest(), each.missing(), report);
            way(ways, level, "fewest", each.fewest(), each.missing(), report);
            way(ways, level, "robust", each.robust(), each.missingLow(), report);
        }
        return List.of(
                new ResultTable(
                        "contributions",
                        ResultRows.columns(
                                "policy",
                                ResultRows.bounds("shapley"),
                                ResultRows.bounds("alone"),
                                ResultRows.bounds("last")),
                        contributions),
                new ResultTable(
                        "overlaps", ResultRows.columns("first", "second", ResultRows.bounds("contested")), overlaps),
                new ResultTable(
                        "ways",
                        ResultRows.columns(
                                "target",
                                "percent",
                                "gdp",
                                "level",
                                "reaching",
                                "way",
                                "policies",
                                ResultRows.bounds("counted"),
                                "missing",
                                "expression"),
                        ways),
                new ResultTable(
                        "scenarios",
                        ResultRows.columns("set", "count", "policies", ResultRows.bounds("counted"), "expression"),
                        report.scenarios().size(),
                        () -> report.scenarios().stream().map(scenario -> scenario(scenario, report))));
    }

    private static List<Object> scenario(Scenario scenario, ScenarioReport report) {
        return ResultRows.row(
                scenario.set(),
                scenario.policies().size(),
                String.join("; ", scenario.policies()),
                ResultRows.cells(scenario.total()),
                report.scenarios().reform(scenario.set()).toString());
    }

    private static void way(
            List<List<Object>> rows,
            List<Object> level,
            String kind,
            @Nullable Scenario way,
            long missing,
            ScenarioReport report) {
        List<Object> none = List.of("", "", "", "", missing, "");
        rows.add(ResultRows.row(
                level,
                kind,
                way == null
                        ? none
                        : ResultRows.row(
                                String.join("; ", way.policies()),
                                ResultRows.cells(way.total()),
                                missing,
                                report.scenarios().reform(way.set()).toString())));
    }

    /** The tables of targets. */
    public static List<ResultTable> of(Outlook outlook) {
        List<ResultTable> tables = new ArrayList<>(sides(
                outlook.definitions().stream().map(DefinitionOutlook::result).toList()));
        List<List<Object>> plans = new ArrayList<>();
        List<List<Object>> shares = new ArrayList<>();
        for (DefinitionOutlook each : outlook.definitions()) {
            for (PlanProgress progress : each.plans()) {
                for (PlanProgress.PlanYear year : progress.years()) {
                    SpendingPlan.Published published = year.published();
                    plans.add(ResultRows.row(
                            each.result().label(),
                            progress.plan().id(),
                            progress.plan().amount(),
                            year.fiscalYear(),
                            published == null ? "" : published.amount(),
                            published == null ? "" : published.source(),
                            counted(year.initial()),
                            counted(year.supplementary())));
                }
            }
            for (ShareSolution solution : each.solutions()) {
                Integer share = solution.share();
                shares.add(ResultRows.row(
                        each.result().label(),
                        solution.policy(),
                        ResultRows.level(solution.level()),
                        share == null ? "" : share.longValue(),
                        ResultRows.cells(solution.total()),
                        solution.missing()));
            }
        }
        tables.add(new ResultTable(
                "plans",
                ResultRows.columns(
                        "definition",
                        "plan",
                        "planned",
                        "fiscalYear",
                        "published",
                        "source",
                        ResultRows.bounds("initial"),
                        ResultRows.bounds("supplementary")),
                plans));
        tables.add(new ResultTable(
                "shares",
                ResultRows.columns(
                        "definition",
                        "policy",
                        "target",
                        "percent",
                        "gdp",
                        "level",
                        "shareBp",
                        ResultRows.bounds("counted"),
                        "missing"),
                shares));
        return List.copyOf(tables);
    }

    private static List<Object> counted(@Nullable Counted counted) {
        return counted == null ? List.of("", "", "") : ResultRows.cells(counted);
    }
}
