package org.countsas.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.jspecify.annotations.Nullable;

/** Finds the rules that someone means, or says which ones exist. */
@API(status = API.Status.EXPERIMENTAL)
public final class RuleFinder {
    private RuleFinder() {}

    /**
     * The rule with this name or title, in upper or lower case.
     *
     * @throws ProblemException {@code NO_SUCH_RULE}
     */
    public static Rule rule(String name, RuleBook rules) {
        return rules.rule(name)
                .or(() -> rules.rules().stream()
                        .filter(rule -> rule.name().equalsIgnoreCase(name)
                                || rules.ruleTitle(rule.name()).in("ja").equals(name)
                                || rules.ruleTitle(rule.name()).in("en").equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new ProblemException(
                        Code.NO_SUCH_RULE,
                        Place.NONE,
                        "There is no rule '" + name + "'",
                        near(name, rules).map(Suggestion::question).orElse("See 'rules list'")));
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
     * @param policy null for all
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    public static List<Rule> rulesOf(@Nullable String policy, RuleBook rules) {
        if (policy == null) {
            return rules.rules();
        }
        checkPolicy(policy, rules);
        return rules.rules().stream()
                .filter(rule -> rule.policy().equals(policy))
                .toList();
    }

    /**
     * The policies that a question is about.
     *
     * @param policy null for all that the definition adopts
     * @throws ProblemException {@code NO_SUCH_POLICY}
     */
    static Predicate<String> policies(@Nullable String policy, Definition definition, RuleBook rules) {
        if (policy == null) {
            return id -> definition.adoptionOf(id).isPresent();
        }
        checkPolicy(policy, rules);
        return policy::equals;
    }

    private static void checkPolicy(String policy, RuleBook rules) {
        if (rules.policy(policy).isEmpty()) {
            throw new ProblemException(
                    Code.NO_SUCH_POLICY,
                    Place.NONE,
                    "There is no policy '" + policy + "'",
                    Suggestion.fix(
                            policy, rules.policies().stream().map(Policy::id).toList()));
        }
    }
}
