package org.countsas.source.jsonlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {
    @TempDir
    Path folder;

    @Test
    void all_keys_of_an_item_are_read() {
        Reading reading = read(lines(folder, "a.jsonl", """
                {"id":"7","fiscalYear":2024,"stage":"supplementary","ministry":"防衛省","bureau":"b","account":"c","name":"護衛艦","purpose":"p","overview":"o",\
                "majorExpense":"m","plans":["国家安全保障戦略","防衛力整備計画"],"laws":"自衛隊法；x","amount":1805000000,"currency":"JPY","attributes":{"k":"v","n":3}}"""));

        assertThat(told(reading)).containsExactly("7 2024 supplementary 1805000000 JPY");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("7")
                        .ministry("防衛省")
                        .bureau("b")
                        .account("c")
                        .name("護衛艦")
                        .purpose("p")
                        .overview("o")
                        .majorExpense("m")
                        .plans(List.of("国家安全保障戦略", "防衛力整備計画"))
                        .laws(List.of("自衛隊法", "x"))
                        .attributes(Map.of("k", "v", "n", "3"))
                        .build());
    }

    @Test
    void what_is_not_said_is_empty_or_usual() {
        Reading reading = read(lines(
                folder,
                "a.ndjson",
                "{\"id\":7,\"fiscalYear\":\"令和6年度\",\"name\":\"a\",\"amount\":\"1,000千円\",\"purpose\":null}"));

        assertThat(told(reading)).containsExactly("7 2024 initial 1000000 JPY");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("7").name("a").build());
    }

    @Test
    void amounts_may_be_written_as_whole_decimals() {
        assertThat(told(read(lines(
                        folder,
                        "a.json",
                        "{\"id\":1,\"fiscalYear\":2024,\"amount\":34482000.0}",
                        "{\"id\":2,\"fiscalYear\":2024,\"amount\":1.5e3}",
                        "{\"id\":3,\"fiscalYear\":2024,\"amount\":-9223372036854775808}"))))
                .containsExactly(
                        "1 2024 initial 34482000 JPY",
                        "2 2024 initial 1500 JPY",
                        "3 2024 initial -9223372036854775808 JPY");
    }

    @Test
    void unknown_keys_become_attributes_if_they_hold_one_value() {
        Reading reading = read(
                lines(
                        folder,
                        "a.jsonl",
                        "{\"id\":1,\"fiscalYear\":2024,\"amount\":5,\"priority\":\"high\",\"flag\":true,\"deep\":{\"a\":[1]},\"list\":[1,2]}"));

        assertThat(reading.items().get(0).programme().attributes())
                .isEqualTo(Map.of("priority", "high", "flag", "true"));
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().place().field())
                .containsExactly("deep", "list");
    }

    @Test
    void bad_lines_are_rejected_with_their_number_and_the_reading_goes_on() {
        Reading reading = read(lines(
                folder,
                "a.jsonl",
                "{\"id\":1,\"fiscalYear\":2024,\"amount\":5}",
                "",
                "{\"id\":2,\"fiscalYear\":2024,\"amount\":5",
                "no json",
                "{\"fiscalYear\":2024,\"amount\":5}",
                "{\"id\":3,\"amount\":5}",
                "{\"id\":4,\"fiscalYear\":2024}",
                "{\"id\":5,\"fiscalYear\":2024,\"amount\":1e999999999}",
                "{\"id\":6,\"fiscalYear\":2024,\"amount\":{\"yen\":5}}",
                "{\"id\":7,\"fiscalYear\":2024,\"amount\":5,\"amount\":6}",
                "{\"id\":8,\"fiscalYear\":2024,\"amount\":5} {}",
                "{\"id\":9,\"fiscalYear\":2024,\"amount\":5,\"plans\":[[\"a\"]]}",
                "{\"id\":10,\"fiscalYear\":2024,\"amount\":6}",
                "{\"id\":11,\"fiscalYear\":2024,\"amount\":1e99999999998}"));

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY", "10 2024 initial 6 JPY");
        assertThat(reading.rejected())
                .extracting(row -> row.row() + " " + row.problem().code())
                .containsExactly(
                        "3 BAD_JSON",
                        "4 BAD_JSON",
                        "5 MISSING_ID",
                        "6 BAD_YEAR",
                        "7 BAD_AMOUNT",
                        "8 BAD_AMOUNT",
                        "9 BAD_JSON",
                        "10 BAD_JSON",
                        "11 BAD_JSON",
                        "12 BAD_JSON",
                        "14 BAD_AMOUNT");
        assertThat(rejections(reading))
                .contains(
                        "BAD_JSON 9: The line is not a JSON object that can be read: 'amount' must be a text or a number",
                        "BAD_JSON 10: The line is not a JSON object that can be read: Duplicate field 'amount'",
                        "BAD_JSON 11: The line is not a JSON object that can be read: something follows the object");
        assertThat(reading.files().get(0).rows()).isEqualTo(13);
    }

    @Test
    void depth_and_length_are_bounded() {
        Reading reading = read(lines(
                folder,
                "a.jsonl",
                "{\"id\":1,\"fiscalYear\":2024,\"amount\":5,\"deep\":" + "[".repeat(100_000) + "}",
                "{\"id\":2,\"fiscalYear\":2024,\"amount\":5,\"name\":\"" + "x".repeat(5_000_000) + "\"}",
                "{\"id\":3,\"fiscalYear\":2024,\"amount\":" + "9".repeat(100_000) + "}",
                "{\"id\":4,\"fiscalYear\":2024,\"amount\":5}"));

        assertThat(told(reading)).containsExactly("4 2024 initial 5 JPY");
        assertThat(reading.rejected())
                .extracting(row -> row.problem().code())
                .containsExactly(Code.BAD_JSON, Code.TOO_LARGE, Code.BAD_JSON);
        assertThat(reading.rejected())
                .allSatisfy(row -> assertThat(row.problem().toString()).hasSizeLessThan(400));
    }

    @Test
    void json_that_is_not_json_lines_is_refused() {
        Problem pretty = problemOf(() -> read(lines(folder, "b.json", "{", "  \"id\": 1", "}")));

        assertThat(pretty.toString())
                .isEqualTo(
                        "S001 " + folder.resolve("b.json")
                                + ":1: This is JSON, but not JSON Lines. Write one object per line, without a list around them.");
    }

    @Test
    void json_lines_are_known_by_their_content_too() {
        assertThat(told(read(lines(folder, "a.txt", "{\"id\":1,\"fiscalYear\":2024,\"amount\":5}"))))
                .containsExactly("1 2024 initial 5 JPY");
    }
}
