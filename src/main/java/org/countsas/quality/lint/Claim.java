package org.countsas.quality.lint;

import java.util.List;
import org.countsas.item.Field;

/** What is asked of an item, with negation only at the leaves. Immutable and thread-safe. */
sealed interface Claim {
    Claim ALWAYS = new All(List.of());
    Claim NEVER = new Any(List.of());

    /** All parts. */
    record All(List<Claim> parts) implements Claim {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part. */
    record Any(List<Claim> parts) implements Claim {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** An atom, or its negation. */
    record Literal(Atom atom, boolean holds) implements Claim {}

    /** The least that can be asked of an item. */
    sealed interface Atom {}

    /** A field mentions a concept. */
    record Mentions(Field field, String concept) implements Atom {}

    /**
     * A property or an attribute is this value.
     *
     * @param slot the property's word, or {@code attribute:} and the key
     */
    record Is(String slot, String value) implements Atom {}

    /** Name, purpose and overview mention the concepts at least this often, which is more than once. */
    record Often(List<String> concepts, int atLeast) implements Atom {
        public Often {
            concepts = List.copyOf(concepts);
        }
    }
}
