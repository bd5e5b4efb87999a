package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Half of a surrogate pair, U+0000 and noncharacters are no text: what holds one is refused, row by row if it has rows. */
class NoCharactersTest {
    private static final String HEADER = "id,fiscalYear,name,amount\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    /** One item is read, and the other row is rejected for this reason. */
    private static void rejects(Path input, String expected) {
        Console console = Console.run("classify", input);
        assertThat(console.err()).contains("  " + expected + "\n");
        assertThat(console.out()).startsWith("Items read 2: decided 1, rejected 1\n");
        assertThat(console.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\ud800 | U+D800, half of a surrogate pair",
                "\\udc00\\ud800 | U+DC00, half of a surrogate pair",
                "\\u0000 | U+0000, which is not a character",
                "\\uffff | U+FFFF, which is not a character",
                "\\ufdef | U+FDEF, which is not a character"
            })
    void a_line_of_json_lines_with_such_an_escape_is_rejected(String escape, String expected) throws IOException {
        Path file = file(
                "a.jsonl",
                "{\"id\":1,\"fiscalYear\":2024,\"name\":\"a\",\"amount\":5}\n"
                        + "{\"id\":2,\"fiscalYear\":2024,\"name\":\"b" + escape + "\",\"amount\":5}\n");
        Console console = Console.run("classify", file);
        assertThat(console.err())
                .contains("S012 " + file + ":2:")
                .contains(": The line is not a JSON object that can be read: a text holds " + expected
                        + ". Write one object per line.\n");
        assertThat(console.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"k\\ud800\":1",
                "\"attributes\":{\"k\\ud800\":1}",
                "\"attributes\":{\"k\":\"\\ud800\"}",
                "\"plans\":[\"\\ud800\"]",
                "\"laws\":\"\\ud800\"",
                "\"other\":\"\\ud800\""
            })
    void in_whatever_key_or_value_of_the_line(String member) throws IOException {
        Path file = file(
                "a.jsonl",
                "{\"id\":1,\"fiscalYear\":2024,\"amount\":5}\n{\"id\":2,\"fiscalYear\":2024,\"amount\":5," + member
                        + "}\n");
        Console console = Console.run("classify", file);
        assertThat(console.err()).contains("S012 " + file + ":2:").containsIgnoringCase("surrogate pair");
        assertThat(console.out()).startsWith("Items read 2: decided 1, rejected 1\n");
    }

    @Test
    void characters_beyond_the_first_plane_written_as_two_escapes_are_text() throws IOException {
        Path file = file("a.jsonl", "{\"id\":1,\"fiscalYear\":2024,\"name\":\"\\ud842\\udfb7\",\"amount\":5}\n");
        assertThat(Console.run("classify", file).out()).startsWith("Items read 1: decided 1, rejected 0\n");
    }

    @Test
    void a_row_of_a_text_table_is_rejected() throws IOException {
        // A file that begins with U+0000 is no text at all.
        String long5000 = "x".repeat(5_000);
        Path nul = file("a.csv", HEADER + "1,2024," + long5000 + ",5\n2,2024,b\u0000c,5\n");
        rejects(nul, "S006 " + nul + ":3: The cell 'name' holds U+0000, which is not a character. Remove it.");

        Path noncharacter = file("b.csv", HEADER + "1,2024,a,5\n2,2024,b\uFFFEc,5\n");
        rejects(
                noncharacter,
                "S006 " + noncharacter + ":3: The cell 'name' holds U+FFFE, which is not a character. Remove it.");
    }

    @Test
    void a_column_whose_name_holds_one_is_refused() throws IOException {
        Path file = file("a.csv", "id,fiscalYear,name,amount,n\uFFFEo\n1,2024,a,5,x\n");
        Console console = Console.run("classify", file);
        assertThat(console.err())
                .isEqualTo("S006 " + file + ":1: A column's name holds U+FFFE, which is not a character. Remove it.\n");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void half_of_a_surrogate_pair_in_utf_16_is_a_wrong_encoding() throws IOException {
        byte[] text = ("\uFEFF" + HEADER + "1,2024,ab,5\n").getBytes(StandardCharsets.UTF_16LE);
        int b = text.length - 2 * "b,5\n".length();
        text[b] = 0x00;
        text[b + 1] = (byte) 0xD8;
        Console console = Console.run("classify", bytes("a.csv", text));
        assertThat(console.err()).startsWith("S003 " + folder.resolve("a.csv") + ":2: The text is not UTF-16LE");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void half_of_a_surrogate_pair_in_bytes_is_no_utf_8() throws IOException {
        byte[] text = (HEADER + "1,2024,???,5\n").getBytes(StandardCharsets.US_ASCII);
        int at = text.length - "???,5\n".length();
        text[at] = (byte) 0xED;
        text[at + 1] = (byte) 0xA0;
        text[at + 2] = (byte) 0x80;
        assertThat(Console.run("classify", bytes("a.csv", text)).err())
                .startsWith("S003 " + folder.resolve("a.csv") + ":2: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#xD800;", "&#0;", "&#xFFFE;"})
    void a_workbook_cannot_hold_one(String reference) throws IOException {
        Path file = bytes("a.xlsx", workbook("<c t=\"inlineStr\"><is><t>" + reference + "</t></is></c>"));
        Console console = Console.run("classify", file);
        assertThat(console.err())
                .startsWith("S004 " + file + ": The archive is damaged: its XML is not that of a workbook");
        assertThat(console.code()).isEqualTo(1);
    }

    private static byte[] workbook(String cell) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                            + cell + "</row></sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void a_label_is_refused() throws IOException {
        Path items = file("a.csv", HEADER + "1,2024,a,5\n");
        Path labels = file("labels.csv", "id,verdict,area\n1,not,\n2\u0000,not,\n3,count,x\uFFFE\n");
        assertThat(Console.run("score", items, "--labels", labels).errLines())
                .containsExactly(
                        "S017 " + labels + ":3: The label holds U+0000, which is not a character. Remove it.",
                        "S017 " + labels + ":4: The label holds U+FFFE, which is not a character. Remove it.");
    }

    @Test
    void a_mapping_profile_is_refused() throws IOException {
        Path items = file("a.csv", HEADER + "1,2024,a,5\n");
        Path profile = file("p.yaml", "profile: p\ncolumns: {id: id, name: \"na\\uD800me\", amount: amount}\n");
        assertThat(Console.run("classify", items, "--profile", profile).errLines())
                .containsExactly(
                        "V001 " + profile + ":2:25: The text holds U+D800, half of a surrogate pair. Remove it.");
    }

    @Test
    void a_reform_is_refused() throws IOException {
        Path items = file("a.csv", HEADER + "1,2024,a,5\n");
        Path reform = file("r.yaml", "reform: \"japan-2022\\0\"\n");
        assertThat(Console.run("classify", items, "--definition", reform).errLines())
                .containsExactly(
                        "V001 " + reform + ":1:9: The text holds U+0000, which is not a character. Remove it.");
    }

    /** One text of each kind of file that rules are stated in. */
    @ParameterizedTest
    @CsvSource({
        "vocabulary/space.yaml, vocabulary:",
        "facilities/japan-designated.yaml, facilities:",
        "sources.yaml, sources:",
        "policies/policies.yaml, policies:",
        "definitions/japan-2022.yaml, definition:",
        "tests/space.yaml, tests:"
    })
    void every_yaml_file_of_rules_is_refused(String file, String key) throws IOException {
        RulesCopy rules = RulesCopy.in(folder.resolve("rules"));
        Path path = rules.folder().resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, text.stripTrailing() + "\n\"" + key.replace(":", "") + "-2\": \"a\\uD800b\"\n");
        int line = (int) text.stripTrailing().lines().count() + 1;
        Console console = Console.run(
                file.startsWith("tests")
                        ? new Object[] {"rules", "test", rules.folder()}
                        : new Object[] {"rules", "check", rules.folder()});
        assertThat(console.out() + console.err())
                .contains("V001 " + path + ":" + line + ":")
                .contains(": The text holds U+D800, half of a surrogate pair. Remove it.");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void a_term_of_a_vocabulary_is_refused_with_its_place() throws IOException {
        RulesCopy rules = RulesCopy.in(folder.resolve("rules"));
        Path path = rules.folder().resolve("vocabulary/more.yaml");
        Files.writeString(
                path,
                "vocabulary: more\nconcepts:\n  more:\n    label: {en: more, ja: 多}\n    terms: {ja: [多], en: [\"\\uD800\"]}\n");
        assertThat(Console.run("rules", "check", rules.folder()).out())
                .startsWith("V001 " + path + ":5:27: The text holds U+D800, half of a surrogate pair. Remove it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\uD800 | R002 | A Unicode escape. Write the character itself.",
                "'\u0000' | R001 | An invisible character (U+0000, NULL). Delete it.",
                "'\u001B' | R001 | An invisible character (U+001B, ESCAPE). Delete it.",
                "\uFFFE | R001 | An invisible character (U+FFFE, no character). Delete it."
            })
    void a_text_of_a_rule_is_refused(String text, String code, String expected) throws IOException {
        for (String before : new String[] {"@because(\"", "runBy(\""}) {
            RulesCopy rules = RulesCopy.in(folder.resolve("rules-" + before.length()));
            rules.replace("policies/coast-guard.drl", before, before + text);
            Console console = Console.run("rules", "check", rules.folder());
            assertThat(console.out())
                    .startsWith(code + " " + rules.folder().resolve("policies/coast-guard.drl") + ":")
                    .contains(": " + expected);
            assertThat(console.code()).isEqualTo(1);
        }
    }

    @Test
    void a_cell_of_a_worksheet_is_refused() throws IOException {
        Path bundle = folder.resolve("bundle");
        Path sample = folder.resolve("sample");
        assertThat(Console.run("classify", file("a.csv", HEADER + "1,2024,a,5\n"), "--bundle", bundle)
                        .code())
                .isZero();
        Console drawn = Console.run(
                "sample", bundle, "--population", "amount", "--tolerable", "50%", "--seed", "7", "--out", sample);
        assertThat(drawn.code()).as(drawn.err()).isZero();
        Path worksheet = sample.resolve("sample.csv");
        String filled = Files.readString(worksheet).stripTrailing();
        Files.writeString(worksheet, filled + "a\u0000b\n");
        int line = (int) filled.lines().count();
        assertThat(Console.run("assess", bundle, "--worksheet", worksheet).errLines())
                .containsExactly("W002 " + worksheet + ":" + line
                        + " (note): The cell holds U+0000, which is not a character. Remove it.");
    }

    @Test
    void a_review_is_refused_when_it_is_written() throws IOException {
        Path bundle = folder.resolve("bundle");
        assertThat(Console.run("classify", file("a.csv", HEADER + "1,2024,a,5\n"), "--bundle", bundle)
                        .code())
                .isZero();
        assertThat(Console.run("keys", "new", "--out", folder.resolve("k.pem")).code())
                .isZero();
        for (String reason : new String[] {"a\uD800b", "a\u0000b", "a\uFFFEb", "a\u001Bb"}) {
            Console console = Console.run(
                    "review",
                    bundle,
                    "--item",
                    "1",
                    "--outcome",
                    "NOT_COUNTED",
                    "--reason",
                    reason,
                    "--by",
                    "B.",
                    "--key",
                    folder.resolve("k.pem"));
            assertThat(console.err())
                    .isEqualTo("H001: The reason has control characters. Write it as one line of text.\n");
            assertThat(console.code()).isEqualTo(2);
        }
    }

    @Test
    void reviews_that_hold_half_of_a_surrogate_pair_are_refused_when_they_are_read() throws IOException {
        Path bundle = folder.resolve("bundle");
        assertThat(Console.run("classify", file("a.csv", HEADER + "1,2024,a,5\n"), "--bundle", bundle)
                        .code())
                .isZero();
        Path reviews = file("bundle.reviews.jsonl", "{\"note\":\"\\ud800\"}\n");
        Console console = Console.run("reviews", bundle);
        assertThat(console.err()).startsWith("A001 " + reviews);
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void other_control_characters_of_inputs_stay_as_published() throws IOException {
        Path file = file("a.csv", HEADER + "1,2024,a\u000Bb\u001Bc,5\n");
        Path out = folder.resolve("out");
        assertThat(Console.run("classify", file, "--out", out).code()).isZero();
        assertThat(Files.readString(out.resolve("decisions.csv"))).contains("a\u000Bb\u001Bc");
    }
}
