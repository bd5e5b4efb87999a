package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countsas.source.Written.CP932;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON documents are tables: their items are rows, their keys columns, and all that profiles offer holds for them. */
class JsonTableTest {
    private static final String ITEM =
            "{\"id\":\"%s\",\"name\":\"a\",\"ministry\":\"b\",\"fiscalYear\":2024,\"amount\":%s}";

    @TempDir
    Path folder;

    private Reading read(String json) {
        return Sources.read(List.of(lines(folder, "a.json", json)), ReadOptions.DEFAULT);
    }

    private Reading read(String json, String profile) {
        Path file = lines(folder, "profile.yaml", profile);
        return Sources.read(List.of(lines(folder, "a.json", json)), ReadOptions.DEFAULT.withProfile(file.toString()));
    }

    private static String item(String id, String amount) {
        return ITEM.formatted(id, amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s,%s]",
                "{\"items\":[%s,%s]}",
                "{\"about\":{\"year\":2024,\"tags\":[\"x\"]},\"data\":{\"rows\":[%s,%s]}}"
            })
    void an_array_of_objects_is_a_table_wherever_it_stands(String document) {
        Reading reading = read(document.formatted(item("1", "5"), item("2", "1.5e3")));

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY", "2 2024 initial 1500 JPY");
        assertThat(reading.files()).singleElement().satisfies(file -> {
            assertThat(file.format()).isEqualTo("json");
            assertThat(file.rows()).isEqualTo(2);
        });
    }

    @Test
    void objects_on_lines_stay_lines_whatever_they_hold() {
        Path file = lines(
                folder,
                "a.jsonl",
                "{\"id\":\"1\",\"name\":\"a\",\"fiscalYear\":2024,\"amount\":5,\"parts\":[{\"x\":1}]}");

        Reading reading = Sources.read(List.of(file), ReadOptions.DEFAULT);

        assertThat(reading.files())
                .singleElement()
                .satisfies(read -> assertThat(read.format()).isEqualTo("json-lines"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\",\"name\":\"a\",\"fiscalYear\":2024,\"amount\":5,\"parts\":[{\"x\":1}]}",
                "{\"id\":\"1\",\"name\":\"a\",\"fiscalYear\":2024,\"amount\":5,\"parts\":{\"list\":[{\"id\":1}]}}",
                "{\"parts\":[{\"amount\":1}],\"id\":\"1\",\"name\":\"a\",\"fiscalYear\":2024,\"amount\":5}"
            })
    void a_single_item_is_no_document_whatever_lists_it_has(String line) {
        Reading reading = read(line);

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().toString())
                .containsExactly(
                        "S021 " + folder.resolve("a.json")
                                + ":1 (parts): The key 'parts' is unknown and holds neither a text nor a number; it is left out.");
    }

    @Test
    void a_document_with_an_id_and_a_sum_of_its_own_is_still_one() {
        Reading reading =
                read("{\"id\":\"budget\",\"amount\":12,\"items\":[" + item("1", "5") + "," + item("2", "7") + "]}");

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY", "2 2024 initial 7 JPY");
    }

    @Test
    void of_several_arrays_the_only_one_with_ids_and_amounts_is_read_and_the_others_are_named() {
        Reading reading = read("{\"sources\":[{\"url\":\"x\"}],\"data\":{\"rows\":[" + item("1", "5")
                + "],\"notes\":[{\"id\":\"n\"}]}}");

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().toString())
                .containsExactly("S021 " + folder.resolve("a.json")
                        + ": Only the array 'data.rows' is read, because its objects have an id and an amount, not: sources, data.notes. "
                        + "Name another one in a mapping profile, as 'json: {items: sources}'.");
    }

    @Test
    void a_packed_document_is_read_like_any_other() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"items\":[" + item("1", "5") + "]}").getBytes(StandardCharsets.UTF_8));
        }

        for (String name : List.of("a.json.gz", "a.gz", "a")) {
            assertThat(told(Sources.read(List.of(bytes(folder, name, packed.toByteArray())), ReadOptions.DEFAULT)))
                    .as(name)
                    .containsExactly("1 2024 initial 5 JPY");
        }
    }

    @Test
    void a_profile_maps_nested_keys_lists_and_several_amounts_by_condition() {
        Reading reading = read("""
                {"x":[{"y":1}],"data":{"rows":[
                 {"code":"1","title":{"ja":"巡視船","en":"ship"},"kind":"当初","value":5,"plans":["a","b"]},
                 {"code":"2","title":{"ja":"港"},"kind":"補正","value":7,"change":3},
                 {"code":"3","title":{"ja":"計"},"kind":"当初","value":12}]}}""", """
                profile: nested
                json: {items: data.rows}
                columns: {id: code, name: title.ja, plans: plans}
                attributes: {english: title.en}
                amounts:
                  - {column: value, stage: initial, where: {kind: 当初}}
                  - {column: change, stage: supplementary, where: {kind: 補正}}
                fiscalYear: 2024
                rows: {except: {totals: {title.ja: 計}}}
                """);

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY", "2 2024 supplementary 3 JPY");
        assertThat(reading.items().get(0).programme().plans()).containsExactly("a", "b");
        assertThat(reading.items().get(0).programme().attributes()).containsEntry("english", "ship");
        assertThat(reading.leftOut()).hasSize(1);
    }

    @Test
    void the_state_budget_can_be_read_by_a_profile_too() {
        Path profile = lines(folder, "state.yaml", """
                profile: state
                json: {items: items}
                columns: {id: id, ministry: ministry, bureau: organization, name: name, overview: description}
                amounts:
                  - {column: amount, stage: initial, where: {budgetType: 当初予算}}
                  - {column: difference, stage: supplementary, where: {budgetType: {matches: "補正予算*"}}}
                fiscalYear: 2024
                """);
        Path renamed = lines(
                folder,
                "b.json",
                "{\"items\":["
                        + "{\"id\":\"1\",\"ministry\":\"防衛省\",\"organization\":\"防衛本省\",\"name\":\"a\",\"description\":\"\",\"budgetType\":\"当初予算\",\"amount\":5,\"difference\":1},"
                        + "{\"id\":\"2\",\"ministry\":\"防衛省\",\"organization\":\"防衛本省\",\"name\":\"a\",\"description\":\"\",\"budgetType\":\"補正予算（第1号）\",\"amount\":9,\"difference\":4}"
                        + "]}");

        Reading reading = Sources.read(List.of(renamed), ReadOptions.DEFAULT.withProfile(profile.toString()));

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY", "2 2024 supplementary 4 JPY");
    }

    @Test
    void the_state_budget_is_known_by_its_beginning_before_any_table() {
        Reading reading = Sources.read(List.of(SharedData.stateBudget(2026)), ReadOptions.DEFAULT);

        assertThat(reading.files())
                .singleElement()
                .satisfies(file -> assertThat(file.format()).isEqualTo("state-budget"));
        assertThat(reading.items()).extracting(BudgetItem::stage).contains(Stage.PROVISIONAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"id\":\"1\"},| S012 %s:2:1: The file is not JSON that can be read to its end: Unexpected end-of-input within/between Array entries. Get the file again; it may be cut off.",
                "[{\"id\":\"1\",\"id\":\"2\"}]| S012 %s:1:16: The file is not JSON that can be read to its end: Duplicate field 'id', in item 1. Correct it at this place.",
                "{\"a\":[{\"x\":1},{\"x\":NaN}]}| S012 %s:1:23: The file is not JSON that can be read to its end: Non-standard token 'NaN', in item 2 of 'a'. Correct it at this place.",
                "{\"a\":[{\"x\":1}],\"b\":[{\"x\":1}]}| S012 %s: The document has several arrays of objects: a, b. Say which holds the items in a mapping profile, as 'json: {items: a}'.",
                "[1,2]| S012 %s: The document has no array of objects. Write the items as [{…}, {…}]."
            })
    void a_document_that_is_not_what_it_claims_is_refused(String json, String expected) {
        assertThatThrownBy(() -> read(json)).hasMessage(expected.formatted(folder.resolve("a.json")));
    }

    @Test
    void a_path_that_does_not_exist_is_refused_with_the_nearest() {
        assertThatThrownBy(
                        () -> read(
                                "{\"data\":{\"rows\":[" + item("1", "5") + "]}}",
                                "profile: a\njson: {items: data.row}\ncolumns: {id: id, name: name, amount: amount}\nfiscalYear: 2024\n"))
                .hasMessage("S012 " + folder.resolve("a.json")
                        + ": The document has no array of objects at 'data.row'. Did you mean 'data.rows'?");
    }

    @Test
    void items_that_cannot_be_used_are_rejected_by_their_number() {
        Reading reading = read("[" + item("1", "5") + ",7," + item("3", "\"1,5\"") + "," + item("4", "1e99999999998")
                + "," + item("5\\ud800", "5") + "]");
        Path file = folder.resolve("a.json");

        assertThat(reading.items()).hasSize(1);
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly(
                        "S006 " + file + ":2: The item is not an object. Write it as {…}.",
                        "S009 " + file
                                + ":3 (amount): '1,5' is not an amount. Write a number, such as 1234567 or 1,234,567, or name its locale in a mapping profile, as 'numbers: de'.",
                        "S009 " + file
                                + ":4 (amount): '1e99999999998' is not an amount. Write a number, such as 1234567 or 1,234,567.",
                        "S006 " + file + ":5: The value of 'id' holds U+D800, half of a surrogate pair. Remove it.");
    }

    @Test
    void what_stands_before_the_first_object_of_an_array_is_rejected_as_well() {
        Reading reading = read("[7,[8]," + item("1", "5") + ",null]");
        Path file = folder.resolve("a.json");

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly(
                        "S006 " + file + ":1: The item is not an object. Write it as {…}.",
                        "S006 " + file + ":2: The item is not an object. Write it as {…}.",
                        "S006 " + file + ":4: The item is not an object. Write it as {…}.");
        assertThat(reading.files())
                .singleElement()
                .satisfies(read -> assertThat(read.rows()).isEqualTo(4));
    }

    @Test
    void a_key_with_a_dot_and_a_nested_key_are_not_taken_for_one_another() {
        Reading reading =
                read("[" + item("1", "5") + "," + item("2", "5").replace("{", "{\"a.b\":1,\"a\":{\"b\":2},") + "]");

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly("S006 " + folder.resolve("a.json")
                        + ":2: The key 'a.b' has two values: its own and that of a nested object. Rename one of them.");
    }

    @Test
    void an_item_too_large_is_rejected_and_the_others_are_read() {
        String list = "{\"id\":\"2\",\"plans\":[" + "\"x\",".repeat(1_500_000) + "\"x\"]}";
        String texts = "{\"id\":\"3\",\"purpose\":\"" + "x".repeat(3 << 20) + "\",\"overview\":\"" + "x".repeat(2 << 20)
                + "\"}";
        Reading reading = read("[" + item("1", "5") + "," + list + "," + texts + "]");

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly(
                        "S006 " + folder.resolve("a.json")
                                + ":2: The item has more than 4194304 characters or 1000 keys. Shorten it.",
                        "S006 " + folder.resolve("a.json")
                                + ":3: The item has more than 4194304 characters or 1000 keys. Shorten it.");
    }

    @Test
    void keys_that_differ_from_object_to_object_end_the_reading() {
        String items = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> "{\"key" + i + "\":1}")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("[" + items + "]"))
                .hasMessage("S018 " + folder.resolve("a.json")
                        + ":1001: The objects have more than 1000 keys. Keys must mean the same in every object.");
    }

    @Test
    void countless_arrays_are_not_listed() {
        String several = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "\"a" + i + "\":[{}]")
                .collect(Collectors.joining(","));
        String countless = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> "\"a" + i + "\":[{}]")
                .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read("{" + several + "}"))
                .hasMessageContaining(
                        "several arrays of objects: a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, …. Say which");
        assertThatThrownBy(() -> read("{" + countless + "}"))
                .hasMessage("S018 " + folder.resolve("a.json")
                        + ": The document has more than 1000 arrays of objects. Write the items in one.");
    }

    @Test
    void what_is_nested_too_deeply_or_named_at_too_great_length_ends_the_reading() {
        Path file = folder.resolve("a.json");

        assertThatThrownBy(() -> read("[{\"id\":\"1\",\"x\":" + "[".repeat(30) + "]".repeat(30) + "}]"))
                .hasMessage("S018 " + file
                        + ": Document nesting depth (21) exceeds the maximum allowed (20), in item 1. "
                        + "Remove what is not part of the items.");
        assertThatThrownBy(() -> read("[{\"id\":\"1\"},{\"" + "x".repeat(2_000) + "\":1}]"))
                .hasMessageStartingWith("S018 " + file + ": ")
                .hasMessageContaining("exceeds the maximum allowed (1000), in item 2.");
        assertThatThrownBy(() -> read("[{\"id\":" + "1".repeat(101) + "}]"))
                .hasMessageContaining("exceeds the maximum allowed (100), in item 1.");
    }

    @Test
    void a_document_that_is_not_in_utf_8_is_refused_as_such() {
        Path file = bytes(folder, "a.json", "[{\"id\":\"防衛\"}]".getBytes(CP932));

        assertThatThrownBy(() -> Sources.read(List.of(file), ReadOptions.DEFAULT))
                .hasMessageStartingWith("S003 " + file + ":1:")
                .hasMessageEndingWith(", in item 1. Save the file as UTF-8.");
    }

    @Test
    void nothing_of_it_is_lost_without_a_word() {
        Reading reading = read(
                "[{\"id\":\"1\",\"name\":\"a\",\"fiscalYear\":2024,\"amount\":5,\"parts\":[{\"x\":1}],\"flag\":true}]");

        assertThat(reading.items().get(0).programme().attributes())
                .containsEntry("parts", "{x=1}")
                .containsEntry("flag", "true");
        assertThat(reading.warnings()).extracting(warning -> warning.problem()).isEqualTo(List.<Problem>of());
    }
}
