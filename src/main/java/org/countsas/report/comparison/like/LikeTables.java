package org.countsas.report.comparison.like;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.like.Coverage;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.like.LikeItem;
import org.countsas.comparison.like.LikePart;
import org.countsas.report.comparison.ResultTable;

/** Two budgets like with like as tables for files. Immutable and thread-safe. */
public final class LikeTables {
    private LikeTables() {}

    /** The tables: sums by part, and the items. */
    public static List<ResultTable> of(LikeComparison comparison) {
        List<List<Object>> sums = new ArrayList<>();
        sums.add(part("all", comparison.all()));
        comparison.areas().forEach(part -> sums.add(part("area", part)));
        comparison.ministries().forEach(part -> sums.add(part("ministry", part)));
        List<List<Object>> items = new ArrayList<>();
        comparison.items().forEach(item -> items.add(item(item)));
        comparison.gone().forEach(decision -> items.add(alone("ONLY_BEFORE", decision, true)));
        comparison.added().forEach(decision -> items.add(alone("ONLY_AFTER", decision, false)));
        return List.of(
                table(
                        "sums",
                        Stream.of(
                                        Stream.of("by", "key"),
                                        coverageColumns("before"),
                                        coverageColumns("after"),
                                        coverageColumns("onlyBefore"),
                                        coverageColumns("onlyAfter"))
                                .flatMap(columns -> columns)
                                .toList(),
                        sums),
                table(
                        "items",
                        Stream.of(
                                        Stream.of("item", "name", "ministry", "kind", "cause", "change"),
                                        decisionColumns("before"),
                                        decisionColumns("after"))
                                .flatMap(columns -> columns)
                                .toList(),
                        items));
    }

    private static ResultTable table(String name, List<String> columns, List<List<Object>> rows) {
        return new ResultTable(name, columns, rows.size(), rows::stream);
    }

    private static Stream<String> coverageColumns(String side) {
        return Stream.of("Items", "Amount", "Low", "Central", "High").map(column -> side + column);
    }

    private static Stream<String> decisionColumns(String side) {
        return Stream.of("Outcome", "Area", "Amount", "Counted").map(column -> side + column);
    }

    private static List<Object> part(String by, LikePart part) {
        List<Object> row = new ArrayList<>(List.of(by, part.key()));
        for (Coverage coverage : List.of(part.before(), part.after(), part.gone(), part.added())) {
            row.addAll(List.of(
                    (long) coverage.items(),
                    coverage.amount(),
                    coverage.counted().low(),
                    coverage.counted().central(),
                    coverage.counted().high()));
        }
        return row;
    }

    private static List<Object> item(LikeItem item) {
        List<Object> row = new ArrayList<>(List.of(
                item.after().item().id(),
                item.after().item().programme().name(),
                item.after().item().programme().ministry(),
                item.decided().map(change -> change.kind().name()).orElse("AMOUNT"),
                item.decided().map(change -> change.reason().name()).orElse(""),
                item.delta().central()));
        row.addAll(decision(item.before()));
        row.addAll(decision(item.after()));
        return row;
    }

    private static List<Object> alone(String kind, Decision decision, boolean before) {
        List<Object> row = new ArrayList<>(List.of(
                decision.item().id(),
                decision.item().programme().name(),
                decision.item().programme().ministry(),
                kind,
                "",
                ""));
        List<Object> nothing = List.of("", "", "", "");
        row.addAll(before ? decision(decision) : nothing);
        row.addAll(before ? nothing : decision(decision));
        return row;
    }

    private static List<Object> decision(Decision decision) {
        return List.of(
                decision.outcome().name(),
                decision.area().orElse(""),
                decision.item().amount(),
                decision.counted().central());
    }
}
