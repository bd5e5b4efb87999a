package org.countsas.adjudication.total;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;

/**
 * Some of the decisions of a run under one definition, and their sums. Immutable and thread-safe.
 *
 * @param definition the definition
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear fiscal year of the items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 * @param decided    how many items were decided in all
 * @param decisions  those that are listed, in {@linkplain #ORDER order}
 * @param totals     the sums of these alone
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemList(
        Definition definition,
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        int decided,
        List<Decision> decisions,
        Totals totals) {
    /** What counts most first; then what may count most, then the largest amount, then by id. */
    public static final Comparator<Decision> ORDER = Comparator.<Decision>comparingLong(
                    decision -> decision.counted().central())
            .reversed()
            .thenComparing(Comparator.<Decision>comparingLong(
                            decision -> decision.counted().high())
                    .reversed())
            .thenComparing(Comparator.<Decision>comparingLong(
                            decision -> decision.item().amount())
                    .reversed())
            .thenComparing(decision -> decision.item().id());

    public ItemList {
        decisions = decisions.stream().sorted(ORDER).toList();
    }
}
