package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.text;
import static org.countsas.source.Written.told;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.file.Encoding;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedTextTest {
    private static final String TABLE =
            text("id,fiscalYear,name,ministry,amount", "1,2024,護衛艦の建造,防衛省,100", "2,2024,道路,国土交通省,▲20");
    private static final String[] ITEMS = {"1 2024 initial 100 JPY", "2 2024 initial -20 JPY"};

    @TempDir
    Path folder;

    @Test
    void utf_8_is_read_with_and_without_a_mark() {
        Reading plain = read(bytes(folder, "a.csv", TABLE.getBytes(StandardCharsets.UTF_8)));
        Reading marked = read(bytes(folder, "b.csv", ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8)));

        assertThat(told(plain)).containsExactly(ITEMS);
        assertThat(marked.items()).isEqualTo(plain.items());
        assertThat(plain.files().get(0).encoding()).isEqualTo("UTF-8");
    }

    @Test
    void cp932_is_found_by_decoding_strictly() {
        Reading reading = read(bytes(folder, "a.csv", TABLE.getBytes(Written.CP932)));

        assertThat(told(reading)).containsExactly(ITEMS);
        assertThat(reading.items().get(0).programme().ministry()).isEqualTo("防衛省");
        assertThat(reading.files().get(0).encoding()).isEqualTo("windows-31j");
    }

    @Test
    void cp932_keeps_the_characters_that_only_windows_has() {
        Reading reading = read(bytes(
                folder,
                "a.csv",
                text("id,fiscalYear,name,amount", "1,2024,①髙橋～Ⅳ㈱－,100").getBytes(Written.CP932)));

        assertThat(reading.items().get(0).programme().name()).isEqualTo("①髙橋～Ⅳ㈱－");
    }

    @Test
    void utf_16_is_read_if_it_has_a_mark() {
        Reading little =
                read(bytes(folder, "a.txt", ("\uFEFF" + TABLE.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE)));
        Reading big = read(bytes(folder, "b.csv", ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16BE)));

        assertThat(told(little)).containsExactly(ITEMS);
        assertThat(told(big)).containsExactly(ITEMS);
    }

    @Test
    void utf_16_without_a_mark_is_refused() {
        Path file = bytes(folder, "a.csv", TABLE.getBytes(StandardCharsets.UTF_16LE));

        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.UNKNOWN_FORMAT);
    }

    @Test
    void a_text_in_no_encoding_is_refused_with_the_place_of_the_first_byte() {
        byte[] bytes =
                text("id,fiscalYear,name,amount", "1,2024,a,100", "2,2024,xy,5").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0x81;
        Path file = bytes(folder, "a.csv", bytes);

        Problem problem = problemOf(() -> read(file));

        assertThat(problem.code()).isEqualTo(Code.WRONG_ENCODING);
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problem.reason())
                .isEqualTo("The text is neither UTF-8 nor windows-1252 nor windows-31j nor EUC-JP: byte "
                        + (bytes.length - 3) + " (0x81) does not fit UTF-8");
        assertThat(problem.fix()).isEqualTo("Save the file as UTF-8, or name its encoding");
    }

    @Test
    void the_place_is_right_beyond_the_first_buffer() {
        StringBuilder table = new StringBuilder("id,fiscalYear,name,amount\n");
        for (int i = 1; i <= 20_000; i++) {
            table.append(i).append(",2024,海上保安,1\n");
        }
        byte[] good = table.toString().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(good, good.length + 2);
        bytes[good.length] = (byte) 0xFF;
        bytes[good.length + 1] = '\n';
        Path file = bytes(folder, "a.csv", bytes);

        Problem problem = problemOf(() -> read(ReadOptions.DEFAULT.withEncoding(Encoding.UTF_8), file));

        assertThat(problem.place().line()).isEqualTo(20_002);
        assertThat(problem.reason())
                .isEqualTo("The text is not UTF-8: byte " + (good.length + 1) + " (0xFF) does not fit");
    }

    @Test
    void a_character_cut_off_at_the_end_is_noticed() {
        byte[] whole = text("id,fiscalYear,name,amount", "1,2024,a,100")
                .concat("2,2024,防")
                .getBytes(StandardCharsets.UTF_8);
        Path file = bytes(folder, "a.csv", java.util.Arrays.copyOf(whole, whole.length - 1));

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.withEncoding(Encoding.UTF_8), file))
                        .code())
                .isEqualTo(Code.WRONG_ENCODING);
    }

    @Test
    void a_damaged_utf_8_is_not_garbled_as_cp932() {
        byte[] whole = TABLE.concat("3,2024,防衛").getBytes(StandardCharsets.UTF_8);
        byte[] changed = TABLE.getBytes(StandardCharsets.UTF_8);
        changed[TABLE.indexOf("護")] = '?';

        for (byte[] bytes : new byte[][] {java.util.Arrays.copyOf(whole, whole.length - 1), changed}) {
            Problem problem = problemOf(() -> read(bytes(folder, "a.csv", bytes)));
            assertThat(problem.code()).isEqualTo(Code.WRONG_ENCODING);
            assertThat(problem.reason()).startsWith("The text is not UTF-8: byte ");
        }
    }

    @Test
    void a_named_encoding_is_not_second_guessed() {
        Path file = bytes(folder, "a.csv", TABLE.getBytes(Written.CP932));

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.withEncoding(Encoding.UTF_8), file))
                        .code())
                .isEqualTo(Code.WRONG_ENCODING);
        assertThat(told(read(ReadOptions.DEFAULT.withEncoding(Encoding.CP932), file)))
                .containsExactly(ITEMS);
    }

    @Test
    void the_encoding_is_decided_on_the_whole_file_and_not_on_its_start() {
        StringBuilder table = new StringBuilder("id,fiscalYear,name,amount\n");
        for (int i = 1; i <= 5_000; i++) {
            table.append(i).append(",2024,ascii only for a long time,1\n");
        }
        table.append("5001,2024,防衛省,7\n");

        Reading reading = read(bytes(folder, "a.csv", table.toString().getBytes(Written.CP932)));

        assertThat(reading.items()).hasSize(5_001);
        assertThat(reading.items().get(5_000).programme().name()).isEqualTo("防衛省");
    }

    @Test
    void the_separator_is_found_in_the_header() {
        for (char separator : new char[] {',', '\t', ';', '|'}) {
            Path file = bytes(
                    folder,
                    "a" + (int) separator + ".txt",
                    TABLE.replace(',', separator).getBytes(StandardCharsets.UTF_8));
            assertThat(told(read(file))).containsExactly(ITEMS);
        }
    }

    @Test
    void a_tab_in_the_header_settles_it() {
        assertThat(told(read(
                        lines(folder, "a.tsv", "id\tfiscalYear\tname\tamount\ta, b, c, d, e", "1\t2024\ta\t1,000\tx"))))
                .containsExactly("1 2024 initial 1000 JPY");
    }

    @Test
    void a_named_separator_is_used() {
        Path file = lines(folder, "a.csv", "id^fiscalYear^name^amount", "1^2024^a,b,c,d,e^100");

        assertThat(told(read(ReadOptions.DEFAULT.withSeparator('^'), file))).containsExactly("1 2024 initial 100 JPY");
    }

    @Test
    void cells_in_quotes_may_hold_separators_quotes_and_line_breaks() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,name,purpose,amount",
                "1,2024,\"a, \"\"b\"\"\",\"first\r\nsecond \",\"1,000\"",
                "2,2024,c,,5"));

        Programme programme = reading.items().get(0).programme();
        assertThat(programme.name()).isEqualTo("a, \"b\"");
        assertThat(programme.purpose()).isEqualTo("first\r\nsecond ");
        assertThat(told(reading)).containsExactly("1 2024 initial 1000 JPY", "2 2024 initial 5 JPY");
    }

    @Test
    void text_is_kept_exactly_as_published() {
        Programme programme = read(lines(
                        folder,
                        "a.csv",
                        "id,fiscalYear,name,ministry,amount",
                        " 1 ,2024,  Ｆ－３５\u3000 ,国土交通省\u3000海上保安庁,100"))
                .items()
                .get(0)
                .programme();

        assertThat(programme.id()).isEqualTo("1");
        assertThat(programme.name()).isEqualTo("  Ｆ－３５\u3000 ");
        assertThat(programme.ministry()).isEqualTo("国土交通省\u3000海上保安庁");
    }

    @Test
    void line_ends_of_every_system_are_read_and_blank_rows_are_no_rows() {
        Reading reading = read(bytes(
                folder,
                "a.csv",
                "\r\n id , fiscalYear ,name,amount\r\n\r\n1,2024,a,100\r,,,\r\n2,2024,b,5\n\n"
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(told(reading)).containsExactly("1 2024 initial 100 JPY", "2 2024 initial 5 JPY");
        assertThat(reading.files().get(0).rows()).isEqualTo(2);
    }

    @Test
    void rows_that_do_not_fit_the_header_are_rejected_with_their_line() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,name,amount",
                "1,2024,a,100",
                "2,2024,b",
                "3,2024,\"two",
                "lines\",7",
                "4,2024,d,5,surplus",
                "5,2024,e,6,"));

        assertThat(told(reading))
                .containsExactly("1 2024 initial 100 JPY", "3 2024 initial 7 JPY", "5 2024 initial 6 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "BROKEN_ROW 3: The row has 3 columns, the header has 4",
                        "BROKEN_ROW 6: The row has 5 columns, the header has 4");
        assertThat(reading.files().get(0).rows()).isEqualTo(5);
    }

    @Test
    void an_open_quote_ends_the_reading_at_its_row() {
        Path unclosed =
                lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,100", "2,2024,\"b,5", "3,2024,c,6");
        Path after = lines(folder, "b.csv", "id,fiscalYear,name,amount", "1,2024,\"a\" x,100");

        Problem problem = problemOf(() -> read(unclosed));
        assertThat(problem.code()).isEqualTo(Code.BROKEN_ROW);
        assertThat(problem.place().line()).isEqualTo(3);
        assertThat(problemOf(() -> read(after)).place().line()).isEqualTo(2);
    }

    @Test
    void an_endless_cell_does_not_fill_the_memory() {
        Path file = bytes(
                folder,
                "a.csv",
                ("id,fiscalYear,name,amount\n1,2024,\"" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8));

        assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.BROKEN_ROW);
    }

    @Test
    void a_file_of_another_kind_is_refused_by_its_content() {
        assertThat(problemOf(() -> read(bytes(folder, "a.csv", new byte[] {0, 1, 2, 3}))))
                .extracting(Problem::code)
                .isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(problemOf(() -> read(bytes(folder, "b.csv", "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII)))))
                .extracting(Problem::code)
                .isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(problemOf(() ->
                        read(bytes(folder, "c.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))))
                .extracting(Problem::fix)
                .isEqualTo("Save it as XLSX or CSV, without a password");
    }

    @Test
    void an_empty_file_is_said_to_be_empty() {
        for (String content : new String[] {"", "\uFEFF", " \r\n\t\n"}) {
            Path file = bytes(folder, "a.csv", content.getBytes(StandardCharsets.UTF_8));
            assertThat(problemOf(() -> read(file)).code()).isEqualTo(Code.EMPTY_INPUT);
        }
    }

    @Test
    void a_header_without_rows_is_empty_too() {
        Path file = lines(folder, "a.csv", "id,fiscalYear,name,amount");

        Problem problem = problemOf(() -> read(file));
        assertThat(problem.code()).isEqualTo(Code.EMPTY_INPUT);
        assertThat(problem.place().file()).isEqualTo(file.toString());
    }

    @Test
    void latin_accents_are_not_taken_for_half_width_katakana() {
        byte[] latin =
                text("id,fiscalYear,name,amount", "1,2024,Café and more,100").getBytes(Charset.forName("ISO-8859-1"));
        Path file = bytes(folder, "a.csv", latin);

        assertThat(read(file).items())
                .extracting(item -> item.programme().name())
                .containsExactly("Café and more");
    }
}
