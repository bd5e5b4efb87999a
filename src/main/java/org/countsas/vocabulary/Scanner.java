package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Vocabulary.PatternUse;

/**
 * Finds the mentions of all concepts in a programme's texts. Keeps buffers between calls; not thread-safe: one a thread.
 *
 * <p>A term that begins or ends with a Latin letter or digit is mentioned only at a word boundary. An occurrence inside a
 * <em>not within</em> phrase of its concept is no mention, nor is one inside a longer mention of the same concept. A place at
 * which several terms of a concept are found alike is one mention, of the term that the vocabulary names first.
 */
@API(status = API.Status.INTERNAL)
public final class Scanner {
    private static final Comparator<Mention> IN_TEXT = Comparator.comparingInt(Mention::start)
            .thenComparing(Comparator.comparingInt(Mention::end).reversed())
            .thenComparing(Mention::concept)
            .thenComparing(Mention::term);

    private final Vocabulary vocabulary;
    private final Normalizer normalizer;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Hit> masks = new ArrayList<>();

    /** An occurrence, in offsets of the normalised text. */
    private record Hit(PatternUse use, int start, int end) {
        boolean liesWithin(Hit other) {
            return use.concept() == other.use.concept() && other.start <= start && end <= other.end;
        }
    }

    Scanner(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.normalizer = new Normalizer(vocabulary.images());
    }

    /** All mentions in the programme. */
    public Mentions scan(Programme programme) {
        List<Mention> mentions = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(programme);
            for (int part = 0; part < texts.size(); part++) {
                scan(texts.get(part), field, part, mentions);
            }
        }
        return new Mentions(vocabulary, mentions);
    }

    /**
     * All mentions in a programme that is much like another: fields whose texts are the same are not scanned again.
     *
     * @param before the other programme
     * @param found  its mentions
     */
    public Mentions rescan(Programme programme, Programme before, Mentions found) {
        List<Mention> mentions = new ArrayList<>(found.all().size() + 8);
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(programme);
            if (texts.equals(field.textsOf(before))) {
                for (Mention mention : found.all()) {
                    if (mention.field() == field) {
                        mentions.add(mention);
                    }
                }
                continue;
            }
            for (int part = 0; part < texts.size(); part++) {
                scan(texts.get(part), field, part, mentions);
            }
        }
        return new Mentions(vocabulary, mentions);
    }

    private void scan(String text, Field field, int part, List<Mention> mentions) {
        hits.clear();
        masks.clear();
        normalizer.normalize(text);
        vocabulary.automaton().scan(normalizer, this::hit);
        int first = mentions.size();
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (masks.stream().noneMatch(hit::liesWithin) && isLongest(i)) {
                int start = normalizer.start(hit.start);
                int end = normalizer.end(hit.end - 1);
                String concept = vocabulary.concepts().get(hit.use.concept()).id();
                mentions.add(new Mention(concept, hit.use.term(), field, part, start, end, text.substring(start, end)));
            }
        }
        mentions.subList(first, mentions.size()).sort(IN_TEXT);
    }

    private void hit(int pattern, int end) {
        for (PatternUse use : vocabulary.usesOf(pattern)) {
            int start = end - use.length();
            boolean cutBefore = use.boundaryBefore() && start > 0 && Vocabulary.isLatin(normalizer.at(start - 1));
            boolean cutAfter =
                    use.boundaryAfter() && end < normalizer.length() && Vocabulary.isLatin(normalizer.at(end));
            if (!cutBefore && !cutAfter) {
                (use.masks() ? masks : hits).add(new Hit(use, start, end));
            }
        }
    }

    /** Whether no longer hit covers this one, and none that came before it is the same place found by another spelling. */
    private boolean isLongest(int index) {
        Hit hit = hits.get(index);
        for (int i = 0; i < hits.size(); i++) {
            Hit other = hits.get(i);
            boolean longer = other.end - other.start > hit.end - hit.start;
            if ((longer || i < index) && hit.liesWithin(other)) {
                return false;
            }
        }
        return true;
    }
}
