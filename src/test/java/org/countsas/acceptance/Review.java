package org.countsas.acceptance;

import java.time.LocalDate;
import java.util.List;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Totals;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.report.Samples;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Selection;
import org.countsas.testing.SharedData;

/** The Administrative Project Review of 2024, initial budget of FY2024: read and evaluated once for all tests. */
public final class Review {
    /** After the last round of designated facilities that the rules know. */
    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private Review() {}

    private static Selection selection;
    private static Findings findings;

    public static synchronized Selection selection() {
        if (selection == null) {
            selection = Sources.read(List.of(SharedData.rs2024()), ReadOptions.DEFAULT)
                    .select(2024, Stage.INITIAL);
        }
        return selection;
    }

    public static synchronized Findings findings() {
        if (findings == null) {
            // Not in a static initialiser: the threads that evaluate would wait for it.
            findings = Samples.countsAs()
                    .evaluate(
                            selection().items().stream()
                                    .map(BudgetItem::programme)
                                    .toList(),
                            done -> {});
        }
        return findings;
    }

    public static List<Decision> decisions(String definition) {
        return new Adjudicator(Samples.countsAs().definitions().get(definition), DAY)
                .decide(selection().items(), findings());
    }

    public static Totals totals(String definition) {
        return Totals.of(decisions(definition), Samples.countsAs().definitions().get(definition));
    }
}
