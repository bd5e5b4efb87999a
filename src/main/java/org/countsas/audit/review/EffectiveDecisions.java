package org.countsas.audit.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The sums of a bundle with its reviews, beside those without.
 *
 * <p>Immutable and thread-safe.
 *
 * @param totals   by definition, in the bundle's order
 * @param reviewed the decisions about which there is a review, each once, in the bundle's order
 */
public record EffectiveDecisions(List<Change> totals, List<Reviewed> reviewed) {
    public EffectiveDecisions {
        totals = List.copyOf(totals);
        reviewed = List.copyOf(reviewed);
    }

    /**
     * The sums of a definition.
     *
     * @param without as the rules decided
     * @param with    with the last review of each item in the place of its decision
     */
    public record Change(DefinitionTotals without, DefinitionTotals with) {}

    /**
     * A decision that a person replaced.
     *
     * @param original  of the rules
     * @param effective of the person
     * @param record    the last review
     */
    public record Reviewed(DecisionLine original, DecisionLine effective, ReviewRecord record) {}

    /**
     * Sums up, and holds each review against the decision that it names.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if a review names a decision that is not the bundle's, or counts other than
     *                          amount times share
     */
    public static EffectiveDecisions of(Bundle bundle, Reviews reviews) {
        Map<String, Map<String, ReviewRecord>> latest = reviews.latest();
        Map<String, DefinitionTotals.Sum> sums = new LinkedHashMap<>();
        bundle.manifest().definitions().forEach(id -> sums.put(id, new DefinitionTotals.Sum(id)));
        List<Reviewed> reviewed = new ArrayList<>();
        Map<String, Set<ReviewRecord>> open = new LinkedHashMap<>();
        reviews.records().forEach(record -> open.computeIfAbsent(key(record.review().definition(), record.review().item()), id -> new HashSet<>()).add(record));
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.forEachOrdered(original -> {
                Set<ReviewRecord> of = open.remove(key(original.definition(), original.item()));
                if (of != null) {
                    of.forEach(record -> check(record, original, reviews.place()));
                }
                Optional<ReviewRecord> record = Optional.ofNullable(latest.getOrDefault(original.definition(), Map.of()).get(original.item()));
                DecisionLine effective = Reviews.effective(original, record);
                record.ifPresent(each -> reviewed.add(new Reviewed(original, effective, each)));
                sums.get(original.definition()).add(effective);
            });
        }
        open.values().stream().flatMap(Set::stream).findFirst().ifPresent(record -> {
            throw broken(record, reviews.place(), "The bundle has no decision about the item '" + record.review().item() + "' under " + record.review().definition());
        });
        List<Change> changes = new ArrayList<>();
        for (DefinitionTotals without : bundle.manifest().totals()) {
            changes.add(new Change(without, sums.get(without.definition()).total()));
        }
        return new EffectiveDecisions(changes, reviewed);
    }

    private static String key(String definition, String item) {
        return definition + "\n" + item;
    }

    private static void check(ReviewRecord record, DecisionLine original, Place place) {
        if (!record.decision().equals(ReviewRecord.leaf(original))) {
            throw broken(record, place, "The review is of another decision about the item '" + original.item() + "' than the bundle's");
        }
        if (!record.counted().equals(ReviewRecord.counted(record.review(), original.amount()))) {
            throw broken(record, place, "What counts by the review is not the amount times its share");
        }
    }

    private static ProblemException broken(ReviewRecord record, Place place, String reason) {
        return new ProblemException(Code.REVIEWS_BROKEN, Place.line(String.valueOf(place.file()), record.sequence()), reason, "Ask how it came about; the program never writes it");
    }
}
