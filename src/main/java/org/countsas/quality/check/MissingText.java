package org.countsas.quality.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.countsas.policy.book.RuleBook;
import org.countsas.vocabulary.BilingualText;

/**
 * A text for people that its author wrote in one language only; the other side shows the same. It is worth a note and no error. Immutable and
 * thread-safe.
 *
 * @param kind     what the text is
 * @param language the language that is missing, {@code en} or {@code ja}
 * @param name     the name or id of what it belongs to
 */
public record MissingText(Kind kind, String language, String name) {
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    /** An acronym is the same in both languages; a word is not. */
    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]{3}");

    /** What a text is. */
    public enum Kind {
        /** What people call a rule. */
        RULE,
        /** Why a rule says what it says. */
        REASON,
        /** The title of an area. */
        POLICY,
        /** The label of a concept. */
        CONCEPT,
        /** The title of a source. */
        SOURCE
    }

    /** All of them in a rule book, by kind and then in the order of the files. */
    static List<MissingText> of(RuleBook book) {
        List<MissingText> missing = new ArrayList<>();
        book.rules().forEach(rule -> add(Kind.RULE, book.ruleTitle(rule.name()), rule.name(), missing));
        book.rules().forEach(rule -> add(Kind.REASON, rule.because(), rule.name(), missing));
        book.policies().forEach(policy -> add(Kind.POLICY, policy.title(), policy.id(), missing));
        book.vocabulary().concepts().forEach(concept -> add(Kind.CONCEPT, concept.label(), concept.id(), missing));
        book.sources().forEach(source -> add(Kind.SOURCE, book.sourceTitle(source.id()), source.id(), missing));
        return List.copyOf(missing);
    }

    private static void add(Kind kind, BilingualText text, String name, List<MissingText> missing) {
        if (text.en().equals(text.ja())) {
            if (JAPANESE.matcher(text.en()).find()) {
                missing.add(new MissingText(kind, "en", name));
            } else if (ENGLISH_WORD.matcher(text.ja()).find()) {
                missing.add(new MissingText(kind, "ja", name));
            }
        }
    }
}
