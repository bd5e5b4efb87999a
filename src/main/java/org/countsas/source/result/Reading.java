package org.countsas.source.result;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.source.spool.ItemsOnDisk;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read: all fiscal years and stages that the inputs have. Immutable and thread-safe.
 *
 * @param items    the budget items, at most one for each id, fiscal year and stage; items of one programme share the same
 *                 {@link org.countsas.item.Programme} if its texts are the same in every row. If the inputs are larger than memory, the
 *                 items lie on disk, by fiscal year, stage and id; then each is made anew whenever it is asked for
 * @param rejected rows that gave no item, in the order in which they were met
 * @param leftOut  rows that mapping profiles leave out, by reason, fiscal year and stage
 * @param warnings what the user should know although nothing was rejected
 * @param files    the files that were read, in the order of the inputs
 * @param sections the sections of the statutory budget that programmes say they are paid from, if requested
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reading(
        List<BudgetItem> items,
        List<RejectedRow> rejected,
        List<LeftOutRows> leftOut,
        List<Warning> warnings,
        List<ReadFile> files,
        List<SectionFunding> sections) {

    public Reading {
        items = ItemsOnDisk.keep(items);
        rejected = List.copyOf(rejected);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
        sections = List.copyOf(sections);
    }

    /**
     * The items of the fiscal year and stage that a person most likely means: the newest year with an initial budget other than zero, and
     * the initial stage; if there is no initial budget at all, the newest year, and its first stage with amounts in the order initial,
     * supplementary, revised, provisional, request, executed.
     *
     * @throws org.countsas.problem.ProblemException {@code MIXED_CURRENCIES} or {@code TOO_LARGE} if the amounts cannot be added up,
     *                                               {@code EMPTY_INPUT} if there are no items at all
     */
    public Selection select() {
        return select(null, null);
    }

    /**
     * The items of one fiscal year and stage.
     *
     * @param fiscalYear the fiscal year asked for; null for the one that {@link #select()} would take, given the stage
     * @param stage      the stage asked for; null for the one that {@link #select()} would take, given the year
     * @throws org.countsas.problem.ProblemException {@code NO_SUCH_YEAR} if there is no amount in this year and stage,
     *                                               {@code MIXED_CURRENCIES} or {@code TOO_LARGE} if the amounts cannot be added up,
     *                                               {@code EMPTY_INPUT} if there are no items at all
     */
    public Selection select(@Nullable Integer fiscalYear, @Nullable Stage stage) {
        return new Selector(this).select(fiscalYear, stage);
    }
}
