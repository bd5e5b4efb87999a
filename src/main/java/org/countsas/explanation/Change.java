package org.countsas.explanation;

import org.countsas.policy.Condition;

/** One thing that could be otherwise: on the item's side, or on the definition's. Immutable and thread-safe. */
public sealed interface Change {

    /** What the change does, in a fixed short form: equal for changes that do the same, whichever rule they come from. */
    String key();

    /**
     * The item is such that a leaf of a rule's condition is met, or is not.
     *
     * @param leaf a condition that is not made of others
     * @param met  whether it is to be met
     */
    record OfItem(Condition leaf, boolean met) implements Change {
        @Override
        public String key() {
            return (met ? "met " : "unmet ") + leaf.source().text().replaceAll("\\s+", " ");
        }
    }

    /**
     * The definition adopts a policy, after those that it has.
     *
     * @param policy the policy's id
     */
    record Adopt(String policy) implements Change {
        @Override
        public String key() {
            return "adopt " + policy;
        }
    }

    /**
     * The definition does not adopt a policy.
     *
     * @param policy the policy's id
     */
    record Drop(String policy) implements Change {
        @Override
        public String key() {
            return "drop " + policy;
        }
    }

    /**
     * A rule is not there.
     *
     * @param rule the rule's name
     */
    record Without(String rule) implements Change {
        @Override
        public String key() {
            return "without " + rule;
        }
    }
}
