package org.countsas.quality.ruletest;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.quality.ruletest.Phrase.Span;

/**
 * The result of a phrase.
 *
 * @param phrase the phrase
 * @param marks  the places that its author marked, each to the end of its word
 * @param found  the places at which the concept is mentioned
 */
@API(status = API.Status.EXPERIMENTAL)
public record PhraseResult(Phrase phrase, List<Span> marks, List<Span> found) {
    public PhraseResult {
        marks = List.copyOf(marks);
        found = List.copyOf(found);
    }

    /** Whether it mentions what it is marked for, and nothing else. */
    public boolean passed() {
        return marks.equals(found);
    }
}
