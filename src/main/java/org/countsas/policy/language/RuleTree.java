package org.countsas.policy.language;

import java.util.List;
import org.countsas.policy.language.RuleTokens.Token;
import org.jspecify.annotations.Nullable;

/** A rule as it stands in its file; {@code facility} is null if it joins with none. All offsets are those of the file's text. */
record RuleTree(
        Token name,
        List<Annotation> annotations,
        int when,
        Pattern item,
        @Nullable Pattern facility,
        int then,
        String verb,
        int start,
        int end) {

    /** An annotation of a rule; the text is as in the file. */
    record Annotation(String name, String text, int start, int end) {}

    /**
     * A pattern.
     *
     * @param quantifier {@code exists}, {@code not} or empty
     * @param name       the name it is bound to, or empty
     * @param type       {@code Item} or {@code Facility}
     * @param conditions the tokens of each condition
     */
    record Pattern(String quantifier, String name, String type, List<List<Token>> conditions, int start, int end) {}
}
