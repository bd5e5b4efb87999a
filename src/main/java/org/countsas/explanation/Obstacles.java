package org.countsas.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.definition.Definition;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;

/**
 * What stands between an item and the other outcome, and the changes that remove it.
 *
 * @param book       the rules
 * @param definition the definition as it is
 * @param asOf       the day whose rules are in force
 */
record Obstacles(RuleBook book, Definition definition, LocalDate asOf) {
    /** How much a way keeps if it builds on a rule that already holds. */
    private static final int WHOLE_RULE = 1_000;

    /** A set of changes and how much of a rule it builds on: answers that keep more of what the item has are reported first. */
    record Way(List<Change> changes, int kept) {}

    /**
     * What would make the item count.
     *
     * @param first whether nothing has been changed yet: only then are rules that do not hold tried
     */
    List<Way> toCount(ChangedDecisions.State state, boolean first) {
        List<Way> ways = new ArrayList<>();
        Set<String> held = new HashSet<>();
        for (WeighedFinding weighed : state.decision().findings()) {
            Rule rule = weighed.finding().rule();
            held.add(rule.name());
            if (rule.effect() != Effect.COUNT) {
                continue;
            }
            if (weighed.standing() == Standing.OUTSIDE
                    && definition.adoptionOf(rule.policy()).isEmpty()
                    && weighed.finding().inForceOn(asOf)) {
                ways.add(new Way(List.of(new Change.Adopt(rule.policy())), WHOLE_RULE));
            }
            weighed.defeatedBy().flatMap(book::rule).ifPresent(reject -> {
                ways.add(new Way(List.of(new Change.Without(reject.name())), WHOLE_RULE));
                ConditionChanges.to(reject.condition(), state.item(), false)
                        .forEach(way -> ways.add(new Way(way, WHOLE_RULE)));
            });
        }
        if (first) {
            for (Rule rule : book.rules()) {
                if (rule.effect() == Effect.COUNT && !held.contains(rule.name()) && Explainer.inForce(rule, asOf)) {
                    boolean adopted = definition.adoptionOf(rule.policy()).isPresent();
                    int kept = ConditionTrees.metByHaving(rule.condition(), state.item());
                    List<Change> more = new ArrayList<>();
                    if (!rule.facilitiesHold(state.item(), book.facilities())) {
                        Optional<Change> facility = FacilityChanges.toHold(rule, state.item(), book.facilities(), asOf);
                        if (facility.isEmpty()) {
                            continue;
                        }
                        more.add(facility.get());
                    }
                    if (!adopted) {
                        more.add(new Change.Adopt(rule.policy()));
                    }
                    ConditionChanges.to(rule.condition(), state.item(), true)
                            .forEach(way -> ways.add(new Way(plus(way, more), kept)));
                }
            }
        }
        return ways;
    }

    /** What would make the item no longer count. */
    List<Way> toStop(ChangedDecisions.State state) {
        List<Way> ways = new ArrayList<>();
        for (WeighedFinding weighed : state.decision().findings()) {
            Rule rule = weighed.finding().rule();
            boolean stands = weighed.standing() == Standing.DECISIVE || weighed.standing() == Standing.SUPPORTING;
            if (rule.effect() != Effect.COUNT || !stands) {
                continue;
            }
            ways.add(new Way(List.of(new Change.Drop(rule.policy())), WHOLE_RULE));
            ConditionChanges.to(rule.condition(), state.item(), false)
                    .forEach(way -> ways.add(new Way(way, WHOLE_RULE)));
            FacilityChanges.toFail(rule, state.item(), book.facilities())
                    .ifPresent(change -> ways.add(new Way(List.of(change), WHOLE_RULE)));
            for (Rule reject : book.rules()) {
                boolean reaches = reject.effect() == Effect.REJECT
                        && (reject.policy().equals(rule.policy())
                                || (reject.scope() == Scope.EVERYWHERE
                                        && definition
                                                .adoptionOf(reject.policy())
                                                .isPresent()))
                        && reject.strength().compareTo(rule.strength()) >= 0;
                if (reaches && Explainer.inForce(reject, asOf) && !reject.holds(state.item(), book.facilities())) {
                    int kept = ConditionTrees.metByHaving(reject.condition(), state.item());
                    ConditionChanges.to(reject.condition(), state.item(), true)
                            .forEach(way -> ways.add(new Way(way, kept)));
                }
            }
        }
        return ways;
    }

    private static List<Change> plus(List<Change> changes, List<Change> more) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return all;
    }
}
