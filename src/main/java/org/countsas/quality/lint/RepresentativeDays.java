package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.countsas.policy.Facility;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.Quantifier;

/**
 * The days that stand for all others: between the days on which rules begin or end and facilities are designated, nothing changes.
 * Immutable and thread-safe.
 */
final class RepresentativeDays {
    private final List<Facility> facilities;
    private final LocalDate asOf;

    /** @param asOf the day that represents its own period */
    RepresentativeDays(List<Facility> facilities, LocalDate asOf) {
        this.facilities = List.copyOf(facilities);
        this.asOf = asOf;
    }

    /** One day of each period in which nothing changes for these rules: the given one first, then the latest first. */
    List<LocalDate> of(Collection<Rule> rules) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (Rule rule : rules) {
            rule.since().ifPresent(changes::add);
            rule.until().filter(last -> last.isBefore(LocalDate.MAX)).ifPresent(last -> changes.add(last.plusDays(1)));
            rule.facilities()
                    .filter(join -> join.quantifier() != Quantifier.NONE)
                    .ifPresent(join -> facilities.forEach(facility -> changes.add(facility.designated())));
        }
        List<LocalDate> days = new ArrayList<>(List.of(asOf));
        LocalDate ofAsOf = changes.floor(asOf);
        if (ofAsOf != null) {
            days.add(changes.first().minusDays(1));
        }
        changes.stream()
                .filter(change -> !change.equals(ofAsOf))
                .sorted(Comparator.reverseOrder())
                .forEach(days::add);
        return days;
    }
}
