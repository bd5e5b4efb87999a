package org.countsas.audit.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The reviews of a bundle, from the first to the last. The chain is whole: each record names the one before, the first the bundle.
 * Whether they are signed by people to be trusted is another question: {@link #verifySignatures}; whether the decisions that they
 * replace are those of the bundle is a third: {@link EffectiveDecisions}. Records that were taken from the end leave no trace in a
 * chain: {@link #verifyHolds} finds that out for whoever kept a receipt.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place   the file, for messages
 * @param bundle  SHA-256 of the bundle's manifest
 * @param records the records in their order
 * @param torn    how many bytes stand after the last whole line: what a crash left of a record that nobody was told of
 */
public record Reviews(Place place, Hash bundle, List<ReviewRecord> records, int torn) {
    public Reviews {
        records = List.copyOf(records);
    }

    /**
     * Reads the bytes of a file of reviews.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if the chain is
     */
    static Reviews of(byte[] bytes, Place place, Hash bundle) {
        List<ReviewRecord> records = new ArrayList<>();
        Hash previous = bundle;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Place line = Place.line(String.valueOf(place.file()), records.size() + 1);
                byte[] content = Arrays.copyOfRange(bytes, from, i);
                ReviewRecord record = record(content, line);
                check(record, records.size() + 1, previous, bundle, line);
                records.add(record);
                previous = Hash.sha256(content);
                from = i + 1;
            }
        }
        return new Reviews(place, bundle, records, bytes.length - from);
    }

    private static ReviewRecord record(byte[] content, Place line) {
        try {
            return ReviewRecord.of(CanonicalJson.read(content, line));
        } catch (IllegalArgumentException e) {
            throw broken(line, "This is not a review: " + e.getMessage());
        }
    }

    private static void check(ReviewRecord record, int sequence, Hash previous, Hash bundle, Place line) {
        if (!record.bundle().equals(bundle)) {
            throw broken(line, "The review is of another bundle, " + record.bundle() + ", and this one is " + bundle);
        }
        if (record.sequence() != sequence) {
            throw broken(
                    line,
                    "The review has the number " + record.sequence() + ", and number " + sequence + " must stand here");
        }
        if (!record.previous().equals(previous)) {
            throw broken(line, "The review does not follow the line before it, which was changed, or is another");
        }
    }

    private static ProblemException broken(Place line, String reason) {
        return new ProblemException(
                Code.REVIEWS_BROKEN,
                line,
                reason,
                "Reviews are appended and never edited; ask for a new copy of the file");
    }

    /** What the next record must name. */
    public Hash head() {
        return records.isEmpty() ? bundle : records.get(records.size() - 1).receipt();
    }

    /** The last review of each item, by definition and item. */
    public Map<String, Map<String, ReviewRecord>> latest() {
        Map<String, Map<String, ReviewRecord>> latest = new LinkedHashMap<>();
        records.forEach(record -> latest.computeIfAbsent(record.review().definition(), id -> new LinkedHashMap<>())
                .put(record.review().item(), record));
        return latest;
    }

    /**
     * Checks that each record is signed by a key that is trusted.
     *
     * @throws ProblemException {@code MISSING_KEY} if no key is trusted and there are records, or {@code WRONG_SIGNATURE}
     */
    public void verifySignatures(KeyRing trusted) {
        for (ReviewRecord record : records) {
            Place line = Place.line(String.valueOf(place.file()), record.sequence());
            if (trusted.isEmpty()) {
                throw new ProblemException(
                        Code.MISSING_KEY,
                        line,
                        "No key to check the review's signature with is known; it says that " + record.key()
                                + " signed it",
                        "Get the reviewer's public key from the reviewer and name it with --key");
            }
            Optional<VerificationKey> key = trusted.find(record.key());
            if (key.isEmpty()) {
                throw new ProblemException(
                        Code.WRONG_SIGNATURE,
                        line,
                        "The review is signed by " + record.key() + ", which is not trusted; trusted: " + trusted,
                        "Check whose key this is before you trust it");
            }
            if (!key.get().verifies(record.message(), record.signatureBytes())) {
                throw new ProblemException(
                        Code.WRONG_SIGNATURE,
                        line,
                        "The signature is not one of " + record.key() + " over this review",
                        "It was changed after it was signed; ask for a new copy");
            }
        }
    }

    /**
     * Checks that a review is still there.
     *
     * @param receipt what its reviewer was given
     * @throws ProblemException {@code REVIEWS_BROKEN} if it is not
     */
    public void verifyHolds(Hash receipt) {
        if (records.stream().noneMatch(record -> record.receipt().equals(receipt))) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    place,
                    "The review of the receipt " + receipt + " is not here",
                    "It was taken away, or is of another bundle; ask for the whole file");
        }
    }

    /**
     * The reviews as they stood when one of them was the last.
     *
     * @param receipt of that one
     * @throws ProblemException {@code REVIEWS_BROKEN} if it is not here
     */
    public Reviews until(Hash receipt) {
        verifyHolds(receipt);
        int count = 1;
        while (!records.get(count - 1).receipt().equals(receipt)) {
            count++;
        }
        return new Reviews(place, bundle, records.subList(0, count), 0);
    }

    /** The reviews before there were any. */
    public Reviews none() {
        return new Reviews(place, bundle, List.of(), 0);
    }

    /**
     * Checks that no torn line stands at the end.
     *
     * @throws ProblemException {@code REVIEWS_TORN}
     */
    public void verifyWhole() {
        if (torn > 0) {
            throw tornLine();
        }
    }

    /** What to say of the torn line. */
    public ProblemException tornLine() {
        return new ProblemException(
                Code.REVIEWS_TORN,
                Place.line(String.valueOf(place.file()), records.size() + 1),
                "The last line is cut off: " + torn + " bytes of a review that was never completed",
                "The next review moves them aside; make that review again if it is missing");
    }

    /** The decision that counts: the review's if there is one. */
    static DecisionLine effective(DecisionLine original, Optional<ReviewRecord> review) {
        return review.map(record -> record.replace(original)).orElse(original);
    }
}
