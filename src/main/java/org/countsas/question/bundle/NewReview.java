package org.countsas.question.bundle;

import java.nio.file.Path;
import java.time.Instant;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.review.Review;
import org.countsas.audit.review.Reviewer;
import org.countsas.audit.review.Ruling;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about an item of a bundle in place of the rules. Immutable and thread-safe.
 *
 * @param item       the item's id
 * @param definition null for the only one of the bundle
 * @param ruling     what is decided
 * @param reason     why
 * @param by         who decides
 */
@API(status = API.Status.EXPERIMENTAL)
public record NewReview(String item, @Nullable String definition, Ruling ruling, String reason, String by) {

    /**
     * A review that was recorded.
     *
     * @param recorded what was decided before and is now
     * @param currency ISO 4217 code of the amounts
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Recorded(Reviewer.Recorded recorded, String currency) {}

    /**
     * Appends the review to those beside a bundle.
     *
     * @throws ProblemException if it does not fit the bundle, or cannot be written
     */
    public Recorded record(Path bundle, Instant time, SigningKey key) {
        try (Bundle opened = Bundle.open(bundle)) {
            Review review = new Review(item, BundleDefinition.of(opened, definition), ruling(opened), reason, by);
            return new Recorded(
                    new Reviewer(opened, bundle).record(review, time, key),
                    opened.manifest().currency());
        }
    }

    /** The ruling with the id of the area in the place of its title. */
    private Ruling ruling(Bundle bundle) {
        String area = ruling.area();
        if (area == null) {
            return ruling;
        }
        String id = RuleBookReader.read(bundle.rules())
                .policyNames()
                .find(area)
                .map(Policy::id)
                .orElse(area);
        return new Ruling(ruling.outcome(), id, ruling.share());
    }
}
