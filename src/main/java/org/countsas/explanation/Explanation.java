package org.countsas.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was asked about one decision, and the answers.
 *
 * <p>Immutable and thread-safe.
 *
 * @param definition            the definition that decided
 * @param asOf                  the day on which rules had to be in force
 * @param decision              what was decided
 * @param found                 the rules that the decision's findings come from, condition by condition, by name
 * @param rules                 rules that were asked about by name
 * @param nearMissesOrNull      the rules that would have counted the item and do not hold, the nearest first; null if nobody asked
 * @param counterfactualsOrNull the smallest sets of changes that flip the outcome; null if nobody asked
 */
@API(status = API.Status.EXPERIMENTAL)
public record Explanation(
        Definition definition,
        LocalDate asOf,
        Decision decision,
        List<RuleResult> found,
        List<RuleResult> rules,
        @Nullable List<NearMiss> nearMissesOrNull,
        @Nullable List<Counterfactual> counterfactualsOrNull) {

    public Explanation {
        requireNonNull(definition, "definition");
        requireNonNull(asOf, "asOf");
        requireNonNull(decision, "decision");
        found = List.copyOf(found);
        rules = List.copyOf(rules);
        nearMissesOrNull = nearMissesOrNull == null ? null : List.copyOf(nearMissesOrNull);
        counterfactualsOrNull = counterfactualsOrNull == null ? null : List.copyOf(counterfactualsOrNull);
    }

    /** The rules that would have counted the item and do not hold, the nearest first; empty if nobody asked. */
    public Optional<List<NearMiss>> nearMisses() {
        return Optional.ofNullable(nearMissesOrNull);
    }

    /** The smallest sets of changes that flip the outcome; empty if nobody asked. */
    public Optional<List<Counterfactual>> counterfactuals() {
        return Optional.ofNullable(counterfactualsOrNull);
    }

    /** The same with rules that were asked about. */
    public Explanation withRules(List<RuleResult> asked) {
        return new Explanation(definition, asOf, decision, found, asked, nearMissesOrNull, counterfactualsOrNull);
    }

    /** The same with an answer to "why not?". */
    public Explanation withNearMisses(List<NearMiss> misses) {
        return new Explanation(definition, asOf, decision, found, rules, misses, counterfactualsOrNull);
    }

    /** The same with an answer to "what would have to be different?". */
    public Explanation withCounterfactuals(List<Counterfactual> sets) {
        return new Explanation(definition, asOf, decision, found, rules, nearMissesOrNull, sets);
    }

    /** The tree of a rule that a finding of the decision comes from. */
    public Optional<RuleResult> found(String rule) {
        return found.stream()
                .filter(result -> result.rule().name().equals(rule))
                .findFirst();
    }
}
