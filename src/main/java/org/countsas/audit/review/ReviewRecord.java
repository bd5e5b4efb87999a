package org.countsas.audit.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.Timestamps;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.policy.rule.Share;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is recorded: a line of canonical JSON (RFC 8785). It names the bundle, the line before it, and the decision that it replaces,
 * and is signed (Ed25519, RFC 8032) over the canonical bytes of all its members except {@code signature}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param position  where it is in the chain
 * @param time      when it was recorded, to the second
 * @param review    what was decided
 * @param decision  hash of the decision that it replaces, as a leaf of the bundle's tree
 * @param block     the block of the area; null unless COUNTED
 * @param counted   how much counts, in units of the currency
 * @param key       name of the key that signed
 * @param signature 64 bytes in Base64
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReviewRecord(
        ChainPosition position,
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

    /** The signed record of a review of a decision. */
    static ReviewRecord signed(
            ChainPosition position,
            Instant time,
            Review review,
            DecisionLine decision,
            @Nullable String block,
            SigningKey key) {
        ReviewRecord unsigned = new ReviewRecord(
                position,
                time.truncatedTo(ChronoUnit.SECONDS),
                review,
                leaf(decision),
                block,
                counted(review.ruling(), decision.amount()),
                key.publicHalf().name(),
                "");
        return unsigned.with(Base64.getEncoder().encodeToString(key.sign(unsigned.message())));
    }

    private ReviewRecord with(String newSignature) {
        return new ReviewRecord(position, time, review, decision, block, counted, key, newSignature);
    }

    /** The record's number, from 1. */
    public int sequence() {
        return position.sequence();
    }

    /** How much counts by a ruling, in units of the currency. */
    static Counted counted(Ruling ruling, long amount) {
        return DecisionLine.counted(ruling.outcome(), ruling.share(), amount);
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
            throw new IllegalArgumentException("it is not a review of version " + VERSION);
        }
        JsonNode share = json.path("share");
        JsonNode counted = json.path("counted");
        Review review;
        try {
            review = new Review(
                    json.path("item").asText(),
                    json.path("definition").asText(),
                    new Ruling(
                            outcome(json.path("outcome").asText()),
                            json.path("area").textValue(),
                            new Share(
                                    share.path("low").asInt(),
                                    share.path("central").asInt(),
                                    share.path("high").asInt())),
                    json.path("reason").asText(),
                    json.path("by").asText());
        } catch (ProblemException e) {
            throw new IllegalArgumentException(e.problems().get(0).reason(), e);
        }
        Instant time = Timestamps.parse(json.path("time").asText())
                .orElseThrow(() -> new IllegalArgumentException("'time' is not a time such as 2026-04-01T12:00:00Z"));
        ReviewRecord record = new ReviewRecord(
                new ChainPosition(hash(json, "bundle"), json.path("sequence").asInt(), hash(json, "previous")),
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
            throw new IllegalArgumentException("it does not have the members of a review");
        }
        record.check();
        return record;
    }

    /** What must hold for every single record: a block if and only if it counts, as in decisions, and the one form of the signature. */
    private void check() {
        if ((block != null) != (review.ruling().outcome() == Outcome.COUNTED)) {
            throw new IllegalArgumentException(
                    "the outcome " + review.ruling().outcome() + (block == null ? " needs a block" : " has no block"));
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
                .orElseThrow(() -> new IllegalArgumentException("'outcome' is not COUNTED, NOT_COUNTED or REVIEW"));
    }

    private static Hash hash(JsonNode json, String name) {
        return Hash.ofHex(json.path(name).asText())
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not a SHA-256 digest"));
    }

    private ObjectNode unsigned() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("bundle", position.bundle().hex())
                .put("sequence", position.sequence())
                .put("previous", position.previous().hex())
                .put("time", time.toString());
        json.put("item", review.item()).put("definition", review.definition()).put("decision", decision.hex());
        json.put("outcome", review.ruling().outcome().name())
                .put("block", block)
                .put("area", review.ruling().area());
        json.putObject("share")
                .put("low", review.ruling().share().low())
                .put("central", review.ruling().share().central())
                .put("high", review.ruling().share().high());
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

    /** SHA-256 of the line: the next record names it, and it is the receipt for the person who made this one. */
    public Hash receipt() {
        return Hash.sha256(line());
    }

    /** The signature's bytes; empty if it is not Base64. */
    byte[] signatureBytes() {
        try {
            return Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The decision that takes the place of the original. */
    DecisionLine replace(DecisionLine original) {
        return new DecisionLine(
                original.json(),
                original.item(),
                original.itemDigest(),
                original.definition(),
                review.ruling().outcome(),
                block,
                review.ruling().area(),
                original.amount(),
                review.ruling().share(),
                counted);
    }
}
