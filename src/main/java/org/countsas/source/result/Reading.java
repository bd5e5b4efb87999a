package org.countsas.source.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;

/**
 * Everything that was read: all fiscal years and stages that the inputs have. Immutable and thread-safe.
 *
 * @param items    the budget items, at most one for each id, fiscal year and stage; items of one programme share the same
 *                 {@link org.countsas.item.Programme} as long as its texts are the same in every row
 * @param rejected rows that gave no item, in the order in which they were met
 * @param warnings what to know though nothing was rejected
 * @param files    the files that were read, in the order of the inputs
 */
public record Reading(
        List<BudgetItem> items, List<RejectedRow> rejected, List<Warning> warnings, List<ReadFile> files) {

    public Reading {
        items = List.copyOf(items);
        rejected = List.copyOf(rejected);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
    }

    /**
     * The items of one fiscal year and stage. By default these are the newest year that has an initial budget other than
     * zero, and the initial stage; where there is no initial budget at all, the newest year, and the first stage that has
     * amounts in the order initial, supplementary, request, executed.
     *
     * @param year  the fiscal year asked for; empty for the default
     * @param stage the stage asked for; empty for the default
     * @throws org.countsas.problem.ProblemException {@code NO_SUCH_YEAR} if there is no amount in this year and stage,
     *                                               {@code MIXED_CURRENCIES} if the amounts cannot be added up,
     *                                               {@code EMPTY_INPUT} if there are no items at all
     */
    public Selection select(OptionalInt year, Optional<Stage> stage) {
        return new Selector(this).select(year, stage);
    }
}
