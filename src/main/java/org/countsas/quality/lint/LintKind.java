package org.countsas.quality.lint;

import java.util.Locale;
import org.apiguardian.api.API;

/** What can be wrong with rules and terms that are sound one by one. */
@API(status = API.Status.INTERNAL)
public enum LintKind {
    /** No item meets the rule's conditions. */
    NEVER_HOLDS,
    /** Whenever the rule holds, another of the same policy holds that says at least as much. */
    SUBSUMED,
    /** Two rules of a policy hold for the same items and conclude the same. */
    EQUAL,
    /** Whenever the rule holds, a REJECT defeats it. */
    ALWAYS_DEFEATED,
    /** Wherever the term occurs, another term of the same concept is found without it. */
    SHADOWED_TERM,
    /** Wherever the term occurs, a {@code notWithin} phrase of its own concept masks it. */
    MASKED_TERM,
    /** The {@code notWithin} phrase masks nothing that would be a mention without it. */
    IDLE_PHRASE;

    /** The kind as shown and as written in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about a rule; otherwise it is about a concept. */
    public boolean isOfRule() {
        return compareTo(SHADOWED_TERM) < 0;
    }
}
