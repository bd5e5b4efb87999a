package org.countsas.policy;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule, as a tree: the exact meaning of the DRL text, in a form that can be evaluated and explained part by part. The rule
 * language has nothing that this tree cannot express.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Condition {

    /**
     * Where a condition is in its rule file.
     *
     * @param text   its source text
     * @param line   line, from 1
     * @param column column, from 1
     */
    record Source(String text, int line, int column) {}

    /** Where this condition is. */
    Source source();

    /**
     * Whether the condition holds.
     *
     * @param facility the facility that the rule joins with, or null if it joins with none
     */
    @API(status = API.Status.INTERNAL)
    boolean holds(Item item, @Nullable Facility facility);

    /** All parts hold. */
    record All(List<Condition> parts, Source source) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            for (Condition part : parts) {
                if (!part.holds(item, facility)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts, Source source) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            for (Condition part : parts) {
                if (part.holds(item, facility)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The part does not hold. */
    record Not(Condition part, Source source) implements Condition {
        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return !part.holds(item, facility);
        }
    }

    /** Any of the concepts is mentioned in the verb's fields. */
    record Mentioned(Verb verb, List<String> concepts, Source source) implements Condition {
        public Mentioned {
            concepts = List.copyOf(concepts);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return item.any(verb, concepts);
        }
    }

    /** The concepts are mentioned at least this often in name, purpose and overview. */
    record MentionedOften(List<String> concepts, int atLeast, Source source) implements Condition {
        public MentionedOften {
            concepts = List.copyOf(concepts);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return item.mentionCount(concepts) >= atLeast;
        }
    }

    /** A property is one of the values. */
    record PropertyIs(Property property, List<String> values, Source source) implements Condition {
        public PropertyIs {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return values.contains(property.of(item.programme()));
        }
    }

    /** An attribute is one of the values. */
    record AttributeIs(String key, List<String> values, Source source) implements Condition {
        public AttributeIs {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return values.contains(item.attribute(key));
        }
    }

    /** The facility is of one of the kinds. */
    record FacilityKindIs(List<String> kinds, Source source) implements Condition {
        public FacilityKindIs {
            kinds = List.copyOf(kinds);
        }

        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return facility != null && kinds.contains(facility.getKind());
        }
    }

    /** The facility is mentioned in the verb's fields. */
    record FacilityMentioned(Verb verb, Source source) implements Condition {
        @Override
        public boolean holds(Item item, @Nullable Facility facility) {
            return facility != null && item.any(verb, List.of(facility.getConcept()));
        }
    }
}
