package org.countsas.question.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.history.ItemHistory;
import org.countsas.audit.ledger.Ledger;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How was an item decided from run to run, and what made the difference? Immutable and thread-safe.
 *
 * @param ledger     the folder of a ledger
 * @param item       the item's id
 * @param definition null for all
 */
@API(status = API.Status.EXPERIMENTAL)
public record HistoryQuestion(
        Path ledger, String item, @Nullable String definition) {

    /**
     * Answers the question.
     *
     * @throws ProblemException if the ledger cannot be read, or no run has the item
     */
    public ItemHistory answer() {
        Ledger opened = Ledger.open(ledger);
        List<Supplier<Bundle>> runs = opened.entries().stream()
                .<Supplier<Bundle>>map(entry -> () -> opened.open(entry))
                .toList();
        return definition == null ? ItemHistory.of(runs, item) : ItemHistory.of(runs, item, definition);
    }
}
