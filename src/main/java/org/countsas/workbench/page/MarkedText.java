package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countsas.adjudication.Decision;
import org.countsas.evaluation.Evidence;
import org.countsas.item.Field;

/**
 * A published text, cut where rules found something. Immutable and thread-safe.
 *
 * @param label  the name of its field
 * @param pieces the whole text, in order
 */
public record MarkedText(String label, List<Piece> pieces) {
    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A piece of text.
     *
     * @param text  as published
     * @param found the concepts that rules found here; empty for plain text
     */
    public record Piece(String text, String found) {
        /** Whether rules found something here. */
        public boolean marked() {
            return !found.isEmpty();
        }
    }

    /** The texts of a decision's item, marked by what the rules found. */
    static List<MarkedText> of(Decision decision, Frame frame) {
        List<Evidence> evidence = decision.findings().stream()
                .flatMap(weighed -> weighed.finding().evidence().stream())
                .toList();
        List<MarkedText> texts = new ArrayList<>();
        for (Field field : Field.values()) {
            List<String> parts = field.textsOf(decision.item().programme());
            for (int part = 0; part < parts.size(); part++) {
                int index = part;
                List<Evidence> here = evidence.stream()
                        .filter(each -> field.id().equals(each.field()) && each.part() == index)
                        .toList();
                texts.add(new MarkedText(frame.word("field", field), pieces(parts.get(part), here, frame)));
            }
        }
        return texts;
    }

    private static List<Piece> pieces(String text, List<Evidence> evidence, Frame frame) {
        List<Evidence> sorted = evidence.stream()
                .filter(each -> each.start() >= 0 && each.start() < each.end() && each.end() <= text.length())
                .sorted(Comparator.comparingInt(Evidence::start).thenComparingInt(Evidence::end))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int next = 0;
        while (next < sorted.size()) {
            int start = sorted.get(next).start();
            int end = start;
            Set<String> found = new LinkedHashSet<>();
            // What overlaps is marked as one.
            while (next < sorted.size() && (sorted.get(next).start() < end || end == start)) {
                end = Math.max(end, sorted.get(next).end());
                found.add(name(sorted.get(next), frame));
                next++;
            }
            if (start > at) {
                pieces.add(new Piece(text.substring(at, start), ""));
            }
            pieces.add(new Piece(text.substring(start, end), String.join(", ", found)));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), ""));
        }
        return pieces;
    }

    private static String name(Evidence evidence, Frame frame) {
        String concept = evidence.concept();
        return concept == null
                ? evidence.condition()
                : frame.workspace()
                        .rules()
                        .vocabulary()
                        .concept(concept)
                        .map(known -> frame.language().label(known.label()))
                        .orElse(concept);
    }
}
