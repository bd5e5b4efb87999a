package org.countsas.quality.ruletest;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.yaml.YamlNode;

/**
 * A phrase in which every mention of a concept is marked: {@code 空港の<保安検査>を強化する}. What is not marked is not a mention of the concept.
 *
 * <p>Immutable and thread-safe.
 *
 * @param concept the concept's id
 * @param text    the phrase without its marks
 * @param marks   the marked places, in the order of the text
 * @param place   where the phrase is
 */
@API(status = API.Status.EXPERIMENTAL)
public record Phrase(String concept, String text, List<Span> marks, Place place) {
    private static final char OPEN = '<';
    private static final char CLOSE = '>';

    public Phrase {
        marks = List.copyOf(marks);
    }

    /**
     * A part of a text.
     *
     * @param start offset of the first UTF-16 unit, from 0
     * @param end   offset after the last unit
     */
    public record Span(int start, int end) {}

    /** Reads a phrase with its marks; notes a problem if the marks are not in pairs. */
    static Phrase read(String concept, YamlNode node) {
        StringBuilder text = new StringBuilder();
        List<Span> marks = new ArrayList<>();
        int open = -1;
        for (char c : node.text().toCharArray()) {
            if (c == OPEN && open < 0) {
                open = text.length();
            } else if (c == CLOSE && open >= 0 && open < text.length()) {
                marks.add(new Span(open, text.length()));
                open = -1;
            } else if (c == OPEN || c == CLOSE) {
                node.problem(
                        Code.BAD_RULE_TEST,
                        "The marks of '" + node.text() + "' are not in pairs",
                        "Write each mention of '" + concept + "' as <mention>");
                return new Phrase(concept, node.text(), List.of(), node.place());
            } else {
                text.append(c);
            }
        }
        if (open >= 0 || text.toString().isBlank()) {
            node.problem(
                    Code.BAD_RULE_TEST,
                    open >= 0 ? "A mark of '" + node.text() + "' is not closed" : "The phrase is empty",
                    "Write each mention of '" + concept + "' as <mention>");
        }
        return new Phrase(concept, text.toString(), marks, node.place());
    }

    /** The phrase with these places marked. */
    public String marked(List<Span> spans) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            marked.append(text, at, span.start())
                    .append(OPEN)
                    .append(text, span.start(), span.end())
                    .append(CLOSE);
            at = span.end();
        }
        return marked.append(text.substring(at)).toString();
    }
}
