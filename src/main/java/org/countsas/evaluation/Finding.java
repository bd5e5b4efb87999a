package org.countsas.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.Rule;

/**
 * A rule held of a programme.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule     the rule
 * @param evidence what met its conditions, in the order of the rule
 * @param from     first day on which the finding is in force: the later of the rule's date and the earliest designation
 *                 of a facility that met it
 */
public record Finding(Rule rule, List<Evidence> evidence, Optional<LocalDate> from) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Whether the finding is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && rule.until().map(last -> !day.isAfter(last)).orElse(true);
    }
}
