package org.countsas.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.Verb;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;

/** Finds which mention of a listed facility would make a rule's join hold, or fail. */
final class FacilityChanges {
    private FacilityChanges() {}

    /** The mention of the facility designated first, on or before the day, with which the join would hold. */
    static Optional<Change> toHold(Rule rule, Item item, List<Facility> listed, LocalDate asOf) {
        FacilityJoin join = rule.facilities().orElseThrow();
        Optional<Verb> verb = verb(join.condition());
        if (join.quantifier() == Quantifier.NONE || verb.isEmpty()) {
            return Optional.empty();
        }
        return listed.stream()
                .filter(facility -> !facility.designated().isAfter(asOf) && couldMeet(join.condition(), item, facility))
                .min(Comparator.comparing(Facility::designated).thenComparing(Facility::getConcept))
                .map(facility -> new Change.OfFacility(
                        verb.get(), List.of(facility.getConcept()), kinds(join.condition()), true));
    }

    /** No mention of any facility with which the join holds. */
    static Optional<Change> toFail(Rule rule, Item item, List<Facility> listed) {
        if (rule.facilities().isEmpty() || rule.facilities().get().quantifier() == Quantifier.NONE) {
            return Optional.empty();
        }
        FacilityJoin join = rule.facilities().get();
        List<String> met = listed.stream()
                .filter(facility -> join.condition().holds(item, facility))
                .map(Facility::getConcept)
                .sorted()
                .toList();
        return verb(join.condition())
                .filter(verb -> !met.isEmpty())
                .map(verb -> new Change.OfFacility(verb, met, kinds(join.condition()), false));
    }

    /** Whether the condition would hold if the facility were mentioned wherever the condition asks for it. */
    private static boolean couldMeet(Condition condition, Item item, Facility facility) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> couldMeet(part, item, facility));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> couldMeet(part, item, facility));
        }
        return condition instanceof Condition.FacilityMentioned || condition.holds(item, facility);
    }

    /** Where the join's condition looks for the facility, if it asks for a mention. */
    static Optional<Verb> verb(Condition condition) {
        return leaves(condition).stream()
                .filter(Condition.FacilityMentioned.class::isInstance)
                .map(leaf -> ((Condition.FacilityMentioned) leaf).verb())
                .findFirst();
    }

    /** The kinds of facilities that a join's condition asks for; none if it does not restrict the kind. */
    static List<String> kinds(Condition condition) {
        Set<String> kinds = new TreeSet<>();
        leaves(condition).forEach(leaf -> {
            if (leaf instanceof Condition.FacilityKindIs is) {
                kinds.addAll(is.kinds());
            }
        });
        return List.copyOf(kinds);
    }

    private static List<Condition> leaves(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(part -> leaves(part).stream()).toList();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().flatMap(part -> leaves(part).stream()).toList();
        }
        return new ArrayList<>(List.of(condition));
    }
}
