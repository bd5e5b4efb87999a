package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
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
                "[{\"id\":\"1\",\"id\":\"2\"}]| S012 %s:1:16: The file is not JSON that can be read to its end: Duplicate field 'id'. Get the file again; it may be cut off.",
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
                        "S006 " + file + ":2: The item is no object. Write it as {…}, in UTF-8.",
                        "S009 " + file
                                + ":3 (amount): '1,5' is not an amount. Write a number, as 1234567 or 1,234,567.",
                        "S009 " + file
                                + ":4 (amount): '1e99999999998' is not an amount. Write a number, as 1234567 or 1,234,567.",
                        "S006 " + file
                                + ":5: The value of 'id' holds U+D800, half of a surrogate pair. Write it as {…}, in UTF-8.");
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
