package org.countsas.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.question.name.NameFinder;
import org.jspecify.annotations.Nullable;

/** Finds the rules that someone means, or says which ones exist. */
@API(status = API.Status.EXPERIMENTAL)
public final class RuleFinder {
    private RuleFinder() {}

    /**
     * The rule with this name or title; width, case, spaces and hyphens do not matter.
     *
     * @throws ProblemException {@code NO_SUCH_RULE}
     */
    public static Rule rule(String name, RuleBook rules) {
        return rules.rule(name)
                .or(() -> Names.of(rules.rules(), Rule::name, rule -> titles(rule, rules))
                        .find(name))
                .orElseThrow(() -> new ProblemException(
                        Code.NO_SUCH_RULE,
                        Place.NONE,
                        "There is no rule '" + name + "'",
                        near(name, rules).map(Suggestion::question).orElse("See 'rules list'")));
    }

    private static List<String> titles(Rule rule, RuleBook rules) {
        return List.of(
                rules.ruleTitle(rule.name()).en(), rules.ruleTitle(rule.name()).ja());
    }

    private static Optional<String> near(String name, RuleBook rules) {
        List<String> known = rules.rules().stream().map(Rule::name).toList();
        String wanted = rules.vocabulary().normalized(name);
        return Suggestion.nearest(name, known)
                .or(() -> known.stream()
                        .filter(each -> rules.vocabulary().normalized(each).contains(wanted))
                        .findFirst());
    }

    /**
     * The rules of a policy.
     *
     * @param policy its id or title; null for all
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    public static List<Rule> rulesOf(@Nullable String policy, RuleBook rules) {
        if (policy == null) {
            return rules.rules();
        }
        String id = NameFinder.policy(policy, rules);
        return rules.rules().stream().filter(rule -> rule.policy().equals(id)).toList();
    }

    /**
     * The policies that a question is about.
     *
     * @param policy its id or title; null for all that the definition adopts
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    static Predicate<String> policies(@Nullable String policy, Definition definition, RuleBook rules) {
        if (policy == null) {
            return id -> definition.adoptionOf(id).isPresent();
        }
        return NameFinder.policy(policy, rules)::equals;
    }
}
