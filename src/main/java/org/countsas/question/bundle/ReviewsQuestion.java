package org.countsas.question.bundle;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What did people decide in place of the rules, and what are the totals then? Immutable and thread-safe.
 *
 * @param bundle  the bundle beside which the reviews are
 * @param trusted the keys whose signatures are accepted
 * @param receipt a review that must be there; null for none
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReviewsQuestion(
        Path bundle, KeyRing trusted, @Nullable Hash receipt) {

    /**
     * The reviews of a bundle.
     *
     * @param reviews   all that are complete; the last line may be cut off
     * @param effective the decisions that result
     * @param currency  ISO 4217 code of the amounts
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(Reviews reviews, EffectiveDecisions effective, String currency) {}

    /**
     * Answers the question.
     *
     * @throws ProblemException if reviews are broken, are not signed by someone who is trusted, or one is missing
     */
    public Answer answer() {
        try (Bundle opened = Bundle.open(bundle)) {
            Reviews reviews = ReviewFile.of(bundle).read(opened.manifestDigest());
            reviews.verifySignatures(trusted);
            if (receipt != null) {
                reviews.verifyHolds(receipt);
            }
            return new Answer(
                    reviews,
                    EffectiveDecisions.of(opened, reviews),
                    opened.manifest().currency());
        }
    }
}
