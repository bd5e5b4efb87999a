package org.countsas.report.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.DefinitionChange;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.Dimension;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.change.PartTotal;
import org.countsas.comparison.change.RuleChange;
import org.countsas.comparison.change.YearTotal;
import org.countsas.comparison.target.Distance;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.policy.book.RuleBook;

/** A comparison as a person wants to read it: the difference first, then what it is due to, then the items. */
@API(status = API.Status.EXPERIMENTAL)
public final class ComparisonText {
    private static final int MINISTRIES = 10;
    private static final int ITEMS = 10;
    private static final int RULES = 10;
    private static final int NAME_WIDTH = 60;
    private static final int EDIT_WIDTH = 70;

    private final ComparisonLines lines;
    private final Comparison comparison;

    private ComparisonText(Comparison comparison, ComparisonLines lines) {
        this.comparison = comparison;
        this.lines = lines;
    }

    /**
     * The lines of a comparison.
     *
     * @param command the command that reproduces it
     */
    public static List<String> of(Comparison comparison, RuleBook rules, String command, Language language) {
        ComparisonText text =
                new ComparisonText(comparison, new ComparisonLines(rules, language, comparison.currency()));
        text.head();
        text.totals();
        text.areas();
        text.ministries();
        text.years();
        for (int i = 0; i < comparison.changes().size(); i++) {
            text.change(comparison.changes().get(i), mark(0), mark(i + 1));
        }
        text.lines.line("");
        text.lines.line(language.text("sums"));
        text.lines.say("command", command);
        return text.lines.lines();
    }

    /** {@code A}, {@code B}, … and after {@code Z} numbers. */
    private static String mark(int side) {
        return side < 26 ? String.valueOf((char) ('A' + side)) : String.valueOf(side + 1);
    }

    private void head() {
        lines.head(comparison.fiscalYear(), comparison.stage(), comparison.asOf());
        for (int i = 0; i < comparison.results().size(); i++) {
            lines.definition(
                    mark(i),
                    comparison.results().get(i).reformed(),
                    comparison.results().get(i).label());
        }
    }

    private TextTable table(String title) {
        TextTable table = ComparisonLines.tableOf(1, comparison.results().size() * 2 - 1);
        List<String> cells = new ArrayList<>(List.of(lines.text(title)));
        for (int i = 0; i < comparison.results().size(); i++) {
            cells.add(mark(i));
        }
        for (int i = 1; i < comparison.results().size(); i++) {
            cells.add(mark(i) + " - " + mark(0));
        }
        table.row(cells.toArray(String[]::new));
        lines.line("");
        return table;
    }

    private void row(TextTable table, String name, List<Long> values) {
        List<String> cells = new ArrayList<>(List.of(name));
        values.forEach(value -> cells.add(lines.digits(value)));
        values.stream().skip(1).forEach(value -> cells.add(lines.signed(Math.subtractExact(value, values.get(0)))));
        table.row(cells.toArray(String[]::new));
    }

    private void totals() {
        TextTable table = table("totals");
        row(
                table,
                lines.text("counted"),
                comparison.results().stream()
                        .map(side -> side.counted().central())
                        .toList());
        row(
                table,
                lines.text("low"),
                comparison.results().stream().map(side -> side.counted().low()).toList());
        row(
                table,
                lines.text("high"),
                comparison.results().stream().map(side -> side.counted().high()).toList());
        List<String> percents = new ArrayList<>(List.of(lines.text("percent")));
        comparison
                .results()
                .forEach(side -> percents.add(lines.percent(
                        side.percentOfGdp(side.counted().central()).orElse(null))));
        comparison
                .changes()
                .forEach(change -> percents.add(Optional.ofNullable(change.percentagePoints())
                        .map(points -> (points.signum() > 0 ? "+" : "") + points.toPlainString())
                        .orElse("-")));
        table.row(percents.toArray(String[]::new));
        Set<String> targets = new LinkedHashSet<>();
        comparison
                .results()
                .forEach(side -> side.distances()
                        .forEach(distance ->
                                targets.add(distance.level().target().id())));
        for (String target : targets) {
            List<String> cells = new ArrayList<>();
            for (DefinitionResult side : comparison.results()) {
                Optional<Distance> distance = side.distances().stream()
                        .filter(each -> each.level().target().id().equals(target))
                        .findFirst();
                if (cells.isEmpty()) {
                    cells.add(lines.text(
                            "target.row",
                            distance.map(each -> lines.level(each.level())).orElse(target)));
                }
                cells.add(distance.map(each -> lines.signed(each.above().central()))
                        .orElse("-"));
            }
            comparison.changes().forEach(change -> cells.add(""));
            table.row(cells.toArray(String[]::new));
        }
        lines.table(table);
    }

    private void areas() {
        TextTable table = table("areas");
        Set<String> areas = new LinkedHashSet<>();
        comparison
                .results()
                .forEach(side -> side.by(Dimension.AREA).stream()
                        .filter(sum -> sum.items() > 0)
                        .forEach(sum -> areas.add(sum.key())));
        areas.forEach(area -> row(table, lines.title(area), values(Dimension.AREA, area)));
        lines.table(table);
    }

    private void ministries() {
        TextTable table = table("ministries");
        Set<String> ministries = new LinkedHashSet<>();
        comparison.results().forEach(side -> side.by(Dimension.MINISTRY).forEach(sum -> ministries.add(sum.key())));
        ministries.stream()
                .sorted(java.util.Comparator.<String>comparingLong(
                                ministry -> values(Dimension.MINISTRY, ministry).stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0))
                        .reversed())
                .limit(MINISTRIES)
                .forEach(ministry ->
                        row(table, TextTable.cut(ministry, NAME_WIDTH), values(Dimension.MINISTRY, ministry)));
        lines.table(table);
    }

    private List<Long> values(Dimension dimension, String key) {
        return comparison.results().stream()
                .map(side -> side.by(dimension).stream()
                        .filter(sum -> sum.key().equals(key))
                        .map(PartTotal::counted)
                        .map(Counted::central)
                        .findFirst()
                        .orElse(0L))
                .toList();
    }

    private void years() {
        if (comparison.baseline().years().size() < 2) {
            return;
        }
        TextTable table = table("years");
        for (YearTotal year : comparison.baseline().years()) {
            row(
                    table,
                    year.fiscalYear() + " "
                            + lines.language().text("stage." + year.stage().id()),
                    comparison.results().stream()
                            .map(side -> central(side, year.fiscalYear(), year.stage()))
                            .toList());
        }
        lines.table(table);
    }

    private static long central(DefinitionResult side, int fiscalYear, Stage stage) {
        return side.years().stream()
                .filter(year -> year.fiscalYear() == fiscalYear && year.stage() == stage)
                .mapToLong(year -> year.counted().central())
                .findFirst()
                .orElse(0);
    }

    private void change(DefinitionChange change, String from, String to) {
        lines.line("");
        lines.say("change", from, to, lines.change(change.delta()), lines.number(change.differing()));
        edits(change.contributions());
        kinds(change);
        items(change);
        rules(change);
    }

    private void edits(List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return;
        }
        TextTable table = ComparisonLines.tableOf(1, 3);
        table.row(lines.text("edits"), lines.text("shapley"), lines.text("alone"), lines.text("last"));
        for (Contribution each : contributions) {
            table.row(
                    TextTable.cut(each.name(), EDIT_WIDTH),
                    lines.signed(each.shapley().central()),
                    lines.signed(each.alone().central()),
                    lines.signed(each.last().central()));
        }
        lines.table(table);
        lines.line("  " + lines.text("shapley.note"));
    }

    private void kinds(DefinitionChange change) {
        if (change.items().size() < change.differing()) {
            lines.line("  "
                    + lines.text("items.listed", lines.number(change.items().size())));
        }
        if (change.items().isEmpty()) {
            return;
        }
        TextTable table = ComparisonLines.tableOf(1, 2);
        table.row(lines.text("kinds"), lines.language().text("table.items"), lines.text("change.column"));
        for (ItemChange.Kind kind : ItemChange.Kind.values()) {
            List<ItemChange> items =
                    change.items().stream().filter(item -> item.kind() == kind).toList();
            if (!items.isEmpty()) {
                table.row(
                        lines.text("kind." + kind),
                        lines.number(items.size()),
                        lines.signed(items.stream()
                                .map(ItemChange::delta)
                                .reduce(TotalDelta.NOTHING, TotalDelta::plus)
                                .central()));
            }
        }
        lines.table(table);
    }

    private void items(DefinitionChange change) {
        for (ItemChange item :
                change.items().subList(0, Math.min(ITEMS, change.items().size()))) {
            lines.line("  "
                    + lines.text(
                            "item",
                            item.item().id(),
                            TextTable.cut(item.item().programme().name(), NAME_WIDTH),
                            item.item().programme().ministry(),
                            lines.signedAmount(item.delta().central()),
                            lines.text("kind." + item.kind())));
            lines.line("      " + lines.text("before", decision(item.before())));
            lines.line("      " + lines.text("after", decision(item.after())));
            item.rule()
                    .ifPresent(rule -> lines.line("      "
                            + lines.text(
                                    "cause." + item.reason(), lines.rule(rule.name()), lines.title(rule.policy()))));
        }
        if (change.items().size() > ITEMS) {
            lines.line(
                    "  " + lines.text("items.more", lines.number(change.items().size() - ITEMS)));
        }
    }

    private String decision(Decision decision) {
        if (decision.outcome() != Outcome.NOT_COUNTED) {
            return lines.text(
                    "decision." + decision.outcome(),
                    lines.title(decision.area().orElseThrow()),
                    lines.share(decision.share()),
                    reason(decision));
        }
        return decision.decisive().isPresent()
                ? lines.text("decision.rejected", reason(decision))
                : lines.text("decision.none");
    }

    private String reason(Decision decision) {
        return lines.label(decision.decisive()
                .orElseThrow()
                .finding()
                .rule()
                .reasonFor(decision.item().programme()));
    }

    private void rules(DefinitionChange change) {
        if (!change.contributions().isEmpty() || change.rules().isEmpty()) {
            return;
        }
        TextTable table = ComparisonLines.tableOf(2, 2);
        table.row(lines.text("rules"), "", lines.language().text("table.items"), lines.text("change.column"));
        for (RuleChange rule :
                change.rules().subList(0, Math.min(RULES, change.rules().size()))) {
            table.row(
                    rule.rule().isEmpty() ? "-" : lines.rule(rule.rule()),
                    lines.text("causes." + rule.reason()),
                    lines.number(rule.items()),
                    lines.signed(rule.delta().central()));
        }
        lines.table(table);
    }
}
