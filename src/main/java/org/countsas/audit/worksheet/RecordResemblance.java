package org.countsas.audit.worksheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.sampling.Resemblance;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.ConditionResult;
import org.countsas.explanation.Explainer;
import org.countsas.item.BudgetItem;
import org.countsas.policy.Condition;
import org.countsas.policy.Verb;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;

/**
 * Resemblance as far as the record of a run shows it.
 *
 * <p>Of the first rank is an item of which a rule of the definition said that it counts or that a person must judge, and was defeated; and one
 * that has the words of a rule that counts and misses it by a single other condition: a ministry, a law, an account, or a word too much. Of
 * the second is any other whose name mentions a concept that a rule that counts looks for in texts. Conditions are evaluated by the rules of
 * the bundle, on the day of its run.
 *
 * <p>Immutable and thread-safe.
 */
final class RecordResemblance implements Resemblance {
    /** The {@link #id}. */
    static final String ID = "record";

    private static final int ALIKE = 0;
    private static final int MENTIONS = 1;
    private static final Set<Verb> TEXTS = EnumSet.of(Verb.NAMES, Verb.AIMS, Verb.MENTIONS);

    private final Map<String, Integer> ranks;

    private RecordResemblance(Map<String, Integer> ranks) {
        this.ranks = Map.copyOf(ranks);
    }

    /**
     * The resemblance of the items of a bundle.
     *
     * @param bundle     open
     * @param definition one of its definitions
     */
    static RecordResemblance of(Bundle bundle, String definition) {
        RuleBook book = RuleBookReader.read(bundle.rules());
        Definition chosen = Definitions.read(book).get(definition);
        Predicate<String> adopted = policy -> chosen.adoptionOf(policy).isPresent();
        Map<String, Integer> ranks = new HashMap<>();
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions
                    .filter(line -> line.definition().equals(definition) && wasDefeated(line.json(), adopted))
                    .forEachOrdered(line -> ranks.put(line.item(), ALIKE));
        }
        Explainer explainer = new Explainer(book);
        Set<String> concepts = new HashSet<>();
        book.rules().stream()
                .filter(rule -> rule.effect() == Effect.COUNT && adopted.test(rule.policy()))
                .map(Rule::condition)
                .forEach(condition -> concepts(condition, concepts));
        Scanner scanner = book.vocabulary().scanner();
        try (Stream<ItemLine> items = bundle.items()) {
            items.map(ItemLine::item)
                    .filter(item -> !ranks.containsKey(item.id()))
                    .forEachOrdered(item -> {
                        if (nearlyCounts(item, explainer, chosen, bundle, adopted)) {
                            ranks.put(item.id(), ALIKE);
                        } else if (scanner.scan(item.programme()).all().stream()
                                .anyMatch(mention -> Verb.NAMES.fields().contains(mention.field())
                                        && concepts.contains(mention.concept()))) {
                            ranks.put(item.id(), MENTIONS);
                        }
                    });
        }
        return new RecordResemblance(ranks);
    }

    private static boolean wasDefeated(JsonNode decision, Predicate<String> adopted) {
        for (JsonNode finding : decision.path("findings")) {
            if (adopted.test(finding.path("policy").asText())
                    && !finding.path("effect").asText().equals(Effect.REJECT.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean nearlyCounts(
            BudgetItem item, Explainer explainer, Definition definition, Bundle bundle, Predicate<String> adopted) {
        return explainer.nearMisses(item, definition, bundle.manifest().asOf(), adopted, 1).stream()
                .anyMatch(miss -> !miss.missing().isEmpty()
                        && miss.missing().stream().noneMatch(RecordResemblance::lacksWords)
                        && mentions(miss.result().condition()));
    }

    /** Whether what is missing is a mention in the texts, and not a mention that is too much or a ministry, a law or an account. */
    private static boolean lacksWords(ConditionResult missing) {
        return !missing.met()
                && (missing.condition() instanceof Condition.MentionedOften
                        || (missing.condition() instanceof Condition.Mentioned mentioned
                                && TEXTS.contains(mentioned.verb())));
    }

    /** Whether a text mentions what a condition looks for there; what must not be mentioned does not matter. */
    private static boolean mentions(ConditionResult result) {
        Condition condition = result.condition();
        if (condition instanceof Condition.Mentioned mentioned) {
            return result.met() && TEXTS.contains(mentioned.verb());
        }
        if (condition instanceof Condition.MentionedOften) {
            return result.met();
        }
        return !(condition instanceof Condition.Not)
                && result.details().stream().anyMatch(RecordResemblance::mentions);
    }

    private static void concepts(Condition condition, Set<String> concepts) {
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> concepts(part, concepts));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> concepts(part, concepts));
        } else if (condition instanceof Condition.Mentioned mentioned && TEXTS.contains(mentioned.verb())) {
            concepts.addAll(mentioned.concepts());
        } else if (condition instanceof Condition.MentionedOften often) {
            concepts.addAll(often.concepts());
        }
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int rank(String item) {
        return ranks.getOrDefault(item, RANKS - 1);
    }
}
