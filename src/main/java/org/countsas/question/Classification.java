package org.countsas.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.report.summary.Highlights;
import org.countsas.source.result.Selection;
import org.countsas.source.spool.ItemsOnDisk;

/**
 * Which items of a budget count under which definitions, and how much does that make? Decisions pass through one after another and are not
 * kept, so that only the items need memory. Immutable and thread-safe.
 *
 * @param countsAs    the rules
 * @param selection   the items
 * @param definitions the definitions
 * @param asOf        the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record Classification(CountsAs countsAs, Selection selection, List<Definition> definitions, LocalDate asOf) {

    public Classification {
        definitions = List.copyOf(definitions);
    }

    /**
     * The result under one definition.
     *
     * @param summary    its sums, over all items
     * @param highlights the few decisions that a person wants to see with the sums, among those that were to be listed
     * @param listed     the sums of what was to be listed
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Result(Summary summary, Highlights highlights, Totals listed) {}

    /** Decides every item, and lists all: see {@link #run(ItemFilter, Consumer)}. */
    public List<Result> run(Consumer<List<Decision>> each) {
        return run(ItemFilter.ALL, each);
    }

    /**
     * Decides every item.
     *
     * @param filter which decisions to list; it changes no sum but {@link Result#listed}
     * @param each   receives each item's decisions, one under each definition, in the order of the items and on the calling thread
     * @return the result under each definition
     * @throws ProblemException if no item is of a ministry or bureau that the filter names
     */
    public List<Result> run(ItemFilter filter, Consumer<List<Decision>> each) {
        filter.checkNames(selection.items(), countsAs.rules().vocabulary());
        Predicate<Decision> listed = filter.test(countsAs.rules().vocabulary());
        List<Totals.Sum> sums = definitions.stream().map(this::sum).toList();
        List<Totals.Sum> listedSums = definitions.stream().map(this::sum).toList();
        List<Highlights> highlights =
                definitions.stream().map(definition -> new Highlights()).toList();
        try (Stream<List<Decision>> decided = countsAs.classify(selection.items().stream(), definitions, asOf)) {
            decided.forEachOrdered(decisions -> {
                for (int i = 0; i < decisions.size(); i++) {
                    sums.get(i).add(decisions.get(i));
                    if (listed.test(decisions.get(i))) {
                        listedSums.get(i).add(decisions.get(i));
                        highlights.get(i).add(decisions.get(i));
                    }
                }
                each.accept(decisions);
            });
        }
        return IntStream.range(0, definitions.size())
                .mapToObj(i -> new Result(
                        Summary.of(
                                selection, definitions.get(i), asOf, sums.get(i).totals()),
                        highlights.get(i),
                        listedSums.get(i).totals()))
                .toList();
    }

    /** Items on disk are too many to remember their ids; they are sorted. */
    private Totals.Sum sum(Definition definition) {
        return selection.items() instanceof ItemsOnDisk ? Totals.Sum.inOrder(definition) : new Totals.Sum(definition);
    }

    /** What to know about the result: the warnings of the reading, and definitions made for another currency. */
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(selection.warnings());
        definitions.stream()
                .filter(definition -> !definition.currency().equals(selection.currency()))
                .map(this::otherCurrency)
                .forEach(warnings::add);
        return warnings;
    }

    private Problem otherCurrency(Definition definition) {
        return new Problem(
                Code.DEFINITION_CURRENCY,
                Place.NONE,
                "The definition " + definition.id() + " is made for amounts in " + definition.currency()
                        + ", but these are in " + selection.currency(),
                "Choose another with --definition, or read the result as a trial");
    }
}
