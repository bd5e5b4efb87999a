package org.countsas.audit.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.Timestamps;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is recorded: a line of canonical JSON (RFC 8785). It names the bundle, the line before it, and the very decision that
 * it replaces, and is signed (Ed25519, RFC 8032) over the canonical bytes of all its members but {@code signature}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param bundle    SHA-256 of the bundle's manifest
 * @param sequence  from 1
 * @param previous  SHA-256 of the line before, without its line feed; for the first record {@code bundle}
 * @param time      when it was recorded, to the second
 * @param review    what was decided
 * @param decision  hash of the decision that it replaces, as a leaf of the bundle's tree
 * @param block     the block of the area; null unless COUNTED
 * @param counted   how much counts, in units of the currency
 * @param key       name of the key that signed
 * @param signature 64 bytes in Base64
 */
public record ReviewRecord(
        Hash bundle,
        int sequence,
        Hash previous,
        Instant time,
        Review review,
        Hash decision,
        @Nullable String block,
        Counted counted,
        String key,
        String signature) {
    static final String FORMAT = "countsas-review";
    static final int VERSION = 1;

    private static final int SIGNATURE_LENGTH = 64;

    /** The record of a review of a decision, signed. */
    static ReviewRecord signed(
            Hash bundle,
            int sequence,
            Hash previous,
            Instant time,
            Review review,
            DecisionLine decision,
            @Nullable String block,
            SigningKey key) {
        Counted counted = counted(review, decision.amount());
        ReviewRecord unsigned = new ReviewRecord(
                bundle,
                sequence,
                previous,
                time.truncatedTo(ChronoUnit.SECONDS),
                review,
                leaf(decision),
                block,
                counted,
                key.publicHalf().name(),
                "");
        String signature = Base64.getEncoder().encodeToString(key.sign(unsigned.message()));
        return new ReviewRecord(
                bundle,
                sequence,
                previous,
                unsigned.time,
                review,
                unsigned.decision,
                block,
                counted,
                unsigned.key,
                signature);
    }

    /** The bounds of what counts by a review, in units of the currency. */
    static Counted counted(Review review, long amount) {
        Share share = review.share();
        long high = share.highOf(amount);
        return switch (review.outcome()) {
            case NOT_COUNTED -> Counted.NOTHING;
            case REVIEW -> new Counted(Math.min(0, high), 0, Math.max(0, high));
            case COUNTED ->
                new Counted(
                        Math.min(share.lowOf(amount), high),
                        share.centralOf(amount),
                        Math.max(share.lowOf(amount), high));
        };
    }

    /** The hash of a decision as a leaf of the bundle's tree. */
    static Hash leaf(DecisionLine decision) {
        return Hash.leaf(CanonicalJson.bytes(decision.json()));
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException with what is wrong, if it is not exactly what {@link #line} writes
     */
    static ReviewRecord of(JsonNode json) {
        if (!json.path("format").asText().equals(FORMAT) || json.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("it is no review of version " + VERSION);
        }
        JsonNode share = json.path("share");
        JsonNode counted = json.path("counted");
        Review review;
        try {
            review = new Review(
                    json.path("item").asText(),
                    json.path("definition").asText(),
                    outcome(json.path("outcome").asText()),
                    Optional.ofNullable(json.path("area").textValue()),
                    new Share(
                            share.path("low").asInt(),
                            share.path("central").asInt(),
                            share.path("high").asInt()),
                    json.path("reason").asText(),
                    json.path("by").asText());
        } catch (org.countsas.problem.ProblemException e) {
            throw new IllegalArgumentException(e.problems().get(0).reason(), e);
        }
        Instant time = Timestamps.parse(json.path("time").asText())
                .orElseThrow(() -> new IllegalArgumentException("'time' is no time such as 2026-04-01T12:00:00Z"));
        ReviewRecord record = new ReviewRecord(
                hash(json, "bundle"),
                json.path("sequence").asInt(),
                hash(json, "previous"),
                time,
                review,
                hash(json, "decision"),
                json.path("block").textValue(),
                new Counted(
                        counted.path("low").asLong(),
                        counted.path("central").asLong(),
                        counted.path("high").asLong()),
                json.path("key").asText(),
                json.path("signature").asText());
        if (!CanonicalJson.write(record.json()).equals(CanonicalJson.write(json))) {
            throw new IllegalArgumentException("it has other members than a review has");
        }
        record.check();
        return record;
    }

    /** What holds of each record alone: a block if and only if it counts, as in decisions, and one way to write the signature. */
    private void check() {
        if ((block != null) != (review.outcome() == Outcome.COUNTED)) {
            throw new IllegalArgumentException(
                    "the outcome " + review.outcome() + (block == null ? " needs a block" : " has no block"));
        }
        byte[] bytes = signatureBytes();
        if (bytes.length != SIGNATURE_LENGTH
                || !Base64.getEncoder().encodeToString(bytes).equals(signature)) {
            throw new IllegalArgumentException("'signature' is not the Base64 of " + SIGNATURE_LENGTH + " bytes");
        }
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'outcome' is none of COUNTED, NOT_COUNTED, REVIEW"));
    }

    private static Hash hash(JsonNode json, String name) {
        return Hash.ofHex(json.path(name).asText())
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no SHA-256"));
    }

    private ObjectNode unsigned() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("bundle", bundle.hex())
                .put("sequence", sequence)
                .put("previous", previous.hex())
                .put("time", time.toString());
        json.put("item", review.item()).put("definition", review.definition()).put("decision", decision.hex());
        json.put("outcome", review.outcome().name())
                .put("block", block)
                .put("area", review.area().orElse(null));
        json.putObject("share")
                .put("low", review.share().low())
                .put("central", review.share().central())
                .put("high", review.share().high());
        json.putObject("counted")
                .put("low", counted.low())
                .put("central", counted.central())
                .put("high", counted.high());
        return json.put("reason", review.reason()).put("by", review.by()).put("key", key);
    }

    private ObjectNode json() {
        return unsigned().put("signature", signature);
    }

    /** What is signed. */
    byte[] message() {
        return CanonicalJson.bytes(unsigned());
    }

    /** The line of the record, without its line feed. */
    byte[] line() {
        return CanonicalJson.bytes(json());
    }

    /** SHA-256 of the line: what the next record names, and a receipt for whoever made this one. */
    public Hash receipt() {
        return Hash.sha256(line());
    }

    /** The signature's bytes; empty if it is no Base64. */
    byte[] signatureBytes() {
        try {
            return Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The decision in the place of which this one stands. */
    DecisionLine replace(DecisionLine original) {
        return new DecisionLine(
                original.json(),
                original.item(),
                original.itemDigest(),
                original.definition(),
                review.outcome(),
                block,
                review.area().orElse(null),
                original.amount(),
                review.share(),
                counted);
    }
}
