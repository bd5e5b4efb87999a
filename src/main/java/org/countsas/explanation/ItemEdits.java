package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.policy.Condition;
import org.countsas.policy.Property;
import org.countsas.policy.Verb;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.Vocabulary;

/** Changes an item so that a condition is met or not met: the smallest edit of its published texts that does so. Not thread-safe. */
final class ItemEdits {
    private final Vocabulary vocabulary;
    private final Scanner scanner;

    ItemEdits(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.scanner = vocabulary.scanner();
    }

    /** The programme with the change made. */
    Programme made(Change.OfItem change, Programme programme) {
        Condition leaf = change.leaf();
        if (leaf instanceof Condition.Mentioned mentioned) {
            return change.met()
                    ? with(programme, mentioned.verb(), mentioned.concepts().get(0))
                    : without(programme, mentioned.verb(), mentioned.concepts());
        }
        if (leaf instanceof Condition.MentionedOften often) {
            Programme edited = programme;
            if (!change.met()) {
                return without(edited, Verb.MENTIONS, often.concepts());
            }
            for (int i = 0; i < often.atLeast(); i++) {
                edited = with(edited, Verb.MENTIONS, often.concepts().get(0));
            }
            return edited;
        }
        if (leaf instanceof Condition.PropertyIs is) {
            return set(programme, is.property(), change.met() ? is.values().get(0) : "");
        }
        if (leaf instanceof Condition.AttributeIs is) {
            Map<String, String> attributes = new LinkedHashMap<>(programme.attributes());
            attributes.put(is.key(), change.met() ? is.values().get(0) : "");
            return copy(programme).attributes(attributes).build();
        }
        throw new IllegalArgumentException("not a leaf on an item: " + leaf);
    }

    /** The programme with a facility mentioned, or none of those given. */
    Programme made(Change.OfFacility change, Programme programme) {
        return change.met()
                ? with(programme, change.verb(), change.concepts().get(0))
                : without(programme, change.verb(), change.concepts());
    }

    /** The programme with the concept mentioned in the field in which the verb first looks for what a text is about. */
    private Programme with(Programme programme, Verb verb, String concept) {
        String term = term(vocabulary, concept, programme);
        return switch (verb) {
            case RUN_BY -> copy(programme).bureau(term).build();
            case NAMES -> copy(programme).name(joined(programme.name(), term)).build();
            case AIMS ->
                copy(programme).purpose(joined(programme.purpose(), term)).build();
            case MENTIONS ->
                copy(programme).overview(joined(programme.overview(), term)).build();
            case CITES ->
                copy(programme).plans(appended(programme.plans(), term)).build();
            case FUNDED_BY ->
                copy(programme).account(joined(programme.account(), term)).build();
        };
    }

    /** The concept's first term in the language of the programme, as a text would write it. */
    static String term(Vocabulary vocabulary, String concept, Programme programme) {
        Concept found = vocabulary.concept(concept).orElseThrow();
        boolean latin = programme.name().chars().allMatch(character -> character < 0x0250);
        String term = found.terms().stream()
                .filter(each -> each.chars().allMatch(character -> character < 0x0250) == latin)
                .findFirst()
                .orElse(found.terms().get(0));
        return term.endsWith("*") ? term.substring(0, term.length() - 1) : term;
    }

    private static String joined(String text, String term) {
        return text.isEmpty() ? term : text + " / " + term;
    }

    private static List<String> appended(List<String> texts, String term) {
        List<String> appended = new ArrayList<>(texts);
        appended.add(term);
        return appended;
    }

    /** The programme with every mention of the concepts cut out of the verb's fields, until none is found. */
    private Programme without(Programme programme, Verb verb, List<String> concepts) {
        Programme edited = programme;
        for (int round = 0; round < 8; round++) {
            List<Mention> mentions = mentions(edited, verb.fields(), concepts);
            if (mentions.isEmpty()) {
                return edited;
            }
            edited = cut(edited, mentions);
        }
        return edited;
    }

    private List<Mention> mentions(Programme programme, Set<Field> fields, List<String> concepts) {
        List<Mention> found = new ArrayList<>();
        var mentions = scanner.scan(programme);
        concepts.forEach(concept -> found.addAll(mentions.of(fields, concept)));
        return found;
    }

    private static Programme cut(Programme programme, List<Mention> mentions) {
        Programme.Builder builder = copy(programme);
        for (Field field : Field.values()) {
            List<Mention> here = mentions.stream()
                    .filter(mention -> mention.field() == field)
                    .toList();
            if (here.isEmpty()) {
                continue;
            }
            List<String> texts = new ArrayList<>(field.textsOf(programme));
            for (int part = 0; part < texts.size(); part++) {
                int index = part;
                texts.set(
                        part,
                        cut(
                                texts.get(part),
                                here.stream()
                                        .filter(mention -> mention.part() == index)
                                        .toList()));
            }
            set(builder, field, texts);
        }
        return builder.build();
    }

    /** The text without the mentions; a gap mark takes their place, so that text on either side does not run together. */
    private static String cut(String text, List<Mention> mentions) {
        StringBuilder cut = new StringBuilder();
        int at = 0;
        for (Mention mention : mentions.stream()
                .sorted(Comparator.comparingInt(Mention::start).thenComparing(Mention::end))
                .toList()) {
            if (mention.end() <= at) {
                continue;
            }
            if (mention.start() >= at) {
                cut.append(text, at, mention.start()).append('…');
            }
            at = mention.end();
        }
        return cut.append(text.substring(at)).toString();
    }

    private static void set(Programme.Builder builder, Field field, List<String> texts) {
        switch (field) {
            case MINISTRY -> builder.ministry(texts.get(0));
            case BUREAU -> builder.bureau(texts.get(0));
            case ACCOUNT -> builder.account(texts.get(0));
            case NAME -> builder.name(texts.get(0));
            case PURPOSE -> builder.purpose(texts.get(0));
            case OVERVIEW -> builder.overview(texts.get(0));
            case MAJOR_EXPENSE -> builder.majorExpense(texts.get(0));
            case PLANS -> builder.plans(texts);
            case LAWS -> builder.laws(texts);
        }
    }

    private static Programme set(Programme programme, Property property, String value) {
        return switch (property) {
            case MINISTRY -> copy(programme).ministry(value).build();
            case BUREAU -> copy(programme).bureau(value).build();
            case ACCOUNT -> copy(programme).account(value).build();
            case MAJOR_EXPENSE -> copy(programme).majorExpense(value).build();
        };
    }

    private static Programme.Builder copy(Programme programme) {
        return Programme.builder(programme.id())
                .ministry(programme.ministry())
                .bureau(programme.bureau())
                .account(programme.account())
                .name(programme.name())
                .purpose(programme.purpose())
                .overview(programme.overview())
                .majorExpense(programme.majorExpense())
                .plans(programme.plans())
                .laws(programme.laws())
                .attributes(programme.attributes());
    }
}
