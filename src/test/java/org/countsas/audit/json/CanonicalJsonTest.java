package org.countsas.audit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 8785, and what is refused. */
class CanonicalJsonTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper OTHER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_are_written_as_the_appendix_of_the_scheme_lists_them(String bits, String text) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalNumber.of(number)).isEqualTo(text);
        assertThat(CanonicalJson.canonicalize(text)).isEqualTo(text);
    }

    @Test
    void every_digit_of_many_random_doubles_is_needed_and_enough() {
        java.util.Random random = new java.util.Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                String text = CanonicalNumber.of(number);
                assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0 : number);
                assertThat(text.replaceAll("e.*", "")
                                .replaceAll("\\D", "")
                                .replaceAll("^0+|0+$", "")
                                .length())
                        .isLessThanOrEqualTo(java.math.BigDecimal.valueOf(number)
                                .stripTrailingZeros()
                                .precision());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_is_not_finite_is_refused(double number) {
        assertThatThrownBy(() -> CanonicalNumber.of(number)).isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 8785, section 3.2.2 and 3.2.4. */
    @Test
    void the_sample_of_the_scheme_gives_its_bytes() {
        String sample = """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""";

        assertThat(HexFormat.of().formatHex(CanonicalJson.canonicalize(sample).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(""
                        + "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a"
                        + "5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237"
                        + "5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d");
    }

    /** RFC 8785, section 3.2.3: by UTF-16 code units, so that a letter beyond the first plane stands before U+FB33. */
    @Test
    void members_are_sorted_by_utf_16_code_units() {
        String sample = """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""";

        assertThat(CanonicalJson.canonicalize(sample))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"\uD83D\uDE00\":\"Emoji: Grinning Face\","
                        + "\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void structures_lose_their_spaces_and_keep_their_order_of_elements() {
        assertThat(CanonicalJson.canonicalize("[ 56, {\"d\" : true, \"10\": null, \"1\": [ ] , \"\": {} } ]"))
                .isEqualTo("[56,{\"\":{},\"1\":[],\"10\":null,\"d\":true}]");
    }

    @Test
    void texts_stay_as_they_are_and_are_not_normalised() {
        assertThat(CanonicalJson.canonicalize("[\"A\\u030a\", \"\\u00c5\", \"\\u007f\\u2028</\\b\\t\\f\\r\\u001f\"]"))
                .isEqualTo("[\"A\u030A\",\"Å\",\"\u007F\u2028</\\b\\t\\f\\r\\u001f\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "[1] [2]",
                "{",
                "[01]",
                "[1e400]",
                "[\"\\ud800\"]",
                "[\"\\udc00\\ud800\"]",
                "'a'",
                "[NaN]"
            })
    void what_is_no_json_of_the_scheme_is_refused(String text) {
        assertThatThrownBy(() -> CanonicalJson.canonicalize(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void integers_are_written_as_long_as_every_reader_holds_them_exactly() {
        ObjectNode object = JSON.objectNode().put("b", CanonicalJson.LARGEST).put("a", -CanonicalJson.LARGEST);

        assertThat(CanonicalJson.write(object)).isEqualTo("{\"a\":-9007199254740991,\"b\":9007199254740991}");
        assertThatThrownBy(() -> CanonicalJson.write(JSON.numberNode(CanonicalJson.LARGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(JSON.numberNode(Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(JSON.numberNode(BigInteger.TEN.pow(30))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(JSON.numberNode(0.5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_written_is_read() {
        byte[] bytes = "{\"a\":[1,-2,null,true],\"é\":\"\\n\uD83D\uDE00\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(CanonicalJson.bytes(CanonicalJson.read(bytes, Place.NONE))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " {}",
                "{} ",
                "{}\n",
                "{}{}",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "[1.0]",
                "[1e2]",
                "[-0]",
                "[0.5]",
                "[9007199254740992]",
                "[\"\\u00e9\"]",
                "[\"\\/\"]",
                "[\"\\u000A\"]",
                "[\"\\u001F\"]",
                "[\"\\ud83d\\ude00\"]",
                "[\"\\ud800\"]",
                "\uFEFF{}",
                "{",
                "[1,]",
                "nul",
                "[/**/1]"
            })
    void any_other_form_of_it_is_not_read(String text) {
        assertThatThrownBy(() ->
                        CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8), Place.line("decisions.jsonl", 3)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.NOT_CANONICAL));
                    assertThat(refusal).hasMessageStartingWith("A001 decisions.jsonl:3: ");
                });
    }

    @Test
    void bytes_that_are_no_utf_8_or_another_encoding_are_not_read() {
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xff, '"'}, Place.NONE))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}, Place.NONE))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        CanonicalJson.read(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}, Place.NONE))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> CanonicalJson.read("[1]".getBytes(StandardCharsets.UTF_16LE), Place.NONE))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'[', '1', ']', 0}, Place.NONE))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> CanonicalJson.read("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), Place.NONE))
                .isInstanceOf(ProblemException.class);
    }

    /** Every byte of a text with something of everything, replaced by every other one, left out, and doubled. */
    @Test
    void what_is_read_is_exactly_what_would_be_written() {
        byte[] text =
                ("{\"\":-10,\"\\u001f\\n\\\"\\\\\":[true,false,null,[],{}],\"a\":{\"b\":9007199254740991,\"c\":[0,7]},"
                                + "\"ab\":\"~\u007F\u0080\u07FF\u0800防衛\uD7FF\uE000\uFFFF\uD83D\uDE00\uDBFF\uDFFF\"}")
                        .getBytes(StandardCharsets.UTF_8);
        int read = readAlike(text);
        assertThat(read).isEqualTo(1);
        for (int at = 0; at < text.length; at++) {
            for (int other = 0; other < 256; other++) {
                byte[] changed = text.clone();
                changed[at] = (byte) other;
                read += readAlike(changed);
            }
            read += readAlike(spliced(text, at, at + 1, 0))
                    + readAlike(spliced(text, at, at + 1, 2))
                    + readAlike(Arrays.copyOf(text, at));
        }
        assertThat(read).isGreaterThan(text.length);
    }

    private static byte[] spliced(byte[] text, int from, int to, int times) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(text, 0, from);
        for (int i = 0; i < times; i++) {
            spliced.write(text, from, to - from);
        }
        spliced.write(text, to, text.length - to);
        return spliced.toByteArray();
    }

    /** 1 if it is read, by us and by the rule of the scheme: parsed by another parser and written canonically, it is the same bytes. */
    private static int readAlike(byte[] bytes) {
        Optional<JsonNode> expected;
        try {
            JsonNode parsed = OTHER.readTree(bytes);
            expected = Optional.of(parsed)
                    .filter(value -> !value.isMissingNode() && Arrays.equals(CanonicalJson.bytes(value), bytes));
        } catch (IOException | IllegalArgumentException e) {
            expected = Optional.empty();
        }
        Optional<JsonNode> read;
        try {
            read = Optional.of(CanonicalJson.read(bytes, Place.NONE));
        } catch (ProblemException e) {
            read = Optional.empty();
        }
        assertThat(read).as(() -> new String(bytes, StandardCharsets.UTF_8)).isEqualTo(expected);
        return read.isPresent() ? 1 : 0;
    }
}
