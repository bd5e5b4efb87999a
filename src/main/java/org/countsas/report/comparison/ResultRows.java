package org.countsas.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.change.Dimension;
import org.countsas.comparison.change.PartTotal;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.output.Language;

/** Rows that several of the laboratory's tables consist of. */
final class ResultRows {
    static final List<String> BOUNDS = List.of("low", "central", "high");

    private ResultRows() {}

    static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            if (cell instanceof List<?> several) {
                row.addAll(several);
            } else {
                row.add(cell instanceof Integer number ? Long.valueOf(number) : cell);
            }
        }
        return row;
    }

    static List<String> columns(Object... names) {
        return row(names).stream().map(String::valueOf).toList();
    }

    static List<String> bounds(String prefix) {
        return List.of(prefix + "Low", prefix + "Central", prefix + "High");
    }

    static List<Object> cells(Counted counted) {
        return List.of(counted.low(), counted.central(), counted.high());
    }

    static List<Object> cells(TotalDelta worth) {
        return List.of(worth.low(), worth.central(), worth.high());
    }

    private static String percent(DefinitionResult side, long amount) {
        return side.percentOfGdp(amount).map(BigDecimal::toPlainString).orElse("");
    }

    static ResultTable totals(List<DefinitionResult> sides) {
        return new ResultTable(
                "totals",
                columns(
                        "definition",
                        bounds("counted"),
                        "percentOfGdp",
                        "reviewItems",
                        "reviewHigh",
                        "digest",
                        "rulesDigest"),
                sides.stream()
                        .map(side -> row(
                                side.label(),
                                cells(side.counted()),
                                percent(side, side.counted().central()),
                                side.reviewItems(),
                                side.reviewHigh(),
                                side.reformed().digest(),
                                side.rulesDigest()))
                        .toList());
    }

    static ResultTable targets(List<DefinitionResult> sides) {
        List<List<Object>> rows = new ArrayList<>();
        for (DefinitionResult side : sides) {
            for (Distance distance : side.distances()) {
                rows.add(row(
                        side.label(),
                        level(distance.level()),
                        cells(distance.above()),
                        distance.reached() ? "yes" : "no"));
            }
        }
        return new ResultTable(
                "targets",
                columns("definition", "target", "percent", "gdp", "level", bounds("above"), "reached"),
                rows);
    }

    static List<Object> level(Level level) {
        return List.of(
                level.target().id(),
                level.target().percent().toPlainString(),
                level.gdp().amount(),
                level.amount());
    }

    static ResultTable sums(List<DefinitionResult> sides) {
        List<List<Object>> rows = new ArrayList<>();
        for (DefinitionResult side : sides) {
            for (Dimension dimension : Dimension.values()) {
                for (PartTotal sum : side.by(dimension)) {
                    rows.add(row(
                            side.label(),
                            dimension.name().toLowerCase(java.util.Locale.ROOT),
                            sum.key(),
                            sum.items(),
                            sum.amount(),
                            cells(sum.counted())));
                }
            }
        }
        return new ResultTable("sums", columns("definition", "by", "key", "items", "amount", bounds("counted")), rows);
    }

    static ResultTable ministryAreas(List<DefinitionResult> sides) {
        List<List<Object>> rows = new ArrayList<>();
        sides.forEach(side -> side.ministryAreas()
                .forEach(each -> rows.add(row(
                        side.label(),
                        each.ministry(),
                        each.sum().key(),
                        each.sum().items(),
                        each.sum().amount(),
                        cells(each.sum().counted())))));
        return new ResultTable(
                "ministry-areas",
                columns("definition", "ministry", "area", "items", "amount", bounds("counted")),
                rows);
    }

    static ResultTable years(List<DefinitionResult> sides) {
        List<List<Object>> rows = new ArrayList<>();
        sides.forEach(side -> side.years()
                .forEach(year -> rows.add(row(
                        side.label(),
                        year.fiscalYear(),
                        year.stage().id(),
                        year.items(),
                        year.amount(),
                        cells(year.counted())))));
        return new ResultTable(
                "years", columns("definition", "fiscalYear", "stage", "items", "amount", bounds("counted")), rows);
    }

    static List<Object> decision(Decision decision, Language language) {
        return row(
                decision.outcome().name(),
                decision.area().orElse(""),
                decision.share().low(),
                decision.share().central(),
                decision.share().high(),
                cells(decision.counted()),
                decision.decisive()
                        .map(finding -> finding.finding().rule().name())
                        .orElse(""),
                decision.decisive()
                        .map(finding -> language.label(finding.finding()
                                .rule()
                                .reasonFor(decision.item().programme())))
                        .orElse(""));
    }

    static List<String> decisionColumns(String prefix) {
        return columns(
                prefix + "Outcome",
                prefix + "Area",
                bounds(prefix + "ShareBp"),
                bounds(prefix + "Counted"),
                prefix + "Rule",
                prefix + "Reason");
    }
}
