package org.countsas.candidate;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.countsas.policy.Condition;
import org.countsas.policy.Verb;
import org.countsas.policy.rule.Rule;

/** The concepts that rules speak of. */
final class RuleConcepts {
    /** The verbs that ask the item's own words. */
    private static final Set<Verb> OWN_WORDS = EnumSet.of(Verb.NAMES, Verb.AIMS, Verb.MENTIONS);

    private RuleConcepts() {}

    /** All concepts of a rule's conditions, on the item and on facilities. */
    static Set<String> of(Rule rule) {
        Set<String> concepts = new LinkedHashSet<>();
        collect(rule.condition(), EnumSet.allOf(Verb.class), true, concepts);
        rule.facilities().ifPresent(join -> collect(join.condition(), EnumSet.allOf(Verb.class), true, concepts));
        return concepts;
    }

    /** The concepts that a rule wants to find in name, purpose or overview: more terms of them can only make it hold more often. */
    static Set<String> wanted(Rule rule) {
        Set<String> concepts = new LinkedHashSet<>();
        collect(rule.condition(), OWN_WORDS, false, concepts);
        return concepts;
    }

    private static void collect(Condition condition, Set<Verb> verbs, boolean negated, Set<String> concepts) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, verbs, negated, concepts));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> collect(part, verbs, negated, concepts));
        } else if (condition instanceof Condition.Not not && negated) {
            collect(not.part(), verbs, true, concepts);
        } else if (condition instanceof Condition.Mentioned mentioned && verbs.contains(mentioned.verb())) {
            concepts.addAll(mentioned.concepts());
        } else if (condition instanceof Condition.MentionedOften often) {
            concepts.addAll(often.concepts());
        }
    }
}
