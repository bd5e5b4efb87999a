package org.countsas.question.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Strength;

/**
 * For which reasons a decision is listed: it has a finding that is one of each of these. Without standings the finding must be the one that
 * decided. Immutable and thread-safe.
 *
 * @param rules     names of rules; empty for all
 * @param bases     on whose word the rule stands; empty for any
 * @param strengths how strong a reason it is; empty for any
 * @param standings what became of the finding; empty for what decided
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReasonFilter(List<String> rules, Set<Basis> bases, Set<Strength> strengths, Set<Standing> standings) {
    /** Any reason, and none. */
    public static final ReasonFilter ANY = new ReasonFilter(List.of(), Set.of(), Set.of(), Set.of());

    public ReasonFilter {
        rules = List.copyOf(rules);
        bases = Set.copyOf(bases);
        strengths = Set.copyOf(strengths);
        standings = Set.copyOf(standings);
    }

    /** Whether it lets everything through. */
    public boolean isAny() {
        return equals(ANY);
    }

    Predicate<Decision> test() {
        return isAny()
                ? decision -> true
                : decision -> decision.findings().stream().anyMatch(this::holds);
    }

    private boolean holds(WeighedFinding weighed) {
        Rule rule = weighed.finding().rule();
        return (rules.isEmpty() || rules.contains(rule.name()))
                && (bases.isEmpty() || bases.contains(rule.basis()))
                && (strengths.isEmpty() || strengths.contains(rule.strength()))
                && (standings.isEmpty()
                        ? weighed.standing() == Standing.DECISIVE
                        : standings.contains(weighed.standing()));
    }
}
