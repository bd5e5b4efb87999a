package org.countsas.vocabulary;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Vocabulary.PatternUse;

/**
 * Finds the mentions of all concepts in a programme's texts. Keeps buffers between calls; not thread-safe: one per thread.
 *
 * <p>A term that begins or ends with a Latin letter or digit is mentioned only at a word boundary. An occurrence inside a <em>not
 * within</em> phrase of its concept is not a mention, nor is one inside a longer mention of the same concept. If several terms of a concept
 * are found at the same place, that is one mention, of the term that the vocabulary names first.
 */
@API(status = API.Status.INTERNAL)
public final class Scanner {
    private final Vocabulary vocabulary;
    private final CodedText coded;
    private final Occurrences terms;
    private final Occurrences masks;

    Scanner(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.coded = vocabulary.codedText();
        this.terms = new Occurrences(vocabulary.longestPattern());
        this.masks = new Occurrences(vocabulary.longestPattern());
    }

    /** All mentions in the programme. */
    public Mentions scan(Programme programme) {
        Mentions.Builder mentions = new Mentions.Builder(vocabulary);
        for (Field field : Field.values()) {
            scan(field.textsOf(programme), field, mentions);
        }
        return mentions.build();
    }

    /**
     * All mentions in a programme that is similar to another: fields with the same texts are not scanned again.
     *
     * @param before the other programme
     * @param found  its mentions
     */
    public Mentions rescan(Programme programme, Programme before, Mentions found) {
        Mentions.Builder mentions = new Mentions.Builder(vocabulary);
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(programme);
            if (texts.equals(field.textsOf(before))) {
                mentions.addAll(found, field);
            } else {
                scan(texts, field, mentions);
            }
        }
        return mentions.build();
    }

    private void scan(List<String> texts, Field field, Mentions.Builder mentions) {
        for (int part = 0; part < texts.size(); part++) {
            scan(texts.get(part), field, part, mentions);
        }
    }

    private void scan(String text, Field field, int part, Mentions.Builder mentions) {
        terms.clear();
        masks.clear();
        coded.read(text);
        vocabulary.automaton().scan(coded, this::hit);
        for (int i = 0; i < terms.size(); i++) {
            PatternUse use = terms.use(i);
            if (!masks.cover(use.concept(), terms.start(i), terms.end(i)) && !terms.coverOrRepeat(i)) {
                int start = coded.start(terms.start(i));
                int end = coded.end(terms.end(i) - 1);
                mentions.add(use, field, part, start, end, text);
            }
        }
    }

    private void hit(int pattern, int end) {
        for (PatternUse use : vocabulary.usesOf(pattern)) {
            int start = end - use.length();
            boolean cutBefore = use.boundaryBefore() && coded.isLatin(start - 1);
            boolean cutAfter = use.boundaryAfter() && coded.isLatin(end);
            if (!cutBefore && !cutAfter) {
                (use.masks() ? masks : terms).add(use, start, end);
            }
        }
    }
}
