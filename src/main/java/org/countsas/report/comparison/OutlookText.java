package org.countsas.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.YearTotal;
import org.countsas.comparison.outlook.DefinitionOutlook;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanProgress;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.comparison.outlook.TrajectoryPoint;
import org.countsas.comparison.target.Distance;
import org.countsas.definition.SpendingPlan;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/** Targets, trajectories and plans for a terminal. */
@API(status = API.Status.EXPERIMENTAL)
public final class OutlookText {
    private final ComparisonLines lines;

    private OutlookText(ComparisonLines lines) {
        this.lines = lines;
    }

    /**
     * The lines of an outlook.
     *
     * @param command the command that reproduces it
     */
    public static List<String> of(Outlook outlook, RuleBook rules, String command, Language language) {
        ComparisonLines lines = new ComparisonLines(rules, language, outlook.currency());
        lines.head(outlook.fiscalYear(), outlook.stage(), outlook.asOf());
        OutlookText text = new OutlookText(lines);
        for (DefinitionOutlook each : outlook.definitions()) {
            lines.line("");
            lines.definition("", each.result().reformed(), each.result().label());
            text.targets(each.result());
            each.solutions().forEach(text::solution);
            text.years(each.result(), outlook);
            each.plans().forEach(text::plan);
        }
        lines.line("");
        lines.line(language.text("sums"));
        lines.say("command", command);
        return lines.lines();
    }

    private void targets(DefinitionResult side) {
        lines.line("  "
                + lines.text(
                        "outlook.total",
                        lines.range(side.counted()),
                        lines.percent(
                                side.percentOfGdp(side.counted().central()).orElse(null)),
                        lines.label(side.definition().gdp().orElseThrow().label()),
                        lines.amount(side.definition().gdp().orElseThrow().amount())));
        TextTable table = ComparisonLines.tableOf(1, 4);
        table.row(
                lines.text("targets"),
                lines.text("level"),
                lines.text("above"),
                lines.text("above.low"),
                lines.text("above.high"));
        for (Distance distance : side.distances()) {
            table.row(
                    lines.level(distance.level()),
                    lines.digits(distance.level().amount()),
                    lines.signed(distance.above().central()),
                    lines.signed(distance.above().low()),
                    lines.signed(distance.above().high()));
        }
        lines.table(table);
    }

    private void solution(ShareSolution solution) {
        Integer points = solution.share();
        if (points != null) {
            lines.line("  "
                    + lines.text(
                            points == 0 ? "share.found.without" : "share.found",
                            lines.level(solution.level()),
                            lines.title(solution.policy()),
                            lines.share(new Share(points, points, points)),
                            lines.range(solution.total())));
        } else {
            lines.line("  "
                    + lines.text(
                            "share.none",
                            lines.level(solution.level()),
                            lines.title(solution.policy()),
                            lines.amount(solution.missing())));
        }
    }

    private void years(DefinitionResult side, Outlook outlook) {
        List<TrajectoryPoint> points = TrajectoryPoint.of(side.years());
        boolean sameYear = points.stream()
                .anyMatch(point ->
                        outlook.percentOfSameYear(0, point.total().fiscalYear()).isPresent());
        TextTable table = ComparisonLines.tableOf(1, sameYear ? 7 : 6);
        List<String> head = new ArrayList<>(List.of(
                lines.text("years"),
                lines.text("items.read"),
                lines.text("covered"),
                lines.text("low"),
                lines.text("counted"),
                lines.text("high"),
                lines.text("percent")));
        if (sameYear) {
            head.add(lines.text("percent.sameYear"));
        }
        table.row(head.toArray(String[]::new));
        for (TrajectoryPoint point : points) {
            YearTotal year = point.total();
            List<String> row = new ArrayList<>(List.of(
                    year.fiscalYear() + " "
                            + lines.language().text("stage." + year.stage().id())
                            + (point.apart() ? " *" : ""),
                    lines.number(year.items()),
                    lines.digits(year.amount()),
                    lines.digits(year.counted().low()),
                    lines.digits(year.counted().central()),
                    lines.digits(year.counted().high()),
                    lines.percent(side.percentOfGdp(year.counted().central()).orElse(null))));
            if (sameYear) {
                row.add(lines.percent(outlook.percentOfSameYear(year.counted().central(), year.fiscalYear())
                        .orElse(null)));
            }
            table.row(row.toArray(String[]::new));
        }
        lines.table(table);
        if (points.stream().anyMatch(TrajectoryPoint::apart)) {
            lines.line("  " + lines.text("apart"));
        }
    }

    private void plan(PlanProgress progress) {
        lines.line("  "
                + lines.text(
                        "plan",
                        lines.label(progress.plan().label()),
                        String.valueOf(progress.plan().firstYear()),
                        String.valueOf(progress.plan().lastYear()),
                        lines.amount(progress.plan().amount()),
                        lines.amount(progress.published()),
                        lines.amount(progress.left())));
        TextTable table = ComparisonLines.tableOf(1, 3);
        table.row(
                lines.text("plan.years"),
                lines.text("plan.published"),
                lines.text("plan.initial"),
                lines.text("plan.supplementary"));
        for (PlanProgress.PlanYear year : progress.years()) {
            SpendingPlan.Published published = year.published();
            table.row(
                    year.fiscalYear() + (published == null ? "" : " (" + published.source() + ")"),
                    published == null ? "-" : lines.digits(published.amount()),
                    central(year.initial()),
                    central(year.supplementary()));
        }
        lines.table(table);
        lines.line("  " + lines.text("plan.note"));
    }

    private String central(@Nullable Counted counted) {
        return counted == null ? "-" : lines.digits(counted.central());
    }
}
