package org.countsas.comparison.like;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;

/**
 * One of two budgets, decided. Immutable and thread-safe.
 *
 * @param label      what distinguishes it from the other beside its year and stage, such as the name of a run; may be empty
 * @param definition the definition that decided
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear fiscal year of the items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 * @param decisions  what is decided about every item; no two items have the same id
 */
@API(status = API.Status.EXPERIMENTAL)
public record LikeSide(
        String label,
        Definition definition,
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        List<Decision> decisions) {
    public LikeSide {
        decisions = List.copyOf(decisions);
    }
}
