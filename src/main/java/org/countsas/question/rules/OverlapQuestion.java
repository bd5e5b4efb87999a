package org.countsas.question.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.problem.ProblemException;
import org.countsas.quality.lint.Overlap;
import org.countsas.quality.lint.Overlaps;
import org.jspecify.annotations.Nullable;

/**
 * Which policies claim the same money? Immutable and thread-safe.
 *
 * @param definition id of the definition that decides; null for the one in force
 * @param asOf       the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record OverlapQuestion(@Nullable String definition, LocalDate asOf) {

    /**
     * Answers the question.
     *
     * @param items    one for each programme
     * @param progress told, from several threads, how many more items are done
     * @throws ProblemException if there is no such definition
     */
    public Overlaps answer(List<BudgetItem> items, CountsAs countsAs, IntConsumer progress) {
        Definition chosen = definition == null
                ? countsAs.definitions().inForceOn(asOf)
                : countsAs.definitions().get(definition);
        List<Decision> decisions = new Adjudicator(chosen, asOf)
                .decide(
                        items,
                        countsAs.evaluate(
                                items.stream().map(BudgetItem::programme).toList(), progress));
        return new Overlaps(
                chosen, items.isEmpty() ? chosen.currency() : items.get(0).currency(), Overlap.in(decisions));
    }
}
