package org.countsas.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Verb;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.countsas.vocabulary.BilingualText;
import org.countsas.vocabulary.Concept;

/**
 * Says in plain English or Japanese what a condition asks for, and what a change would do, for people who have never seen a rule file.
 * Sentences have an item as their subject and no full stop: "its name mentions “submarine cables”".
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class ConditionSentences {
    /** The mood in which a condition is expressed. */
    private enum Mood {
        /** It is so. */
        IS,
        /** It is not so. */
        IS_NOT,
        /** If it were so. */
        IF,
        /** If it were not so. */
        IF_NOT;

        Mood reversed() {
            return switch (this) {
                case IS -> IS_NOT;
                case IS_NOT -> IS;
                case IF -> IF_NOT;
                case IF_NOT -> IF;
            };
        }

        boolean negative() {
            return this == IS_NOT || this == IF_NOT;
        }
    }

    private final RuleBook book;
    private final Language language;
    private final Texts texts;

    /** @param book the rules, whose concepts and policies have the labels */
    public ConditionSentences(RuleBook book, Language language) {
        this.book = book;
        this.language = language;
        this.texts = Texts.of(ConditionSentences.class, language);
    }

    /** The condition as a statement: "its name mentions “drones”". */
    public String of(Condition condition) {
        return sentence(condition, Mood.IS);
    }

    /** The negation of the condition: "its name does not mention “drones”". */
    public String contraryOf(Condition condition) {
        return sentence(condition, Mood.IS_NOT);
    }

    /** What a join with listed facilities asks for: "its name mentions a listed airport". */
    public String of(FacilityJoin join) {
        return facility(join, Mood.IS);
    }

    /** The negation of what a join asks for: "its name does not mention any listed airport". */
    public String contraryOf(FacilityJoin join) {
        return facility(join, Mood.IS_NOT);
    }

    /**
     * A change as the condition of a sentence: "if its name mentioned “drones” (such as 無人航空機)".
     *
     * @param programme the programme to which it is made
     */
    public String ifMade(Change change, Programme programme) {
        if (change instanceof Change.OfItem ofItem) {
            return sentence(ofItem.leaf(), ofItem.met() ? Mood.IF : Mood.IF_NOT) + such(ofItem, programme);
        }
        if (change instanceof Change.OfFacility ofFacility) {
            String facilities =
                    list(ofFacility.concepts().stream().map(this::facilityLabel).toList(), ofFacility.met());
            String sentence = text(
                    "facility." + (ofFacility.met() ? Mood.IF : Mood.IF_NOT),
                    place(ofFacility.verb()),
                    kinds(ofFacility.kinds()));
            return sentence + text("suchAs", facilities);
        }
        if (change instanceof Change.Adopt adopt) {
            return text("adopt", title(adopt.policy()));
        }
        if (change instanceof Change.Drop drop) {
            return text("drop", title(drop.policy()));
        }
        return text("without", ((Change.Without) change).rule());
    }

    /** The label of a concept, or its id where the vocabulary does not have it. */
    String concept(String id) {
        return book.vocabulary()
                .concept(id)
                .map(Concept::label)
                .map(this::label)
                .orElse(id);
    }

    /** The label of a listed facility. */
    public String facility(Facility facility) {
        return label(facility.label());
    }

    /** A label says what is meant; a term says what text would have to be there. */
    private String such(Change.OfItem change, Programme programme) {
        if (!change.met()
                || !(change.leaf() instanceof Condition.Mentioned mentioned)
                || mentioned.verb() == Verb.RUN_BY) {
            return "";
        }
        String term = ItemEdits.term(book.vocabulary(), mentioned.concepts().get(0), programme);
        return term.equals(concept(mentioned.concepts().get(0))) ? "" : text("suchAs", term);
    }

    private String sentence(Condition condition, Mood mood) {
        if (condition instanceof Condition.Not not) {
            return sentence(not.part(), mood.reversed());
        }
        if (condition instanceof Condition.All all) {
            return composed(all.parts(), mood, !mood.negative());
        }
        if (condition instanceof Condition.Any any) {
            return composed(any.parts(), mood, mood.negative());
        }
        if (condition instanceof Condition.Mentioned mentioned) {
            String key = switch (mentioned.verb()) {
                case RUN_BY -> "runBy.";
                case CITES -> "cites.";
                case FUNDED_BY -> "fundedBy.";
                case NAMES, AIMS, MENTIONS -> "mentions.";
            };
            return text(key + mood, concepts(mentioned.concepts()), place(mentioned.verb()));
        }
        if (condition instanceof Condition.MentionedOften often) {
            return text("often." + mood, concepts(often.concepts()), String.valueOf(often.atLeast()));
        }
        if (condition instanceof Condition.PropertyIs is) {
            return text("is." + mood, text("property." + is.property().word()), quoted(is.values()));
        }
        if (condition instanceof Condition.AttributeIs is) {
            return text("is." + mood, text("property.attribute", is.key()), quoted(is.values()));
        }
        if (condition instanceof Condition.FacilityKindIs is) {
            return text("kind." + mood, kinds(is.kinds()));
        }
        return text("facility." + mood, place(((Condition.FacilityMentioned) condition).verb()), kinds(List.of()));
    }

    private String composed(List<Condition> parts, Mood mood, boolean and) {
        List<String> sentences = new ArrayList<>();
        for (Condition part : parts) {
            String sentence = sentence(part, mood);
            boolean nested = part instanceof Condition.All || part instanceof Condition.Any;
            sentences.add(nested ? text("nested", sentence) : sentence);
        }
        return String.join(text(and ? "and" : "or"), sentences);
    }

    private String facility(FacilityJoin join, Mood mood) {
        Mood said = join.quantifier() == Quantifier.NONE ? mood.reversed() : mood;
        return text(
                "facility." + said,
                place(FacilityChanges.verb(join.condition()).orElse(Verb.MENTIONS)),
                kinds(FacilityChanges.kinds(join.condition())));
    }

    /** Where a join looks for the facility, if it asks for a mention. */
    public static Optional<Verb> placeOf(FacilityJoin join) {
        return FacilityChanges.verb(join.condition());
    }

    private String facilityLabel(String concept) {
        return book.facilities().stream()
                .filter(facility -> facility.getConcept().equals(concept))
                .findFirst()
                .map(this::facility)
                .orElse(concept);
    }

    private String place(Verb verb) {
        return text("place." + verb.word());
    }

    private String concepts(List<String> ids) {
        return quoted(ids.stream().map(this::concept).toList());
    }

    private String quoted(List<String> values) {
        return list(values.stream().map(value -> text("quoted", value)).toList(), true);
    }

    private String list(List<String> values, boolean alternatives) {
        if (values.size() < 2) {
            return values.isEmpty() ? "" : values.get(0);
        }
        String most = String.join(text("list.comma"), values.subList(0, values.size() - 1));
        return most + text(alternatives ? "list.or" : "list.and") + values.get(values.size() - 1);
    }

    private String kinds(List<String> ids) {
        return ids.isEmpty()
                ? text("facilities.any")
                : list(
                        ids.stream()
                                .map(id -> texts.has("facilities." + id) ? text("facilities." + id) : id)
                                .toList(),
                        true);
    }

    private String title(String policy) {
        return book.policy(policy).map(known -> label(known.title())).orElse(policy);
    }

    private String label(BilingualText label) {
        return language.label(label);
    }

    private String text(String key, Object... values) {
        return texts.text(key, values);
    }
}
