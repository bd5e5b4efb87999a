package org.countsas.audit.review;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a bundle with its reviews and without them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param totals   by definition, in the bundle's order
 * @param reviewed the decisions about which there is a review, each once, in the bundle's order
 */
@API(status = API.Status.EXPERIMENTAL)
public record EffectiveDecisions(List<TotalsChange> totals, List<Reviewed> reviewed) {
    public EffectiveDecisions {
        totals = List.copyOf(totals);
        reviewed = List.copyOf(reviewed);
    }

    /**
     * The sums of a definition.
     *
     * @param without as the rules decided
     * @param with    with the last review of each item in place of its decision
     */
    public record TotalsChange(DefinitionTotals without, DefinitionTotals with) {}

    /**
     * A decision that a person replaced.
     *
     * @param original  the decision of the rules
     * @param effective the decision of the person
     * @param record    the last review
     */
    public record Reviewed(DecisionLine original, DecisionLine effective, ReviewRecord record) {}

    /**
     * Computes the sums, and checks each review against the decision that it names.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if a review names a decision that is not the bundle's, an area that the bundle's
     *                          definition does not adopt, or another block than the area's, or counts other than amount times share; or
     *                          if the sums with the reviews go beyond what canonical JSON can hold
     */
    public static EffectiveDecisions of(Bundle bundle, Reviews reviews) {
        Map<String, Map<String, ReviewRecord>> latest = reviews.latest();
        Map<String, DefinitionTotals.Sum> sums = new LinkedHashMap<>();
        bundle.manifest().definitions().forEach(id -> sums.put(id, new DefinitionTotals.Sum(id)));
        List<Reviewed> reviewed = new ArrayList<>();
        AdoptedAreas areas = new AdoptedAreas(bundle);
        Map<String, Set<ReviewRecord>> open = new LinkedHashMap<>();
        reviews.records()
                .forEach(record -> open.computeIfAbsent(
                                key(
                                        record.review().definition(),
                                        record.review().item()),
                                id -> new HashSet<>())
                        .add(record));
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.forEachOrdered(original -> {
                Set<ReviewRecord> of = open.remove(key(original.definition(), original.item()));
                if (of != null) {
                    of.forEach(record -> check(record, original, areas, reviews.place()));
                }
                ReviewRecord record =
                        latest.getOrDefault(original.definition(), Map.of()).get(original.item());
                DecisionLine effective = record == null ? original : record.replace(original);
                if (record != null) {
                    reviewed.add(new Reviewed(original, effective, record));
                }
                add(requireNonNull(sums.get(original.definition())), effective, record, reviews.place());
            });
        }
        open.values().stream().flatMap(Set::stream).findFirst().ifPresent(record -> {
            throw broken(
                    record,
                    reviews.place(),
                    "The bundle has no decision about the item '"
                            + record.review().item() + "' under "
                            + record.review().definition());
        });
        List<TotalsChange> changes = new ArrayList<>();
        for (DefinitionTotals without : bundle.manifest().totals()) {
            changes.add(new TotalsChange(
                    without,
                    total(requireNonNull(sums.get(without.definition())), without.definition(), reviews.place())));
        }
        return new EffectiveDecisions(changes, reviewed);
    }

    private static void add(
            DefinitionTotals.Sum sum, DecisionLine effective, @Nullable ReviewRecord record, Place place) {
        try {
            sum.add(effective);
        } catch (IllegalArgumentException e) {
            // The decisions of the rules never contradict one another, so a review must. Report it at this review, or
            // else
            // at the file.
            String reason = "The area '" + effective.area() + "' would be in two blocks: " + effective.block()
                    + " here, and another before";
            throw record == null ? broken(place, reason) : broken(record, place, reason);
        } catch (ArithmeticException e) {
            throw tooMuch(effective.definition(), place);
        }
    }

    private static DefinitionTotals total(DefinitionTotals.Sum sum, String definition, Place place) {
        try {
            return sum.total();
        } catch (ArithmeticException e) {
            throw tooMuch(definition, place);
        }
    }

    private static ProblemException tooMuch(String definition, Place place) {
        return broken(
                place,
                "With the reviews a sum under " + definition
                        + " is beyond 2^53 - 1, the largest number that every reader of JSON holds exactly");
    }

    private static String key(String definition, String item) {
        return definition + "\n" + item;
    }

    private static void check(ReviewRecord record, DecisionLine original, AdoptedAreas areas, Place place) {
        if (!record.decision().equals(ReviewRecord.leaf(original))) {
            throw broken(
                    record,
                    place,
                    "The review is not of the bundle's decision about the item '" + original.item() + "'");
        }
        if (!record.counted().equals(ReviewRecord.counted(record.review().ruling(), original.amount()))) {
            throw broken(record, place, "What counts by the review is not the amount times its share");
        }
        String area = record.review().ruling().area();
        if (area != null) {
            String block = areas.blockOf(original.definition(), area)
                    .orElseThrow(() -> broken(
                            record,
                            place,
                            "The definition " + original.definition() + " of the bundle's rules has no area '" + area
                                    + "'"));
            if (record.block() != null && !block.equals(record.block())) {
                throw broken(
                        record,
                        place,
                        "The area '" + area + "' is in the block '" + block + "' under " + original.definition()
                                + ", and the review says '" + record.block() + "'");
            }
        }
    }

    private static ProblemException broken(ReviewRecord record, Place place, String reason) {
        return broken(Place.line(String.valueOf(place.file()), record.sequence()), reason);
    }

    private static ProblemException broken(Place place, String reason) {
        return new ProblemException(
                Code.REVIEWS_BROKEN, place, reason, "Ask how it came about; the program never writes it");
    }
}
