package org.countsas.evaluation;

import org.countsas.item.Programme;
import org.countsas.policy.Property;

/** Something that a programme may have, by which rules are selected. Immutable. */
sealed interface Trigger {

    /** The mention of a concept in any field. */
    record Concept(int number) implements Trigger {}

    /** A value of a part of the programme; empty for a part that it does not have. */
    record Value(Part part, String value) implements Trigger {}

    /** A part of a programme that a condition compares with a text. */
    sealed interface Part {
        String of(Programme programme);
    }

    /** A property. */
    record PropertyPart(Property property) implements Part {
        @Override
        public String of(Programme programme) {
            return property.of(programme);
        }
    }

    /** An attribute. */
    record AttributePart(String key) implements Part {
        @Override
        public String of(Programme programme) {
            return programme.attributes().getOrDefault(key, "");
        }
    }
}
