package org.countsas.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts put together of pieces whose normalised form is known by construction, and the mentions in them by looking at every
 * place for every term: slow, plain and without a line of the code that it is held against.
 */
final class Texts {
    /** A published spelling and its normalised form. */
    record Piece(String published, String form) {}

    static final List<Piece> PIECES = List.of(
            new Piece("テ", "テ"),
            new Piece("ﾃ", "テ"),
            new Piece("ロ", "ロ"),
            new Piece("ﾛ", "ロ"),
            new Piece("ヘ", "ヘ"),
            new Piece("ガ", "ガ"),
            new Piece("ｶﾞ", "ガ"),
            new Piece("か\u3099", "が"),
            new Piece("ー", "-"),
            new Piece("－", "-"),
            new Piece("-", "-"),
            new Piece("−", "-"),
            new Piece("A", "a"),
            new Piece("a", "a"),
            new Piece("Ａ", "a"),
            new Piece("b", "b"),
            new Piece("é", "é"),
            new Piece("e\u0301", "é"),
            new Piece("1", "1"),
            new Piece("１", "1"),
            new Piece("①", "1"),
            new Piece("靭", "靱"),
            new Piece("靱", "靱"),
            new Piece("𠮷", "𠮷"),
            new Piece("㈱", "(株)"),
            new Piece("株", "株"),
            new Piece("ﬁ", "fi"),
            new Piece(" ", " "),
            new Piece("　", " "),
            new Piece("\r\n", "  "));

    private Texts() {}

    static String published(List<Piece> pieces) {
        return pieces.stream().map(Piece::published).reduce("", String::concat);
    }

    static String form(List<Piece> pieces) {
        return pieces.stream().map(Piece::form).reduce("", String::concat);
    }

    /** The form of a term that was put together of pieces and may end in a star. */
    record Term(List<Piece> pieces, boolean open) {
        String written() {
            return published(pieces) + (open ? "*" : "");
        }

        boolean endsAt(String text, int end) {
            String form = form(pieces);
            int start = end - form.length();
            return start >= 0
                    && text.startsWith(form, start)
                    && !(isWord(form.charAt(0)) && start > 0 && isWord(text.charAt(start - 1)))
                    && !(!open
                            && isWord(form.charAt(form.length() - 1))
                            && end < text.length()
                            && isWord(text.charAt(end)));
        }

        private static boolean isWord(char c) {
            return "abéfi1".indexOf(c) >= 0;
        }
    }

    record Idea(String id, List<Term> terms, List<Term> notWithin) {
        Concept concept() {
            return new Concept(
                    id,
                    new BilingualText(id, id),
                    terms.stream().map(Term::written).distinct().toList(),
                    notWithin.stream().map(Term::written).distinct().toList(),
                    "words.yaml",
                    1);
        }
    }

    private record Span(int start, int end) {
        boolean covers(Span other) {
            return start <= other.start && other.end <= end;
        }
    }

    /** {@code concept:start-end}, offsets in the published text, sorted: what a scan must find in the name. */
    static Set<String> mentions(List<Idea> ideas, List<Piece> text) {
        String form = form(text);
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        for (Piece piece : text) {
            // A carriage return and a line feed are two characters; every other piece has one source.
            boolean split = piece.form().equals("  ");
            for (int i = 0; i < piece.form().length(); i++) {
                starts.add(split ? at + i : at);
                ends.add(split ? at + i + 1 : at + piece.published().length());
            }
            at += piece.published().length();
        }
        Set<String> mentions = new TreeSet<>();
        for (Idea idea : ideas) {
            List<Span> spans = spans(idea.terms(), form);
            List<Span> masks = spans(idea.notWithin(), form);
            for (Span span : spans) {
                boolean masked = masks.stream().anyMatch(mask -> mask.covers(span));
                boolean covered = spans.stream().anyMatch(other -> !other.equals(span) && other.covers(span));
                if (!masked && !covered) {
                    mentions.add(idea.id() + ":" + starts.get(span.start()) + "-" + ends.get(span.end() - 1) + "#"
                            + span.start() + "-" + span.end());
                }
            }
        }
        return mentions;
    }

    private static List<Span> spans(List<Term> terms, String form) {
        List<Span> spans = new ArrayList<>();
        for (int end = 1; end <= form.length(); end++) {
            for (Term term : terms) {
                if (term.endsAt(form, end)) {
                    spans.add(new Span(end - form(term.pieces()).length(), end));
                }
            }
        }
        return spans.stream().distinct().toList();
    }
}
