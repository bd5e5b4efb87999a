package org.countsas.audit.history;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A change between two runs that made a decision differ, or may have made it differ.
 *
 * @param kind    the kind of change
 * @param subject what changed: the name of a rule, fields of an item, the id of a definition, paths of files
 * @param details the change line by line, {@code "+ "} before what is new and {@code "- "} before what is gone; may be empty
 */
@API(status = API.Status.EXPERIMENTAL)
public record Cause(Kind kind, String subject, List<String> details) {
    public Cause {
        details = List.copyOf(details);
    }

    /** The kinds of change. */
    public enum Kind {
        /** A rule that decides, or defeats what decided, is new. */
        RULE_ADDED,
        /** A rule that decided, or defeated what now decides, is gone. */
        RULE_REMOVED,
        /** The text of such a rule differs. */
        RULE_CHANGED,
        /** Such a rule, unchanged, came into force by the day of the run. */
        RULE_IN_FORCE,
        /** Such a rule, unchanged, is no longer in force on the day of the run. */
        RULE_OUT_OF_FORCE,
        /** Such a rule, unchanged, finds something else because the words or lists that it refers to differ. */
        WORDS_CHANGED,
        /** The definition adopts other policies, at other shares or in another order. */
        DEFINITION_CHANGED,
        /** The item's texts or its amount differ. */
        ITEM_CHANGED,
        /** The item is in the run and was not in the one before. */
        ITEM_ADDED,
        /** The item is no longer in the run. */
        ITEM_REMOVED,
        /** Nothing else in the run differs that could explain it, so the program that decided must. */
        PROGRAM_CHANGED
    }
}
