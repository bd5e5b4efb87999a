package org.countsas.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.text;
import static org.countsas.source.Written.warnings;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text in none of the usual forms of Unicode is read in the encoding that it looks most like, and the reading says so. */
class EncodingGuessTest {
    @TempDir
    Path folder;

    private record Bytes(byte[] bytes) implements ByteSource {
        @Override
        public String name() {
            return "bytes";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static String guess(String text, String charset) throws Exception {
        return EncodingGuess.of(new Bytes(text.getBytes(Charset.forName(charset))))
                .map(guess -> guess.encoding().id())
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Défense",
                "1,Défense,5",
                "ÉQUIPEMENT;DÉFENSE",
                "Ministère des Armées;équipement;dépenses prévues à l\u2019étranger",
                "Verteidigung;Überwachung;Größe;Straße",
                "Försvarsmakten;Luftstridskräfter;Åland",
                "España,Ñuñoa,año",
                "Defesa,EDUCAÇÃO,São Paulo,Armações",
                "Tietoliikenneyhteydet;Yöpäivystys",
                "£5m \u2013 \u201CNavy\u201D",
                "§ 5 Abs. 2;12 €",
                "à la mer",
                "Bâtiments militaires nº 3"
            })
    void western_words_are_windows_1252(String text) throws Exception {
        assertThat(guess(text, "windows-1252")).isEqualTo("windows-1252");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "防衛",
                "1,艦,5",
                "id,name\n1,防衛省\n",
                "事業ID,事業名,金額\n1,護衛艦の建造,5\n",
                "▲１２",
                "金額（単位：百万円）",
                "ミサイル",
                "国立研究開発法人宇宙航空研究開発機構運営費交付金に必要な経費",
                "①調査②研究"
            })
    void japanese_words_are_told_by_their_encoding(String text) throws Exception {
        assertThat(guess(text, "windows-31j")).isEqualTo("cp932");
        assertThat(guess(text.replaceAll("[①②]", ""), "EUC-JP")).isEqualTo("euc-jp");
    }

    @Test
    void half_width_kana_of_old_tables_are_cp932() throws Exception {
        assertThat(guess("ﾎﾞｳｴｲ,5", "windows-31j")).isEqualTo("cp932");
    }

    @Test
    void what_fits_none_of_them_is_not_guessed() {
        Path file = bytes(folder, "a.csv", new byte[] {'i', 'd', ',', (byte) 0x81, ',', 'x', '\n'});

        Problem problem = problemOf(() -> read(file));

        assertThat(problem.toString())
                .isEqualTo("S003 " + file
                        + ":1: The text is neither UTF-8 nor windows-1252 nor windows-31j nor EUC-JP: byte 4 (0x81) does not fit UTF-8. "
                        + "Save the file as UTF-8, or name its encoding.");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Défense nationale, windows-1252",
        "ISO-8859-1, Défense nationale, windows-1252",
        "windows-31j, 護衛艦, cp932",
        "EUC-JP, 護衛艦, euc-jp"
    })
    void a_guess_is_said_once_with_what_it_reads(String charset, String name, String guessed) {
        Path file = bytes(
                folder,
                "a.csv",
                text("id,fiscalYear,name,amount", "1,2024,ships,1", "2,2024," + name + ",5")
                        .getBytes(Charset.forName(charset)));

        Reading reading = read(file);

        assertThat(reading.items())
                .extracting(BudgetItem::programme)
                .anyMatch(programme -> programme.name().equals(name));
        assertThat(warnings(reading, Code.GUESSED_ENCODING))
                .containsExactly(
                        "3 null: The text is not UTF-8, and nobody names its encoding; of CP932, EUC-JP and Windows-1252 it looks most like "
                                + guessed + " and is read as such: '" + name + "'");
    }

    @Test
    void lines_of_json_are_no_exception() {
        Path file = bytes(
                folder,
                "a.jsonl",
                "{\"id\":\"1\",\"fiscalYear\":2024,\"name\":\"Défense\",\"amount\":5}\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(warnings(read(file), Code.GUESSED_ENCODING)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 護衛艦é",
        "windows-1252, Défense",
        "ISO-8859-15, Œuvre €",
        "ISO-8859-2, Łódź",
        "windows-1251, Оборона",
        "EUC-KR, 국방",
        "GB18030, 国防部",
        "Big5, 國防部",
        "ISO-2022-JP, 護衛艦",
        "UTF-16LE, 護衛艦",
        "UTF-32, 護衛艦",
        "x-MacRoman, Défense"
    })
    void any_encoding_that_java_knows_may_be_named_and_is_not_guessed(String charset, String name) {
        Path file = bytes(
                folder,
                "a.csv",
                text("id,fiscalYear,name,amount", "1,2024," + name + ",5").getBytes(Charset.forName(charset)));

        Reading reading =
                read(ReadOptions.DEFAULT.withEncoding(Encoding.ofId(charset).orElseThrow()), file);

        assertThat(reading.items()).extracting(item -> item.programme().name()).isEqualTo(List.of(name));
        assertThat(reading.warnings()).isEmpty();
    }
}
