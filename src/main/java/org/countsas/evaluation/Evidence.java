package org.countsas.evaluation;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a rule holds: a condition and what met it. A condition that is met because something is <em>absent</em> has no field.
 *
 * <p>Immutable and thread-safe.
 *
 * @param condition the condition as the rule file states it
 * @param field     key of the field, or {@code attributes.} and the attribute's key; null if there was nothing to find
 * @param part      which text of the field, from 0
 * @param start     offset of the first UTF-16 unit in the published text, from 0
 * @param end       offset after the last unit
 * @param value     the published characters from start to end; empty if there was nothing to find
 * @param concept   the concept mentioned; null for a comparison
 * @param term      the term of the vocabulary that was found; null for a comparison
 */
@API(status = API.Status.EXPERIMENTAL)
public record Evidence(
        String condition,
        @Nullable String field,
        int part,
        int start,
        int end,
        String value,
        @Nullable String concept,
        @Nullable String term) {

    public Evidence {
        requireNonNull(condition, "condition");
        requireNonNull(value, "value");
    }
}
