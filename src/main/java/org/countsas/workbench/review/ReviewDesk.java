package org.countsas.workbench.review;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.review.ReviewRecord;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.NewReview;
import org.countsas.question.bundle.ReviewsQuestion;
import org.jspecify.annotations.Nullable;

/**
 * Where reviews of a bundle are recorded, as {@code countsas review} does: appended, chained, signed, and on the disk before anybody is told.
 * Thread-safe: one review follows another.
 */
public final class ReviewDesk {
    private final Path bundle;
    private final String definition;
    private final KeyRing trusted;
    private final @Nullable SigningKey key;
    private final Clock clock;

    /**
     * The reviews beside a bundle.
     *
     * @param definition the definition under which decisions are reviewed
     * @param trusted    the keys whose signatures are accepted, beside the one that signs here
     * @param key        signs reviews; null if none can be recorded
     * @param clock      gives the time of reviews
     */
    public ReviewDesk(Path bundle, String definition, KeyRing trusted, @Nullable SigningKey key, Clock clock) {
        this.bundle = bundle;
        this.definition = definition;
        this.key = key;
        this.clock = clock;
        List<VerificationKey> keys = new ArrayList<>(trusted.keys());
        if (key != null && trusted.find(key.publicHalf().name()).isEmpty()) {
            keys.add(key.publicHalf());
        }
        this.trusted = KeyRing.of(keys.toArray(VerificationKey[]::new));
    }

    /** Whether there is a key to sign with. */
    public boolean canSign() {
        return key != null;
    }

    /** The definition under which decisions are reviewed. */
    public String definition() {
        return definition;
    }

    /**
     * All reviews and the totals with them.
     *
     * @throws ProblemException if reviews are broken or signed by somebody who is not trusted
     */
    public ReviewsQuestion.Answer reviews() {
        return new ReviewsQuestion(bundle, trusted, null).answer();
    }

    /** The reviews of an item under the definition, the first one first. */
    public List<ReviewRecord> of(String item) {
        return reviews().reviews().records().stream()
                .filter(record -> record.review().item().equals(item)
                        && record.review().definition().equals(definition))
                .toList();
    }

    /**
     * Records a review.
     *
     * @param seen how many reviews of the item its author had seen
     * @throws ProblemException {@code STALE_EDIT} if there are others by now, or whatever is wrong with the review; nothing is written then
     */
    public synchronized void record(NewReview review, int seen) {
        SigningKey signer = key;
        if (signer == null) {
            throw new ProblemException(
                    Code.READ_ONLY, Place.NONE, "There is no key to sign reviews with", "Start with --review-key");
        }
        if (of(review.item()).size() != seen) {
            throw new ProblemException(
                    Code.STALE_EDIT,
                    Place.NONE,
                    "Somebody reviewed the item '" + review.item() + "' after you opened it",
                    "Read that review, which is shown beside yours, and record yours again if it still holds");
        }
        review.record(bundle, clock.instant(), signer);
    }
}
