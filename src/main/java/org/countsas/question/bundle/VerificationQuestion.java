package org.countsas.question.bundle;

import java.nio.file.Path;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.verification.Replayer;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Is a bundle what a run wrote, and whose run? And do the reviews beside it belong to it? Immutable and thread-safe.
 *
 * @param bundle  a folder or a ZIP file
 * @param trusted the keys whose signatures are accepted
 * @param receipt a review that must be there; null for none
 * @param replay  derives every decision again; null not to do so
 */
@API(status = API.Status.EXPERIMENTAL)
public record VerificationQuestion(
        Path bundle,
        KeyRing trusted,
        @Nullable Hash receipt,
        @Nullable Replayer replay) {

    /**
     * What was verified. Immutable and thread-safe.
     *
     * @param verification the bundle, with what is wrong with its reviews
     * @param verified     the reviews, if everything about them holds; null if there are none or something is wrong
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(
            Verification verification, @Nullable VerifiedReviews verified) {
        /** The reviews, if everything about them holds; empty if there are none or something is wrong. */
        public Optional<VerifiedReviews> reviews() {
            return Optional.ofNullable(verified);
        }
    }

    /**
     * Reviews about which everything holds.
     *
     * @param currency ISO 4217 code of the amounts that they decide about
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record VerifiedReviews(Reviews reviews, String currency) {}

    /** Answers the question: what is wrong is in the answer. */
    public Answer answer() {
        Verification verification =
                replay == null ? Verifier.verify(bundle, trusted) : Verifier.verify(bundle, trusted, replay);
        if (!verification.ok()) {
            // What a bundle says about itself is then worth nothing.
            return new Answer(verification, null);
        }
        try {
            return new Answer(verification, reviews());
        } catch (ProblemException e) {
            return new Answer(verification.and(e.problems()), null);
        }
    }

    private @Nullable VerifiedReviews reviews() {
        try (Bundle opened = Bundle.open(bundle)) {
            Reviews reviews = ReviewFile.of(bundle).read(opened.manifestDigest());
            if (receipt != null) {
                reviews.verifyHolds(receipt);
            }
            if (reviews.records().isEmpty() && reviews.torn() == 0) {
                return null;
            }
            reviews.verifyWhole();
            reviews.verifySignatures(trusted);
            EffectiveDecisions.of(opened, reviews);
            return new VerifiedReviews(reviews, opened.manifest().currency());
        }
    }
}
