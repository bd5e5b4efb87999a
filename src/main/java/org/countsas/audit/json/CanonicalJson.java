package org.countsas.audit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Writes JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it, and reads no other form: no white space, the
 * members of an object ordered by the UTF-16 code units of their names, strings with the fewest escapes, numbers as ECMAScript writes
 * them, UTF-8 without a byte-order mark.
 *
 * <p>In that scheme numbers are IEEE 754 doubles. So that no reader loses a unit of money, only integers within ±{@value #LARGEST} are
 * written, for which doubles are exact.
 *
 * <p>Thread-safe.
 */
public final class CanonicalJson {
    /** The largest integer that every JSON reader can represent exactly, 2^53 − 1 (RFC 7493). */
    public static final long LARGEST = (1L << 53) - 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /**
     * The canonical text of a value.
     *
     * @throws IllegalArgumentException if it contains an integer beyond ±{@value #LARGEST}, a number that is not finite, or a text with
     *                                  half of a surrogate pair
     */
    public static String write(JsonNode value) {
        return new CanonicalWriter().write(value);
    }

    /**
     * The canonical UTF-8 bytes of a value.
     *
     * @throws IllegalArgumentException as {@link #write}
     */
    public static byte[] bytes(JsonNode value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical form of any JSON text: what RFC 8785 calls canonicalization. Numbers become doubles first.
     *
     * @throws IllegalArgumentException if the text is not JSON, names a member twice, or cannot be written canonically
     */
    static String canonicalize(String json) {
        try {
            return new CanonicalWriter(true).write(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value that must be in canonical form, with no numbers but integers.
     *
     * @param place where the bytes are, for the message
     * @throws ProblemException {@code NOT_CANONICAL} if they are not
     */
    public static JsonNode read(byte[] bytes, Place place) {
        try {
            return new CanonicalReader(bytes).read();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Code.NOT_CANONICAL,
                    place,
                    "It is not canonical JSON (RFC 8785): " + e.getMessage(),
                    "It was changed after it was written; ask for a new copy");
        }
    }
}
