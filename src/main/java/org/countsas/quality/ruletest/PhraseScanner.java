package org.countsas.quality.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.quality.ruletest.Phrase.Span;
import org.countsas.vocabulary.Mention;
import org.countsas.vocabulary.Mentions;
import org.countsas.vocabulary.Scanner;
import org.countsas.vocabulary.Vocabulary;

/**
 * Finds the mentions of a phrase's concept. Overlapping mentions are one place, and a place that ends within a word extends to the word's
 * end, so that {@code satellite*} is marked as people would mark it: {@code <satellites>}. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class PhraseScanner {
    private static final Set<Field> NAME = Set.of(Field.NAME);

    private final Scanner scanner;

    public PhraseScanner(Vocabulary vocabulary) {
        this.scanner = vocabulary.scanner();
    }

    /** The result of the phrase. */
    public PhraseResult run(Phrase phrase) {
        List<Span> found = mentions(phrase).of(NAME, phrase.concept()).stream()
                .map(mention -> span(mention))
                .toList();
        return new PhraseResult(phrase, joined(phrase.marks(), phrase.text()), joined(found, phrase.text()));
    }

    /** Every mention of every concept in the phrase. */
    public Mentions mentions(Phrase phrase) {
        return scanner.scan(Programme.builder("phrase").name(phrase.text()).build());
    }

    private static Span span(Mention mention) {
        return new Span(mention.start(), mention.end());
    }

    private static List<Span> joined(List<Span> spans, String text) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int end = endOfWord(span.end(), text);
            int last = joined.size() - 1;
            if (last >= 0 && span.start() < joined.get(last).end()) {
                joined.set(
                        last,
                        new Span(
                                joined.get(last).start(),
                                Math.max(end, joined.get(last).end())));
            } else {
                joined.add(new Span(span.start(), end));
            }
        }
        return joined;
    }

    private static int endOfWord(int end, String text) {
        int at = end;
        while (at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c)
                && (c < 0x80 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
