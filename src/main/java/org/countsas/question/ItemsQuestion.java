package org.countsas.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.ItemList;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Which items are decided in a certain way, and how much do they come to? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 * @param filter     which decisions to list
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemsQuestion(@Nullable String definition, LocalDate asOf, ItemFilter filter) {

    /**
     * Answers the question. Decisions that are not listed are not kept.
     *
     * @param progress told how many more items are decided
     * @throws ProblemException if there is no such definition, or if no item is of a ministry or bureau that the filter names
     */
    public ItemList answer(Selection selection, CountsAs countsAs, IntConsumer progress) {
        Definition chosen = new DefinitionFinder(countsAs, asOf).definition(definition);
        filter.checkNames(selection.items(), countsAs.rules().vocabulary());
        Predicate<Decision> listed = filter.test(countsAs.rules().vocabulary());
        List<Decision> decisions = new ArrayList<>();
        try (Stream<List<Decision>> decided = countsAs.classify(selection.items().stream(), List.of(chosen), asOf)) {
            decided.forEachOrdered(each -> {
                each.stream().filter(listed).forEach(decisions::add);
                progress.accept(1);
            });
        }
        return new ItemList(
                chosen,
                asOf,
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                selection.items().size(),
                decisions,
                Totals.of(decisions, chosen));
    }
}
