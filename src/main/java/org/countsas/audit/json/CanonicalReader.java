package org.countsas.audit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value in canonical form, in one pass: the grammar of JSON (RFC 8259), narrowed to the one form in which RFC 8785 writes each
 * value, with no numbers but integers. It accepts exactly the bytes that {@link CanonicalWriter} writes.
 *
 * <p>Not thread-safe: one for each value.
 */
final class CanonicalReader {
    private static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER =
            String.valueOf(CanonicalJson.LARGEST).length();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final byte[] bytes;
    private int at;
    private int depth;

    CanonicalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException with what is not canonical, and at which byte, counted from 1 */
    JsonNode read() {
        JsonNode value = value();
        if (at < bytes.length) {
            throw refused("something follows the value");
        }
        return value;
    }

    private JsonNode value() {
        return switch (here()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> JSON.textNode(string());
            case 't' -> literal("true", JSON.booleanNode(true));
            case 'f' -> literal("false", JSON.booleanNode(false));
            case 'n' -> literal("null", JSON.nullNode());
            default -> number();
        };
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    private int here() {
        return at < bytes.length ? bytes[at] & 0xff : -1;
    }

    private boolean skip(char expected) {
        if (here() != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw refused("'" + expected + "' is missing");
        }
    }

    private void descend() {
        at++;
        if (++depth > DEEPEST) {
            throw refused("values are nested more than " + DEEPEST + " deep");
        }
    }

    private JsonNode object() {
        ObjectNode object = JSON.objectNode();
        descend();
        if (!skip('}')) {
            String last = null;
            do {
                last = member(object, last);
            } while (skip(','));
            expect('}');
        }
        depth--;
        return object;
    }

    private String member(ObjectNode object, @Nullable String last) {
        int start = at;
        if (here() != '"') {
            throw refused("the name of a member is missing");
        }
        String name = string();
        if (last != null && last.compareTo(name) >= 0) { // by UTF-16 code units, as the scheme asks
            at = start;
            throw refused("the members are not in order, or one appears twice");
        }
        expect(':');
        object.set(name, value());
        return name;
    }

    private JsonNode array() {
        ArrayNode array = JSON.arrayNode();
        descend();
        if (!skip(']')) {
            do {
                array.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return array;
    }

    private JsonNode literal(String word, JsonNode value) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private JsonNode number() {
        int start = at;
        boolean negative = skip('-');
        int digits = at;
        long number = 0;
        while (here() >= '0' && here() <= '9' && at - digits <= LONGEST_NUMBER) {
            number = number * 10 + here() - '0';
            at++;
        }
        if (at == digits) {
            throw refused("a value is missing");
        }
        boolean zero = bytes[digits] == '0';
        if (zero && (negative || at - digits > 1)) {
            throw refused("a number begins with 0, or is -0");
        }
        if (here() == '.' || here() == 'e' || here() == 'E') {
            throw refused("a number is not written as an integer");
        }
        if (number > CanonicalJson.LARGEST) {
            at = start;
            throw refused("an integer is beyond 2^53 - 1");
        }
        long value = negative ? -number : number;
        return value == (int) value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }

    private String string() {
        StringBuilder unescaped = null;
        int plain = ++at;
        boolean ascii = true;
        while (true) {
            int unit = here();
            if (unit == '"') {
                String text = new String(
                        bytes, plain, at++ - plain, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
                return unescaped == null ? text : unescaped.append(text).toString();
            } else if (unit == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped
                        .append(new String(bytes, plain, at - plain, StandardCharsets.UTF_8))
                        .append(escaped());
                plain = at;
            } else if (unit < 0x20) {
                throw refused(unit < 0 ? "a text does not end" : "a text has a control character that is not escaped");
            } else if (unit < 0x80) {
                at++;
            } else {
                ascii = false;
                beyondAscii(unit);
            }
        }
    }

    /** Each character that must be escaped has one form. */
    private char escaped() {
        at++;
        int letter = here();
        at++;
        return switch (letter) {
            case '"', '\\' -> (char) letter;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw refused("a character is escaped needlessly or in the wrong way");
        };
    }

    private char control() {
        expect('0');
        expect('0');
        int high = here() - '0';
        at++;
        int low = Character.digit(here(), 16);
        boolean lowerCase = here() < 'A' || here() > 'F';
        at++;
        char unit = (char) (high << 4 | low);
        if (high < 0 || high > 1 || low < 0 || !lowerCase || "\b\t\n\f\r".indexOf(unit) >= 0) {
            throw refused("a character is escaped needlessly or in the wrong way");
        }
        return unit;
    }

    /** Skips a character of two to four bytes that is well-formed by table 3-7 of the Unicode standard. */
    private void beyondAscii(int lead) {
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
        int length;
        boolean formed;
        if (lead < 0xe0) {
            length = 2;
            formed = lead >= 0xc2 && second >= 0x80 && second <= 0xbf;
        } else if (lead < 0xf0) {
            length = 3;
            formed = second >= (lead == 0xe0 ? 0xa0 : 0x80)
                    && second <= (lead == 0xed ? 0x9f : 0xbf)
                    && continues(at + 2);
        } else {
            length = 4;
            formed = lead <= 0xf4
                    && second >= (lead == 0xf0 ? 0x90 : 0x80)
                    && second <= (lead == 0xf4 ? 0x8f : 0xbf)
                    && continues(at + 2)
                    && continues(at + 3);
        }
        if (!formed) {
            throw refused("a text is not UTF-8");
        }
        at += length;
    }

    private boolean continues(int index) {
        return index < bytes.length && (bytes[index] & 0xc0) == 0x80;
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("at byte " + (Math.min(at, bytes.length) + 1) + ", " + reason);
    }
}
