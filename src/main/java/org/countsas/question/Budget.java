package org.countsas.question;

import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Magnitude;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.ProblemException;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.countsas.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A budget as read, and those of its items that questions are about. Immutable and thread-safe.
 *
 * @param reading   the items of all years and stages
 * @param selection the items of one year and stage
 */
@API(status = API.Status.EXPERIMENTAL)
public record Budget(Reading reading, Selection selection) {

    /**
     * Reads files and folders, or a bundle. The year is the newest with an initial budget, the stage the initial one.
     *
     * @throws ProblemException if they cannot be read, or contain no item
     */
    public static Budget read(List<Path> inputs) {
        return read(inputs, ReadOptions.DEFAULT, null, null);
    }

    /**
     * Reads files and folders, or the items of a bundle.
     *
     * @param fiscalYear null for the newest with an initial budget, or else the newest
     * @param stage      null for the initial one, or else the first that has amounts
     * @throws ProblemException if they cannot be read, or have no amount in this year and stage
     */
    public static Budget read(
            List<Path> inputs, ReadOptions options, @Nullable Integer fiscalYear, @Nullable Stage stage) {
        return of(RecordedRun.reading(inputs, options), fiscalYear, stage);
    }

    /**
     * A part of what was read.
     *
     * @param fiscalYear null for the newest with an initial budget, or else the newest
     * @param stage      null for the initial one, or else the first that has amounts
     * @throws ProblemException if there is no amount in this year and stage
     */
    public static Budget of(Reading reading, @Nullable Integer fiscalYear, @Nullable Stage stage) {
        return new Budget(reading, reading.select(fiscalYear, stage));
    }

    /**
     * The item with this id, or else the one whose name is or contains the text.
     *
     * @param vocabulary says which characters are written in several ways
     * @throws ProblemException if there is none or there are several, or if the item was rejected when it was read
     */
    public BudgetItem item(String idOrName, Vocabulary vocabulary) {
        return new ItemFinder(this, vocabulary).find(idOrName);
    }

    /**
     * The items of all years and stages in the currency of the selected items.
     *
     * @throws ProblemException {@code TOO_LARGE} if their amounts cannot be added up
     */
    public List<BudgetItem> allYears() {
        List<BudgetItem> items = reading.items().stream()
                .filter(item -> item.currency().equals(selection.currency()))
                .toList();
        Magnitude.check(items);
        return items;
    }

    /** The programmes of {@link #allYears}, each once, in the order of the items. */
    public List<Programme> programmes() {
        Set<Programme> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return allYears().stream().map(BudgetItem::programme).filter(seen::add).toList();
    }
}
