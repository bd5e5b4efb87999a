package org.countsas.quality.mutation;

import org.countsas.policy.rule.Rule;
import org.countsas.problem.Place;
import org.countsas.vocabulary.Concept;

/** A rule or concept with one small change. Immutable and thread-safe. */
public sealed interface Mutant {
    /** What kind of change. */
    MutationKind kind();

    /** The rule's name or the concept's id. */
    String owner();

    /** Where the change is. */
    Place place();

    /** What is changed, as in the file. */
    String before();

    /** What it is changed to; empty if it is left out. */
    String after();

    /**
     * A changed rule.
     *
     * @param rule the rule as changed, under its name
     */
    record OfRule(MutationKind kind, Rule rule, Place place, String before, String after) implements Mutant {
        @Override
        public String owner() {
            return rule.name();
        }
    }

    /**
     * A changed concept.
     *
     * @param concept the concept as changed, under its id
     */
    record OfConcept(MutationKind kind, Concept concept, Place place, String before, String after) implements Mutant {
        @Override
        public String owner() {
            return concept.id();
        }
    }
}
