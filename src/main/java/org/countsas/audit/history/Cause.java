package org.countsas.audit.history;

import java.util.List;

/**
 * What changed between two runs and made, or may have made, a decision another.
 *
 * @param kind    what kind of change
 * @param subject what changed: the name of a rule, fields of an item, an id of a definition, paths of files
 * @param details the change line by line, with {@code "+ "} for what is new and {@code "- "} for what is gone; may be empty
 */
public record Cause(Kind kind, String subject, List<String> details) {
    public Cause {
        details = List.copyOf(details);
    }

    /** Kinds of changes. */
    public enum Kind {
        /** A rule that decides, or defeats what decided, is new. */
        RULE_ADDED,
        /** A rule that decided, or defeated what now decides, is gone. */
        RULE_REMOVED,
        /** Such a rule says something else. */
        RULE_CHANGED,
        /** Such a rule, unchanged, came into force by the day of the run. */
        RULE_IN_FORCE,
        /** Such a rule, unchanged, is no longer in force on the day of the run. */
        RULE_OUT_OF_FORCE,
        /** Such a rule, unchanged, finds something else because the words or lists that it refers to are others. */
        WORDS_CHANGED,
        /** The definition adopts other policies, at other shares or in another order. */
        DEFINITION_CHANGED,
        /** The item says something else, or its amount is another. */
        ITEM_CHANGED,
        /** The item is in the run and was not before. */
        ITEM_ADDED,
        /** The item is no longer in the run. */
        ITEM_REMOVED,
        /** Nothing of the run differs that could explain it, so the program that decided does. */
        PROGRAM_CHANGED
    }
}
