package org.countsas.report.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.official.Bridge;
import org.countsas.official.PublishedFigure;
import org.countsas.output.Language;
import org.countsas.reconciliation.CoveredPeriod;
import org.countsas.reconciliation.ReconciledFigure;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.report.comparison.ResultTable;

/** A reconciliation as tables for files; amounts in whole units of the currency. Immutable and thread-safe. */
public final class ReconciliationTables {
    private ReconciliationTables() {}

    /**
     * The tables of a reconciliation: figures, bridges and what the input covers.
     *
     * @param language of the reasons
     */
    public static List<ResultTable> of(Reconciliation reconciliation, Language language) {
        List<List<Object>> figures = new ArrayList<>();
        List<List<Object>> bridges = new ArrayList<>();
        for (ReconciledFigure each : reconciliation.figures()) {
            PublishedFigure figure = each.figure();
            List<Object> key = List.of(
                    (long) figure.fiscalYear(),
                    figure.stage().id(),
                    figure.subject().toString(),
                    figure.basis());
            List<Object> row = new ArrayList<>(key);
            row.addAll(List.of(figure.amount(), figure.roundedTo(), figure.source()));
            row.addAll(each.ours().map(ReconciliationTables::cells).orElse(List.of("", "", "")));
            row.add(each.difference().<Object>map(value -> value).orElse(""));
            row.add(each.explained());
            row.add(each.unexplained().<Object>map(value -> value).orElse(""));
            figures.add(row);
            for (ReconciledFigure.AppliedBridge applied : each.bridges()) {
                List<Object> bridge = new ArrayList<>(key);
                bridge.addAll(List.of(
                        applied.bridge().id(),
                        language.label(applied.bridge().label()),
                        applied.span().amount()));
                if (applied.span().evidence() instanceof Bridge.Arithmetic arithmetic) {
                    bridge.addAll(List.of("", language.label(arithmetic.how())));
                } else if (applied.span().evidence() instanceof Bridge.Sourced sourced) {
                    bridge.addAll(List.of(sourced.id(), ""));
                }
                bridges.add(bridge);
            }
        }
        List<List<Object>> periods = new ArrayList<>();
        for (CoveredPeriod period : reconciliation.periods()) {
            periods.add(List.of(
                    (long) period.fiscalYear(),
                    period.stage().id(),
                    (long) period.items(),
                    period.gross(),
                    period.transfers(),
                    period.net()));
        }
        return List.of(
                table(
                        "figures",
                        figures,
                        "fiscalYear",
                        "stage",
                        "subject",
                        "basis",
                        "published",
                        "roundedTo",
                        "source",
                        "oursLow",
                        "oursCentral",
                        "oursHigh",
                        "difference",
                        "explained",
                        "unexplained"),
                table(
                        "bridges",
                        bridges,
                        "fiscalYear",
                        "stage",
                        "subject",
                        "basis",
                        "bridge",
                        "reason",
                        "amount",
                        "source",
                        "arithmetic"),
                table("periods", periods, "fiscalYear", "stage", "items", "amount", "transfers", "net"));
    }

    private static List<Object> cells(Counted counted) {
        return List.of(counted.low(), counted.central(), counted.high());
    }

    private static ResultTable table(String name, List<List<Object>> rows, String... columns) {
        List<List<Object>> copy = List.copyOf(rows);
        return new ResultTable(name, Arrays.asList(columns), copy.size(), copy::stream);
    }
}
