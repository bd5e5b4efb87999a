package org.countsas.audit.review;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.key.SigningKey;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.jspecify.annotations.Nullable;

/** Records reviews of a bundle's decisions. Thread-safe, as the bundle is. */
@API(status = API.Status.EXPERIMENTAL)
public final class Reviewer {
    private final Bundle bundle;
    private final ReviewFile file;

    /**
     * @param bundle the bundle, open
     * @param path   where it is
     */
    public Reviewer(Bundle bundle, Path path) {
        this.bundle = bundle;
        this.file = ReviewFile.of(path);
    }

    /**
     * What was recorded.
     *
     * @param original  the decision of the rules
     * @param effective the decision that counts from now on
     * @param appended  the record
     */
    public record Recorded(DecisionLine original, DecisionLine effective, ReviewFile.Appended appended) {}

    /**
     * Checks a review against the bundle, signs it and appends it. The review is on the disk when this returns.
     *
     * @param time when it is made
     * @param key  signs the review
     * @throws ProblemException {@code NOT_IN_BUNDLE} if the bundle has no decision about the item, {@code BAD_REVIEW} if the definition
     *                          does not adopt the area; nothing is written then
     */
    public Recorded record(Review review, Instant time, SigningKey key) {
        DecisionLine decision = decision(review);
        String block = block(review);
        ReviewFile.Appended appended = file.append(
                bundle.manifestDigest(),
                before -> ReviewRecord.signed(before.next(), time, review, decision, block, key));
        return new Recorded(decision, appended.record().replace(decision), appended);
    }

    private DecisionLine decision(Review review) {
        DecisionLine found = null;
        // All lines are read: only after the last one is it known that none was changed.
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            for (DecisionLine line : (Iterable<DecisionLine>) decisions::iterator) {
                if (line.item().equals(review.item()) && line.definition().equals(review.definition())) {
                    found = line;
                }
            }
        }
        if (found == null) {
            throw new ProblemException(
                    Code.NOT_IN_BUNDLE,
                    Place.NONE,
                    "The bundle has no decision about the item '" + review.item() + "' under " + review.definition(),
                    "Use an id of the bundle's decisions.jsonl");
        }
        return found;
    }

    /** The block of the area if the item counts in it; null otherwise. */
    private @Nullable String block(Review review) {
        String area = review.ruling().area();
        if (area == null) {
            return null;
        }
        AdoptedAreas adopted = new AdoptedAreas(bundle);
        String block = adopted.blockOf(review.definition(), area)
                .orElseThrow(() -> Review.bad(
                        "The definition " + review.definition() + " has no area '" + area + "'",
                        Suggestion.fix(area, adopted.of(review.definition()))));
        return review.ruling().outcome() == Outcome.COUNTED ? block : null;
    }
}
