package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.countsas.item.Field;
import org.countsas.item.Programme;

/** Looks for each term of each concept in the normalised text, one after another, by the meaning of a vocabulary alone. */
final class SlowScanner {
    private final List<Concept> concepts;
    private final Normalizer normalizer = new Normalizer();

    SlowScanner(List<Concept> concepts) {
        this.concepts = concepts;
    }

    private record Span(String term, int start, int end) {
        boolean covers(Span other) {
            return start <= other.start && other.end <= end;
        }

        boolean isLongerThan(Span other) {
            return end - start > other.end - other.start;
        }
    }

    List<Mention> scan(Programme programme) {
        List<Mention> mentions = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> texts = field.textsOf(programme);
            for (int part = 0; part < texts.size(); part++) {
                mentions.addAll(scan(texts.get(part), field, part));
            }
        }
        return mentions;
    }

    private List<Mention> scan(String text, Field field, int part) {
        String form = normalizer.normalized(text);
        List<Mention> mentions = new ArrayList<>();
        for (Concept concept : concepts) {
            List<Span> masks = spans(concept.notWithin(), form);
            List<Span> spans = spans(concept.terms(), form);
            for (int i = 0; i < spans.size(); i++) {
                Span span = spans.get(i);
                boolean repeated = spans.subList(0, i).stream()
                        .anyMatch(other -> other.start == span.start && other.end == span.end);
                if (!repeated
                        && masks.stream().noneMatch(mask -> mask.covers(span))
                        && spans.stream().noneMatch(other -> other.isLongerThan(span) && other.covers(span))) {
                    mentions.add(mention(concept.id(), span, field, part, text));
                }
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start)
                .thenComparing(Comparator.comparingInt(Mention::end).reversed())
                .thenComparing(Mention::concept)
                .thenComparing(Mention::term));
        return mentions;
    }

    private Mention mention(String concept, Span span, Field field, int part, String text) {
        normalizer.normalize(text);
        int start = normalizer.start(span.start);
        int end = normalizer.end(span.end - 1);
        return new Mention(concept, span.term, field, part, start, end, text.substring(start, end));
    }

    private List<Span> spans(List<String> terms, String text) {
        List<Span> spans = new ArrayList<>();
        for (String term : terms) {
            boolean open = term.endsWith("*");
            String form = normalizer.normalized(open ? term.substring(0, term.length() - 1) : term);
            for (int start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
                int end = start + form.length();
                boolean cutBefore = isLatin(form, 0) && isLatin(text, start - 1);
                boolean cutAfter = !open && isLatin(form, form.length() - 1) && isLatin(text, end);
                if (!cutBefore && !cutAfter) {
                    spans.add(new Span(term, start, end));
                }
            }
        }
        return spans;
    }

    private static boolean isLatin(String text, int index) {
        return index >= 0 && index < text.length() && Vocabulary.isLatin(text.charAt(index));
    }
}
