package org.countsas.audit.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The reviews of a bundle, from the first to the last. The chain is whole: each record names the one before it, and the first names the
 * bundle. It does not say whether people you trust signed them: see {@link #verifySignatures}. Nor does it say whether the bundle has the
 * decisions that they replace: see {@link EffectiveDecisions}. Records that were removed from the end leave no trace in a chain;
 * {@link #verifyHolds} finds that out for anyone who kept a receipt.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place   the file, for messages
 * @param bundle  SHA-256 of the bundle's manifest
 * @param records the records in their order
 * @param torn    the number of bytes after the last whole line: what a crash left of a record that was never acknowledged
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reviews(Place place, Hash bundle, List<ReviewRecord> records, int torn) {
    public Reviews {
        records = List.copyOf(records);
    }

    /**
     * Reads the bytes of a file of reviews.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if the chain is broken
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
                check(record, new ChainPosition(bundle, records.size() + 1, previous), line);
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

    private static void check(ReviewRecord record, ChainPosition expected, Place line) {
        ChainPosition found = record.position();
        if (!found.bundle().equals(expected.bundle())) {
            throw broken(
                    line,
                    "The review belongs to another bundle, " + found.bundle() + ", and this one is "
                            + expected.bundle());
        }
        if (found.sequence() != expected.sequence()) {
            throw broken(
                    line,
                    "The review has the number " + found.sequence() + ", but number " + expected.sequence()
                            + " belongs here");
        }
        if (!found.previous().equals(expected.previous())) {
            throw broken(line, "The review does not follow from the line before it, which was changed or replaced");
        }
    }

    private static ProblemException broken(Place line, String reason) {
        return new ProblemException(
                Code.REVIEWS_BROKEN,
                line,
                reason,
                "Reviews are appended and never edited; ask for a new copy of the file");
    }

    /** Where the next record will be in the chain. */
    ChainPosition next() {
        return new ChainPosition(bundle, records.size() + 1, head());
    }

    /** The receipt of the last record, which the next one must name; without records, the digest of the bundle. */
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
                        "There is no known key to check the review's signature; it claims to be signed by "
                                + record.key(),
                        "Get the public key from the reviewer and name it with --key");
            }
            VerificationKey key = trusted.find(record.key())
                    .orElseThrow(() -> new ProblemException(
                            Code.WRONG_SIGNATURE,
                            line,
                            "The review is signed by " + record.key() + ", which is not trusted; trusted: " + trusted,
                            "Check whose key this is before you trust it"));
            if (!key.verifies(record.message(), record.signatureBytes())) {
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
     * @param receipt what its reviewer received
     * @throws ProblemException {@code REVIEWS_BROKEN} if it is not
     */
    public void verifyHolds(Hash receipt) {
        if (records.stream().noneMatch(record -> record.receipt().equals(receipt))) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    place,
                    "The review with the receipt " + receipt + " is not here",
                    "It was removed, or belongs to another bundle; ask for the whole file");
        }
    }

    /**
     * The reviews as they were when one of them was the last.
     *
     * @param receipt the receipt of that one
     * @throws ProblemException {@code REVIEWS_BROKEN} if it is not among them
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
     * Checks that there is no torn line at the end.
     *
     * @throws ProblemException {@code REVIEWS_TORN}
     */
    public void verifyWhole() {
        if (torn > 0) {
            throw tornLine();
        }
    }

    /** The problem that there is a torn line. */
    public ProblemException tornLine() {
        return new ProblemException(
                Code.REVIEWS_TORN,
                Place.line(String.valueOf(place.file()), records.size() + 1),
                "The last line is cut off: " + torn + " bytes of a review that was never completed",
                "The next review moves them aside; make that review again if it is missing");
    }
}
