package org.countsas.explanation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.policy.Condition;
import org.countsas.policy.Verb;

/** One thing that could be otherwise: on the item's side, or on the definition's. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Change {

    /** What the change does, in a fixed short form: the same for changes that do the same, whichever rule they come from. */
    String key();

    /**
     * The item is such that a leaf of a rule's condition is met or not met.
     *
     * @param leaf a condition without parts
     * @param met  whether it is to be met
     */
    record OfItem(Condition leaf, boolean met) implements Change {
        @Override
        public String key() {
            return (met ? "met " : "unmet ") + oneLine(leaf.source().text());
        }

        /** Keys are requested very often, and nearly all conditions are on one line. */
        private static String oneLine(String text) {
            return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
        }
    }

    /**
     * The item's text mentions one of the listed facilities that a rule asks for, or none of those that it mentions.
     *
     * @param verb     where they are mentioned
     * @param concepts the facilities' concepts: the one to mention, or all those not to mention
     * @param kinds    the kinds of facilities that the rule asks for; empty for any
     * @param met      whether a facility is to be mentioned
     */
    record OfFacility(Verb verb, List<String> concepts, List<String> kinds, boolean met) implements Change {
        public OfFacility {
            concepts = List.copyOf(concepts);
            kinds = List.copyOf(kinds);
        }

        @Override
        public String key() {
            return (met ? "met " : "unmet ") + verb.word() + " facility " + String.join(", ", concepts);
        }
    }

    /**
     * The definition adopts a policy, after those it already has.
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
     * A rule does not exist.
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
