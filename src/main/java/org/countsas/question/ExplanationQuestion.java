package org.countsas.question;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Why does this item count, or not count? Conditions alone answer it; no rule is compiled. Immutable and thread-safe.
 *
 * @param item       the item's id, or a part of its name
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 * @param rules      names of rules that are to be shown condition by condition
 * @param nearMisses whether and where to look for rules that nearly count it
 * @param whatIf     whether to look for the smallest changes that would reverse the decision
 */
@API(status = API.Status.EXPERIMENTAL)
public record ExplanationQuestion(
        String item,
        @Nullable String definition,
        LocalDate asOf,
        List<String> rules,
        NearMissScope nearMisses,
        boolean whatIf) {
    /** A rule that misses more conditions does not answer "why not?". */
    private static final int MOST_MISSING = 3;

    public ExplanationQuestion {
        rules = List.copyOf(rules);
    }

    /** Where to look for rules that nearly count an item. */
    public sealed interface NearMissScope {
        /** Nowhere. */
        record None() implements NearMissScope {}

        /** Among the rules of all policies that the definition adopts. */
        record Adopted() implements NearMissScope {}

        /**
         * Among the rules of one policy.
         *
         * @param policy its id, whether the definition adopts it or not
         */
        record OfPolicy(String policy) implements NearMissScope {}
    }

    /** Why the definition in force decides as it does, and nothing else. */
    public static ExplanationQuestion about(String item, LocalDate asOf) {
        return new ExplanationQuestion(item, null, asOf, List.of(), new NearMissScope.None(), false);
    }

    /**
     * Answers the question.
     *
     * @throws ProblemException if there is no such item, definition, rule or policy
     */
    public Explanation answer(Budget budget, RuleBook book) {
        BudgetItem found = budget.item(item, book.vocabulary());
        Definition chosen = new DefinitionFinder(Definitions.read(book), book, asOf).definition(definition);
        List<Rule> asked =
                rules.stream().map(name -> RuleFinder.rule(name, book)).toList();
        Explainer explainer = new Explainer(book);
        Explanation explanation = explainer.explain(found, chosen, asOf);
        if (!asked.isEmpty()) {
            explanation = explanation.withRules(asked.stream()
                    .map(rule -> explainer.rule(rule, found.programme()))
                    .toList());
        }
        if (!(nearMisses instanceof NearMissScope.None)) {
            String policy = nearMisses instanceof NearMissScope.OfPolicy of ? of.policy() : null;
            explanation = explanation.withNearMisses(
                    explainer.nearMisses(found, chosen, asOf, RuleFinder.policies(policy, chosen, book), MOST_MISSING));
        }
        return whatIf ? explanation.withCounterfactuals(explainer.counterfactuals(found, chosen, asOf)) : explanation;
    }
}
