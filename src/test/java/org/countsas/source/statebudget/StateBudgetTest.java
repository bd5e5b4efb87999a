package org.countsas.source.statebudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.item.StateBudgetAttributes;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statutory budget by line item, as it is published and as it may be damaged. */
class StateBudgetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYS =
            "\"accountType\":\"general\",\"ministry\":\"国土交通省\",\"organization\":\"海上保安庁\",\"specialAccount\":\"\",\"subAccount\":\"\",\"agency\":\"\",\"sectionCode\":\"001\",\"sectionName\":\"船舶建造費\",\"majorExpenseName\":\"その他の事項経費\",\"description\":\"\",\"sourceUrl\":\"\"";

    @TempDir
    Path folder;

    private static Reading read(Path... inputs) {
        return Sources.read(List.of(inputs), ReadOptions.DEFAULT);
    }

    private static long sum(Reading reading, int year, Stage stage, String account) {
        return reading.items().stream()
                .filter(item -> item.fiscalYear() == year
                        && item.stage() == stage
                        && item.programme().account().startsWith(account))
                .mapToLong(BudgetItem::amount)
                .sum();
    }

    private static JsonNode tree(int year) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.stateBudget(year)))) {
            return JSON.readTree(in);
        }
    }

    @Test
    void ten_years_are_read_without_a_rejected_row_and_give_the_sums_of_their_files() throws IOException {
        Reading reading = read(SharedData.stateBudgets());

        assertThat(reading.rejected()).isEmpty();
        for (int year = 2017; year <= 2026; year++) {
            Map<String, Long> expected = new TreeMap<>();
            for (JsonNode item : tree(year).path("items")) {
                String account = Map.of("general", "一般会計", "special", "特別会計", "agency", "政府関係機関")
                        .get(item.path("accountType").asText());
                String type = item.path("budgetType").asText();
                switch (type) {
                    case "当初予算" ->
                        expected.merge("INITIAL " + account, item.path("amount").asLong(), Long::sum);
                    case "暫定予算" ->
                        expected.merge(
                                "PROVISIONAL " + account, item.path("amount").asLong(), Long::sum);
                    case "決算" ->
                        expected.merge("EXECUTED " + account, item.path("spent").asLong(), Long::sum);
                    default ->
                        expected.merge(
                                "SUPPLEMENTARY " + account,
                                item.path("difference").asLong(),
                                Long::sum);
                }
            }
            for (Map.Entry<String, Long> each : expected.entrySet()) {
                String[] key = each.getKey().split(" ");
                assertThat(sum(reading, year, Stage.valueOf(key[0]), key[1]))
                        .as(year + " " + each.getKey())
                        .isEqualTo(each.getValue());
            }
            assertThat(sum(reading, year, Stage.REVISED, "一般会計"))
                    .as("revised " + year)
                    .isEqualTo(sum(reading, year, Stage.INITIAL, "一般会計")
                            + sum(reading, year, Stage.SUPPLEMENTARY, "一般会計"));
        }
    }

    @Test
    void the_budget_of_2024_has_the_published_sums() {
        Reading reading = read(SharedData.stateBudget(2024));

        assertThat(sum(reading, 2024, Stage.INITIAL, "一般会計")).isEqualTo(112_571_688_422_000L);
        assertThat(spending(reading, 2024, "防衛省", "")).isEqualTo(7_917_176_714_000L);
        assertThat(spending(reading, 2024, "国土交通省", "海上保安庁")).isEqualTo(259_492_188_000L);
    }

    private static long spending(Reading reading, int year, String ministry, String bureau) {
        return reading.items().stream()
                .filter(item -> item.fiscalYear() == year
                        && item.stage() == Stage.INITIAL
                        && item.programme().ministry().equals(ministry)
                        && item.programme().bureau().startsWith(bureau))
                .mapToLong(BudgetItem::amount)
                .sum();
    }

    @Test
    void the_ministry_of_defense_has_its_known_budgets_of_ten_years() {
        Reading reading = read(SharedData.stateBudgets());

        List<Long> hundredMillions = new ArrayList<>();
        for (int year = 2017; year <= 2026; year++) {
            hundredMillions.add(Math.round(spending(reading, year, "防衛省", "") / 1e8));
        }
        assertThat(hundredMillions)
                .containsExactly(
                        51_251L, 51_911L, 52_574L, 53_133L, 53_235L, 53_687L, 67_880L, 79_172L, 86_691L, 89_843L);
    }

    @Test
    void transfers_between_accounts_are_marked() {
        Reading reading = read(SharedData.stateBudget(2024));

        Map<String, Long> transfers = new TreeMap<>();
        reading.items().stream()
                .filter(item -> item.stage() == Stage.INITIAL && StateBudgetAttributes.isTransfer(item.programme()))
                .forEach(item -> transfers.merge(item.programme().account().split("/")[0], item.amount(), Long::sum));
        assertThat(transfers).isEqualTo(Map.of("一般会計", 61_779_778_722_000L, "特別会計", 102_311_017_244_000L));
    }

    @Test
    void an_account_of_several_ministries_belongs_to_none_of_them() {
        Reading reading = read(SharedData.stateBudget(2024));

        assertThat(reading.items())
                .filteredOn(item -> item.programme().account().startsWith("特別会計/東日本大震災復興特別会計"))
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.programme().ministry()).isEqualTo("東日本大震災復興特別会計");
                    assertThat(item.programme().attributes().get(StateBudgetAttributes.JURISDICTION))
                            .endsWith("及び防衛省");
                });
    }

    @Test
    void what_was_spent_belongs_to_the_line_item_that_was_appropriated_for_even_beyond_its_amount() {
        Reading reading = read(SharedData.stateBudget(2024));

        Map<String, Long> initial = new TreeMap<>();
        reading.items().stream()
                .filter(item -> item.stage() == Stage.INITIAL)
                .forEach(item -> initial.put(item.id(), item.amount()));
        assertThat(reading.items().stream()
                        .filter(item -> item.stage() == Stage.EXECUTED && initial.containsKey(item.id()))
                        .count())
                .isEqualTo(1_205);
        assertThat(reading.items())
                .anyMatch(item -> item.stage() == Stage.EXECUTED
                        && initial.containsKey(item.id())
                        && item.amount() > initial.get(item.id()));
        assertThat(reading.select(2024, Stage.EXECUTED).warnings())
                .extracting(Problem::reason)
                .contains(
                        "The settlement of FY2024 does not cover the special accounts and the government-affiliated agencies: its sums are not like those of the budget");
    }

    private Path document(String name, String... items) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"metadata\":{\"fiscalYear\":2024,\"budgetTypes\":[],\"documents\":[],\"unit\":\"yen\"},\"items\":["
                        + String.join(",", items) + "]}");
    }

    private static String item(String id, String budgetType, String document, String amounts) {
        return "{\"id\":\"" + id + "\",\"budgetType\":\"" + budgetType + "\",\"documentId\":\"" + document
                + "\",\"name\":\"船舶建造に必要な経費\"," + KEYS + "," + amounts + "}";
    }

    @Test
    void a_supplementary_budget_gives_its_change_and_not_the_budget_after_it() throws IOException {
        Reading reading = read(document(
                "a.json",
                item("a", "当初予算", "1", "\"amount\":100"),
                item("b", "補正予算（第1号）", "2", "\"amount\":130,\"difference\":30"),
                item("c", "補正予算（第2号）", "3", "\"amount\":110,\"difference\":-20")));

        assertThat(sum(reading, 2024, Stage.SUPPLEMENTARY, "")).isEqualTo(10);
        assertThat(sum(reading, 2024, Stage.REVISED, "")).isEqualTo(110);
    }

    @Test
    void without_every_change_there_is_no_budget_after_them() throws IOException {
        Reading gap = read(document(
                "a.json",
                item("a", "当初予算", "1", "\"amount\":100"),
                item("c", "補正予算（第2号）", "3", "\"amount\":110,\"difference\":-20")));
        Reading noInitial = read(document("b.json", item("b", "補正予算（第1号）", "2", "\"amount\":130,\"difference\":30")));

        assertThat(gap.items()).noneMatch(item -> item.stage() == Stage.REVISED);
        assertThat(noInitial.items()).noneMatch(item -> item.stage() == Stage.REVISED);
        assertThat(noInitial.select(2024, Stage.SUPPLEMENTARY).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "S025 " + folder.resolve("b.json")
                                + ": FY2024 has supplementary budgets of the general account but no initial budget: there is no budget after supplementary budgets.");
    }

    @Test
    void the_same_budget_in_two_documents_is_never_read_twice() throws IOException {
        Path drafted = document("drafted.json", item("a", "当初予算", "202411001", "\"amount\":100"));
        Path amended = document("amended.json", item("b", "当初予算", "202411002", "\"amount\":90"));

        assertThatThrownBy(() -> read(drafted, amended))
                .isInstanceOf(ProblemException.class)
                .hasMessage("S024 " + amended
                        + ": The FY2024 initial budget, general account, is read twice (document 202411002 and 202411001); it was first read in "
                        + drafted
                        + ". Name one of the two: the budget as it was drafted, or as parliament amended it.");
    }

    @Test
    void a_file_that_gzip_packed_is_read_and_one_that_is_cut_off_is_refused() throws IOException {
        byte[] plain = Files.readAllBytes(document("a.json", item("a", "当初予算", "1", "\"amount\":100")));
        Path packed = folder.resolve("packed.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(plain);
        }
        byte[] bytes = Files.readAllBytes(packed);
        Path cut = Files.write(folder.resolve("cut.json.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 12));

        assertThat(sum(read(packed), 2024, Stage.INITIAL, "")).isEqualTo(100);
        assertThatThrownBy(() -> read(cut))
                .hasMessage(
                        "S004 " + cut + ": The archive is damaged: it ends too early. Fetch or save the file again.");
    }

    @Test
    void a_document_that_is_cut_off_is_refused_at_its_place() throws IOException {
        Path whole = document("a.json", item("a", "当初予算", "1", "\"amount\":100"));
        String text = Files.readString(whole);
        Path cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() - 5));

        assertThatThrownBy(() -> read(cut)).hasMessageStartingWith("S012 " + cut + ":1:");
    }

    @Test
    void line_items_that_cannot_be_used_are_rejected_by_their_number() throws IOException {
        Path file = document(
                "a.json",
                item("a", "当初予算", "1", "\"amount\":100"),
                item("b", "概算要求", "1", "\"amount\":100"),
                item("c", "当初予算", "1", "\"amount\":1.5"),
                item("d", "補正予算（第1号）", "1", "\"amount\":5,\"difference\":null"),
                item("", "当初予算", "1", "\"amount\":100"),
                "7",
                item("g", "当初予算", "1", "\"amount\":100").replace("general", "general2"),
                item("h", "当初予算", "1", "\"amount\":100").replace("船舶建造に", "\\ud800"));

        assertThat(read(file).rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly(
                        "S011 " + file
                                + ":2 (budgetType): '概算要求' is not a kind of budget. Write 当初予算, 暫定予算, 補正予算（第1号） or 決算.",
                        "S009 " + file + ":3 (amount): '1.5' is not a whole number of yen. Write whole yen.",
                        "S009 " + file + ":4 (difference): '' is not a whole number of yen. Write whole yen.",
                        "S008 " + file + ":5 (id): The line item has no id. Fill in the id.",
                        "S012 " + file + ":6 (items): The line item is not an object. Write it as {…}.",
                        "S006 " + file
                                + ":7 (accountType): 'general2' is not a kind of account. Write general, special or agency.",
                        "S012 " + file + ":8 (name): The text holds U+D800, half of a surrogate pair. Write it again.");
    }

    @Test
    void a_document_in_other_units_is_refused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.json"),
                "{\"metadata\":{\"fiscalYear\":2024,\"budgetTypes\":[],\"documents\":[],\"unit\":\"thousand yen\"},\"items\":[]}",
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(file))
                .hasMessage(
                        "S012 " + file
                                + ": This looks like a statutory budget, but its amounts are in 'thousand yen', not in yen. Get the file again.");
    }
}
