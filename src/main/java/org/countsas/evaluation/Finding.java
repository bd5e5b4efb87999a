package org.countsas.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule that holds for a programme.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule       the rule
 * @param evidence   what met its conditions, in the order of the rule
 * @param fromOrNull first day on which the finding is in force: the later of the rule's date and the earliest designation
 *                   of a facility that met it; null if there is neither
 */
@API(status = API.Status.EXPERIMENTAL)
public record Finding(
        Rule rule, List<Evidence> evidence, @Nullable LocalDate fromOrNull) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** First day on which the finding is in force, if there is one. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(fromOrNull);
    }

    /**
     * The finding of a rule that holds for an item, with its evidence.
     *
     * @param met the listed facilities that the rule matched, in any order; none if it joins with none
     */
    @API(status = API.Status.INTERNAL)
    public static Finding of(Rule rule, Item item, List<Facility> met) {
        List<Evidence> evidence = new ArrayList<>(EvidenceCollector.of(rule.condition(), item, null));
        List<Facility> sorted =
                met.stream().sorted(Comparator.comparing(Facility::getConcept)).toList();
        rule.facilities()
                .ifPresent(join -> sorted.forEach(
                        facility -> evidence.addAll(EvidenceCollector.of(join.condition(), item, facility))));
        return new Finding(rule, evidence, inForceFrom(rule, sorted));
    }

    /** The later of the rule's first day and the earliest designation of the facilities. */
    private static @Nullable LocalDate inForceFrom(Rule rule, List<Facility> met) {
        LocalDate since = rule.sinceOrNull();
        return met.stream()
                .map(Facility::designated)
                .min(Comparator.naturalOrder())
                .filter(designated -> since == null || designated.isAfter(since))
                .orElse(since);
    }

    /** Whether the finding is in force on a day. */
    public boolean inForceOn(LocalDate day) {
        return (fromOrNull == null || !day.isBefore(fromOrNull))
                && (rule.untilOrNull() == null || !day.isAfter(rule.untilOrNull()));
    }
}
