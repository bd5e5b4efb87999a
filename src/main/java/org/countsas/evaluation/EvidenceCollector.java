package org.countsas.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.Verb;
import org.countsas.vocabulary.Mention;
import org.jspecify.annotations.Nullable;

/** Says what met the conditions of a rule that holds, and what was seen where one is not met. */
@API(status = API.Status.INTERNAL)
public final class EvidenceCollector {
    private final Item item;
    private final List<Evidence> evidence = new ArrayList<>();

    private EvidenceCollector(Item item) {
        this.item = item;
    }

    /** The evidence for a condition that holds for an item, and for a facility if the condition is about one. */
    static List<Evidence> of(Condition condition, Item item, @Nullable Facility facility) {
        EvidenceCollector collector = new EvidenceCollector(item);
        collector.collect(condition, facility);
        return collector.evidence;
    }

    /** What a condition without parts looked at, met or not: the mentions found, or the value compared. */
    public static List<Evidence> seen(Condition leaf, Item item) {
        return of(leaf, item, null);
    }

    /** What a condition on a listed facility looked at. */
    public static List<Evidence> seen(Condition condition, Item item, Facility facility) {
        return of(condition, item, facility);
    }

    private void collect(Condition condition, @Nullable Facility facility) {
        String text = condition.source().text();
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> collect(part, facility));
        } else if (condition instanceof Condition.Any any) {
            any.parts().stream().filter(part -> part.holds(item, facility)).forEach(part -> collect(part, facility));
        } else if (condition instanceof Condition.Mentioned mentioned) {
            mentioned.concepts().forEach(concept -> mentions(text, mentioned.verb(), concept));
        } else if (condition instanceof Condition.MentionedOften often) {
            often.concepts().forEach(concept -> mentions(text, Verb.MENTIONS, concept));
        } else if (condition instanceof Condition.FacilityMentioned mentioned && facility != null) {
            mentions(text, mentioned.verb(), facility.getConcept());
        } else if (condition instanceof Condition.PropertyIs property) {
            value(text, property.property().word(), property.property().of(item.programme()));
        } else if (condition instanceof Condition.AttributeIs attribute) {
            value(text, "attributes." + attribute.key(), item.attribute(attribute.key()));
        } else if (condition instanceof Condition.Not) {
            evidence.add(new Evidence(text, null, 0, 0, 0, "", null, null));
        }
    }

    private void mentions(String condition, Verb verb, String concept) {
        for (Mention mention : item.found().of(verb.fields(), concept)) {
            evidence.add(new Evidence(
                    condition,
                    mention.field().id(),
                    mention.part(),
                    mention.start(),
                    mention.end(),
                    mention.text(),
                    concept,
                    mention.term()));
        }
    }

    private void value(String condition, String field, String value) {
        evidence.add(new Evidence(condition, field, 0, 0, value.length(), value, null, null));
    }
}
