package org.countsas.policy;

import static org.countsas.item.Field.ACCOUNT;
import static org.countsas.item.Field.BUREAU;
import static org.countsas.item.Field.LAWS;
import static org.countsas.item.Field.MAJOR_EXPENSE;
import static org.countsas.item.Field.MINISTRY;
import static org.countsas.item.Field.NAME;
import static org.countsas.item.Field.OVERVIEW;
import static org.countsas.item.Field.PLANS;
import static org.countsas.item.Field.PURPOSE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.item.Field;

/** The words by which a condition asks where a concept is mentioned. */
@API(status = API.Status.EXPERIMENTAL)
public enum Verb {
    /** Ministry or bureau name it. */
    RUN_BY("runBy", MINISTRY, BUREAU),
    /** The name mentions it. */
    NAMES("names", NAME),
    /** Name or purpose mention it. */
    AIMS("aims", NAME, PURPOSE),
    /** Name, purpose or overview mention it. */
    MENTIONS("mentions", NAME, PURPOSE, OVERVIEW),
    /** The plans or laws that are cited name it. */
    CITES("cites", PLANS, LAWS),
    /** Account or major expense name it. */
    FUNDED_BY("fundedBy", ACCOUNT, MAJOR_EXPENSE);

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and nobody holds the set below it
    private final Set<Field> fields;

    Verb(String word, Field first, Field... rest) {
        this.word = word;
        this.fields = Collections.unmodifiableSet(EnumSet.of(first, rest));
    }

    /** The word as rules write it. */
    public String word() {
        return word;
    }

    /** The fields searched for the concept. */
    public Set<Field> fields() {
        return fields;
    }

    /** The verb that rules write this way, if there is one. */
    public static Optional<Verb> ofWord(String word) {
        for (Verb verb : values()) {
            if (verb.word.equals(word)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
