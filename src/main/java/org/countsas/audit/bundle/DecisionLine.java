package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.json.ObjectSchema;
import org.countsas.audit.json.ObjectSchema.Plain;
import org.countsas.audit.merkle.Hash;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a bundle records it.
 *
 * <p>Immutable and thread-safe, as long as nobody modifies {@link #json}.
 *
 * @param json       the whole line, with all findings and their evidence
 * @param item       the item's id
 * @param itemDigest SHA-256 of the item's line
 * @param definition the definition's id
 * @param outcome    what was decided
 * @param block      the block; null unless COUNTED
 * @param area       the area; null if NOT_COUNTED
 * @param amount     the item's amount, in units of the currency
 * @param share      the share that counts; for REVIEW the share that would count
 * @param counted    how much counts
 */
@API(status = API.Status.EXPERIMENTAL)
public record DecisionLine(
        JsonNode json,
        String item,
        Hash itemDigest,
        String definition,
        Outcome outcome,
        @Nullable String block,
        @Nullable String area,
        long amount,
        Share share,
        Counted counted) {

    private static final ObjectSchema BOUNDS = ObjectSchema.empty().with(Plain.WHOLE, "low", "central", "high");
    private static final ObjectSchema EVIDENCE = ObjectSchema.empty()
            .with(Plain.TEXT, "condition", "value")
            .with(Plain.TEXT_OR_NULL, "field", "concept", "term")
            .with(Plain.WHOLE, "part", "start", "end");
    private static final ObjectSchema FINDING = ObjectSchema.empty()
            .with(Plain.TEXT, "rule", "policy", "effect", "strength", "standing", "basis")
            .with(Plain.TEXT_OR_NULL, "defeatedBy")
            .with(Plain.TEXTS, "citation")
            .withObject("share", BOUNDS)
            .withObjects("evidence", EVIDENCE);
    private static final ObjectSchema DECISION = ObjectSchema.empty()
            .with(Plain.TEXT, "definition", "item", "itemDigest", "outcome")
            .with(Plain.TEXT_OR_NULL, "area", "block")
            .with(Plain.TEXTS, "alsoCountsIn")
            .with(Plain.WHOLE, "amount")
            .withObject("share", BOUNDS)
            .withObject("counted", BOUNDS)
            .withObjects("findings", FINDING);

    /**
     * Reads a line of {@code decisions.jsonl} and checks what must hold for every single decision, above all that what counts is the amount
     * times the share.
     *
     * @param place where the line is, for the message
     * @throws ProblemException {@code NOT_CANONICAL} or {@code BUNDLE_TOTALS}
     */
    public static DecisionLine read(byte[] line, Place place) {
        try {
            JsonNode json = CanonicalJson.read(line, place);
            DECISION.check(json);
            return of(json);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Code.BUNDLE_TOTALS,
                    place,
                    "The decision does not hold: " + e.getMessage(),
                    "Ask how it came about; the program never writes it");
        }
    }

    /** The line without its line feed. */
    public byte[] bytes() {
        return CanonicalJson.bytes(json);
    }

    /** @throws IllegalArgumentException with what does not hold */
    static DecisionLine of(JsonNode json) {
        String item = text(json, "item");
        String definition = text(json, "definition");
        Hash digest = Hash.ofHex(text(json, "itemDigest"))
                .orElseThrow(() -> new IllegalArgumentException("'itemDigest' is not a SHA-256 digest"));
        Outcome outcome;
        try {
            outcome = Outcome.valueOf(text(json, "outcome"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'outcome' is not COUNTED, NOT_COUNTED or REVIEW", e);
        }
        DecisionLine line = new DecisionLine(
                json,
                item,
                digest,
                definition,
                outcome,
                optional(json, "block"),
                optional(json, "area"),
                whole(json, "amount"),
                share(json.path("share")),
                new Counted(
                        whole(json.path("counted"), "low"),
                        whole(json.path("counted"), "central"),
                        whole(json.path("counted"), "high")));
        line.check();
        return line;
    }

    private void check() {
        boolean inArea = area != null;
        boolean inBlock = block != null;
        if (inArea != (outcome != Outcome.NOT_COUNTED) || inBlock != (outcome == Outcome.COUNTED)) {
            throw new IllegalArgumentException(
                    "the outcome " + outcome + " has area " + shown(area) + " and block " + shown(block));
        }
        if (outcome != Outcome.COUNTED && !json.path("alsoCountsIn").isEmpty()) {
            throw new IllegalArgumentException("'alsoCountsIn' has areas, but the item is not counted");
        }
        Counted expected = expected();
        if (!counted.equals(expected)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%d at %s counts %d/%d/%d, but the line says %d/%d/%d",
                    amount,
                    share,
                    expected.low(),
                    expected.central(),
                    expected.high(),
                    counted.low(),
                    counted.central(),
                    counted.high()));
        }
    }

    private static String shown(@Nullable String id) {
        return id == null ? "null" : BundleFiles.shown(id);
    }

    private Counted expected() {
        if (outcome == Outcome.NOT_COUNTED && !share.equals(Share.NOTHING)) {
            throw new IllegalArgumentException("what does not count has the share " + share);
        }
        return counted(outcome, share, amount);
    }

    /**
     * How much counts by an outcome: amount × share, rounded half away from zero. For a REVIEW nothing counts, and the upper bound is what
     * would count.
     */
    @API(status = API.Status.INTERNAL)
    public static Counted counted(Outcome outcome, Share share, long amount) {
        return switch (outcome) {
            case NOT_COUNTED -> Counted.NOTHING;
            case REVIEW -> Counted.of(new Share(0, 0, share.high()), amount);
            case COUNTED -> Counted.of(share, amount);
        };
    }

    private static Share share(JsonNode json) {
        long low = whole(json, "low");
        long central = whole(json, "central");
        long high = whole(json, "high");
        if (low < 0 || low > central || central > high || high > Share.WHOLE.high()) {
            throw new IllegalArgumentException("'share' is not 0 <= low <= central <= high <= 10000");
        }
        return new Share((int) low, (int) central, (int) high);
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value.textValue();
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.path(name).isNull() ? null : text(json, name);
    }

    private static long whole(JsonNode json, String name) {
        if (!json.path(name).isIntegralNumber()) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return json.path(name).longValue();
    }
}
