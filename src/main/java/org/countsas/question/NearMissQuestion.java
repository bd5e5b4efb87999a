package org.countsas.question;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.NearMissGroup;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.ItemFilter;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Which items nearly count, and what do they miss? Immutable and thread-safe.
 *
 * @param definition     as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf           the day on which rules must be in force
 * @param policy         whose rules to check, adopted or not; null for all policies that the definition adopts
 * @param mostConditions the most conditions that an item may miss, 1 to {@value #MOST}
 * @param filter         which items to look at
 */
@API(status = API.Status.EXPERIMENTAL)
public record NearMissQuestion(
        @Nullable String definition,
        LocalDate asOf,
        @Nullable String policy,
        int mostConditions,
        ItemFilter filter) {
    private static final int MOST = 5;

    public NearMissQuestion {
        if (mostConditions < 1 || mostConditions > MOST) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION, Place.NONE, "--max-conditions is " + mostConditions, "Choose 1 to " + MOST);
        }
    }

    /** The question about all items. */
    public NearMissQuestion(@Nullable String definition, LocalDate asOf, @Nullable String policy, int mostConditions) {
        this(definition, asOf, policy, mostConditions, ItemFilter.ALL);
    }

    /** The same question about those items that a filter lets through, as they are decided. */
    public NearMissQuestion about(ItemFilter wanted) {
        return new NearMissQuestion(definition, asOf, policy, mostConditions, wanted);
    }

    /**
     * What the items miss.
     *
     * @param definition the definition under which they do not count
     * @param groups     the items, by what they miss
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(Definition definition, List<NearMissGroup> groups) {
        public Answer {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Answers the question. Conditions alone answer it; no rule is compiled.
     *
     * @throws ProblemException if there is no such definition or policy, or no item of a ministry or bureau that the filter names
     */
    public Answer answer(Selection selection, RuleBook rules) {
        filter.checkNames(selection.items(), rules.vocabulary());
        Definition chosen = new DefinitionFinder(Definitions.read(rules), rules, asOf).definition(definition);
        return new Answer(
                chosen,
                new Explainer(rules)
                        .nearMisses(
                                selection.items(),
                                chosen,
                                asOf,
                                RuleFinder.policies(policy, chosen, rules),
                                mostConditions,
                                filter.test(rules.vocabulary())));
    }
}
