package org.countsas.evaluation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.Verb;
import org.countsas.vocabulary.Mentions;
import org.countsas.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions into tests on numbers, and finds what an item must have for them to hold. A facility is known when a test is planned, so
 * that its kind is decided then and its name is one more concept. Immutable and thread-safe.
 *
 * @param vocabulary numbers the concepts
 */
record ConditionPlanner(Vocabulary vocabulary) {

    /** @param facility the facility that the condition is about, or null if it is about none */
    PlannedTest plan(Condition condition, @Nullable Facility facility) {
        if (condition instanceof Condition.All all) {
            return all(all.parts().stream().map(part -> plan(part, facility)).toList());
        } else if (condition instanceof Condition.Any any) {
            return any(any.parts().stream().map(part -> plan(part, facility)).toList());
        } else if (condition instanceof Condition.Not not) {
            return not(plan(not.part(), facility));
        } else if (condition instanceof Condition.Mentioned mentioned) {
            return mentioned(mentioned.verb(), mentioned.concepts());
        } else if (condition instanceof Condition.MentionedOften often) {
            return new PlannedTest(
                    item -> often.holds(item, facility), often.atLeast() > 0 ? triggers(often.concepts()) : null);
        } else if (condition instanceof Condition.PropertyIs property) {
            return value(new Trigger.PropertyPart(property.property()), property.values());
        } else if (condition instanceof Condition.AttributeIs attribute) {
            return value(new Trigger.AttributePart(attribute.key()), attribute.values());
        } else if (condition instanceof Condition.FacilityKindIs kind) {
            return facility != null && kind.kinds().contains(facility.getKind())
                    ? PlannedTest.ALWAYS
                    : PlannedTest.NEVER;
        } else if (condition instanceof Condition.FacilityMentioned mentioned) {
            return facility == null ? PlannedTest.NEVER : mentioned(mentioned.verb(), List.of(facility.getConcept()));
        }
        throw new IllegalArgumentException("no plan for " + condition);
    }

    private PlannedTest mentioned(Verb verb, List<String> concepts) {
        int[] numbers = concepts.stream().mapToInt(vocabulary::indexOf).toArray();
        int fields = Mentions.bits(verb.fields());
        return new PlannedTest(item -> mentions(item.found(), numbers, fields), triggers(concepts));
    }

    private static boolean mentions(Mentions found, int[] concepts, int fields) {
        for (int concept : concepts) {
            if (found.in(fields, concept)) {
                return true;
            }
        }
        return false;
    }

    private Set<Trigger> triggers(List<String> concepts) {
        return concepts.stream()
                .map(concept -> new Trigger.Concept(vocabulary.indexOf(concept)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PlannedTest value(Trigger.Part part, List<String> values) {
        return new PlannedTest(
                item -> values.contains(part.of(item.programme())),
                values.stream().map(value -> new Trigger.Value(part, value)).collect(Collectors.toUnmodifiableSet()));
    }

    /** All hold. What one of them needs, all of them need: the fewest things are the best to look for. */
    static PlannedTest all(List<PlannedTest> parts) {
        if (parts.stream().anyMatch(PlannedTest::isNever)) {
            return PlannedTest.NEVER;
        }
        Set<Trigger> fewest = null;
        for (PlannedTest part : parts) {
            Set<Trigger> triggers = part.triggers();
            if (triggers != null && (fewest == null || triggers.size() < fewest.size())) {
                fewest = triggers;
            }
        }
        PlannedTest[] tests = parts.toArray(PlannedTest[]::new);
        return new PlannedTest(item -> allHold(tests, item), fewest);
    }

    private static boolean allHold(PlannedTest[] tests, Item item) {
        for (PlannedTest test : tests) {
            if (!test.holds(item)) {
                return false;
            }
        }
        return true;
    }

    /** At least one holds. */
    static PlannedTest any(Collection<PlannedTest> parts) {
        PlannedTest[] tests = parts.stream().filter(part -> !part.isNever()).toArray(PlannedTest[]::new);
        Set<Trigger> triggers = new HashSet<>();
        for (PlannedTest test : tests) {
            Set<Trigger> ofTest = test.triggers();
            if (ofTest == null) {
                return new PlannedTest(item -> anyHolds(tests, item), null);
            }
            triggers.addAll(ofTest);
        }
        return new PlannedTest(item -> anyHolds(tests, item), Set.copyOf(triggers));
    }

    private static boolean anyHolds(PlannedTest[] tests, Item item) {
        for (PlannedTest test : tests) {
            if (test.holds(item)) {
                return true;
            }
        }
        return false;
    }

    /** It does not hold. */
    static PlannedTest not(PlannedTest part) {
        return part.isNever() ? PlannedTest.ALWAYS : new PlannedTest(item -> !part.holds(item), null);
    }
}
