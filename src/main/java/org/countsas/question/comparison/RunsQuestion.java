package org.countsas.question.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.like.LikeSide;
import org.countsas.comparison.reform.Reformed;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.DefinitionFinder;
import org.countsas.question.RecordedRun;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What is the difference between two recorded runs? Each is decided again by its own rules, under its own definition, on its own day.
 * Immutable and thread-safe.
 *
 * @param before     a run
 * @param after      the run to compare it with
 * @param definition of both, as {@link DefinitionFinder} reads it; null for the only one of each
 * @param measures   what the totals are compared with
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunsQuestion(
        Named before, Named after, @Nullable String definition, Measures measures) {

    /**
     * A run with a name.
     *
     * @param name distinguishes it from the other, such as the name of its file
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Named(String name, RecordedRun run) {}

    /** What differs, in one of two forms. */
    @API(status = API.Status.EXPERIMENTAL)
    public sealed interface Answer {
        /**
         * Of runs over the same items on the same day: with what each change is worth.
         *
         * @param rules those of the first run
         */
        @API(status = API.Status.EXPERIMENTAL)
        record SameItems(ComparisonAnswer comparison, CountsAs rules) implements Answer {}

        /**
         * Of other runs: like with like.
         *
         * @param rules those of the second run
         */
        @API(status = API.Status.EXPERIMENTAL)
        record OtherItems(LikeComparison comparison, CountsAs rules) implements Answer {}
    }

    private record Side(String name, EvaluatedBudget budget, Reformed reformed, RecordedRun run) {}

    /**
     * Answers the question.
     *
     * @param loader   makes the rules of a run ready to decide
     * @param progress told, from several threads, how many more programmes are evaluated
     * @throws ProblemException if a run has several definitions and none is named, if there is no such definition, if it is made for a
     *                          currency other than the items', or if the items of the runs are in different currencies
     */
    public Answer answer(Function<RulesFolder, CountsAs> loader, IntConsumer progress) {
        Budget first = Budget.of(before.run().reading(), null, null);
        boolean sameItems = before.run().itemsDigest().equals(after.run().itemsDigest());
        // Findings belong to programmes by identity: the same items must be the same objects.
        Budget second = sameItems ? first : Budget.of(after.run().reading(), null, null);
        EvaluatedBudget one =
                new EvaluatedBudget(first, loader.apply(before.run().rules()), progress);
        boolean sameRules =
                before.run().rules().digest().equals(after.run().rules().digest());
        EvaluatedBudget other = sameItems && sameRules
                ? one
                : new EvaluatedBudget(
                        second,
                        sameRules ? one.countsAs() : loader.apply(after.run().rules()),
                        progress);
        Side left = side(before, one);
        Side right = side(after, other);
        return sameItems && before.run().asOf().equals(after.run().asOf())
                ? new Answer.SameItems(compare(left, right), one.countsAs())
                : new Answer.OtherItems(LikeComparison.of(like(left), like(right)), other.countsAs());
    }

    private Side side(Named named, EvaluatedBudget budget) {
        DefinitionFinder finder = budget.finder(named.run().asOf());
        Reformed reformed = finder.apply(measures.with(finder.reform(named.run().definition(definition))));
        budget.checkCurrency(reformed);
        return new Side(named.name(), budget, reformed, named.run());
    }

    private ComparisonAnswer compare(Side left, Side right) {
        List<ComparisonInput> inputs = List.of(input(left), input(right));
        DefinitionFinder finder = left.budget().finder(left.run().asOf());
        return new ComparisonAnswer(
                left.budget(),
                inputs,
                finder.reforms(),
                left.budget().comparer(left.run().asOf(), measures.targets()).compare(inputs, finder.reforms()));
    }

    private static ComparisonInput input(Side side) {
        return side.budget().input(side.reformed().expression() + " (" + side.name() + ")", side.reformed());
    }

    private static LikeSide like(Side side) {
        Selection selection = side.budget().selection();
        return new LikeSide(
                side.name(),
                side.reformed().definition(),
                side.run().asOf(),
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                new Adjudicator(side.reformed().definition(), side.run().asOf())
                        .decide(selection.items(), side.budget().findings()));
    }
}
