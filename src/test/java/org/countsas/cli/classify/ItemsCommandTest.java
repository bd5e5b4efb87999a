package org.countsas.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.countsas.cli.Console;
import org.countsas.output.TextTable;
import org.countsas.report.Samples;
import org.countsas.report.item.ItemListReport;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command items, and the same filters in other lists. */
class ItemsCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void all_that_counts_by_inference_is_one_line_with_its_yen() {
        Console console =
                Console.run("items", Samples.JAPAN, "--outcome", "counted", "--basis", "inferred", "--ministry", "外務省");

        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out()).isEqualTo("""
                Fiscal year 2024, initial budget; definition japan-2022: Japan, documents of 2022
                rules as of 2026-04-01; amounts in bn yen
                Listed: counted; ministry 外務省; basis inferred

                  Item  Name                         Decision                   Amount  Counted
                  1347  米国との安全保障分野での協…  International cooperation    0.11     0.11
                  1339  アジア海賊対策地域協力協定…  International cooperation    0.02     0.02
                  1222  北大西洋条約機構（ＮＡＴＯ…  International cooperation    0.00     0.00

                Items:   3 of 280
                Amount:  130,488,000 yen
                Counted: 130,488,000 yen (low 130,488,000 yen, high 130,488,000 yen)
                """);
    }

    @Test
    void the_same_is_said_in_japanese() {
        Console console = Console.run(
                "items",
                Samples.JAPAN,
                "--lang",
                "ja",
                "--outcome",
                "算入,要確認",
                "--ministry",
                "外務省",
                "--min-amount",
                "10億");

        assertThat(console.out()).isEqualTo("""
                2024年度 当初予算、定義 japan-2022：2022年の安保三文書による日本の定義
                規則の基準日 2026-04-01、金額の単位 億円
                対象：算入または要確認、府省庁 外務省、予算額 1,000,000,000 以上

                  番号  事業名                                判定              予算額  算入額
                  1124  国際連合平和維持活動（ＰＫＯ）分担金  国際協力           335.1   335.1
                  6700  政府安全保障能力強化支援（OSA)        国際協力            50.5    50.5
                  1186  国際原子力機関（ＩＡＥＡ）分担金      要確認：国際協力    49.0     0.0

                件数：280件中 3件
                予算額：43,453,077,000円
                算入額：38,556,150,000円（下限 38,556,150,000円、上限 38,556,150,000円）
                要確認：1件、最大 4,896,927,000円 の上積み
                """);
    }

    @Test
    void what_is_in_no_list_is_said() {
        Console console = Console.run("items", Samples.JAPAN, "--outcome", "counted", "--text", "ツチノコ");

        assertThat(console.code()).isZero();
        assertThat(console.out().lines().toList())
                .endsWith("Listed: counted; the text has ツチノコ", "", "No item is decided so.");
    }

    @Test
    void the_first_are_printed_and_all_of_them_summed_up() {
        List<String> all = Console.run("items", Samples.JAPAN, "--limit", "1000")
                .out()
                .lines()
                .toList();
        List<String> first = Console.run("items", Samples.JAPAN, "--limit", "2")
                .out()
                .lines()
                .toList();

        assertThat(all).hasSize(5 + 280 + 5);
        assertThat(first).hasSize(5 + 2 + 1 + 5).contains("  … and 278 more: choose --limit, --csv, --xlsx or --out");
        assertThat(first.subList(8, 13)).isEqualTo(all.subList(285, 290));
        assertThat(Console.run("items", Samples.JAPAN, "--limit", "0").err())
                .isEqualTo("U001: --limit is 0. Choose 1 or more." + System.lineSeparator());
    }

    @Test
    void every_column_is_shown_on_request() {
        Console console = Console.run("items", Samples.JAPAN, "--wide", "--limit", "1", "--area", "coast-guard");

        assertThat(console.out().lines().toList().get(4).strip().split(" {2,}"))
                .containsExactly(
                        "Item",
                        "Name",
                        "Ministry",
                        "Bureau",
                        "Decision",
                        "Rule",
                        "Basis",
                        "Strength",
                        "Amount",
                        "Counted",
                        "Low",
                        "High");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void no_line_of_a_table_of_the_review_is_wider_than_80_columns(String language) {
        Path review = SharedData.rs2024();
        Console console = Console.run(
                "items", review, "--definition", "japan-2025-proposal", "--lang", language, "--limit", "6000");

        assertThat(console.out().lines().filter(line -> line.startsWith("  ")))
                .hasSizeGreaterThan(5000)
                .allMatch(line -> TextTable.width(line) <= 80);
    }

    @Test
    void json_has_every_item_in_a_documented_shape_whatever_the_language() throws IOException {
        Console english = Console.run("items", Samples.JAPAN, "--outcome", "counted,review", "--json");
        Console japanese =
                Console.run("items", Samples.JAPAN, "--outcome", "要確認", "--outcome", "算入", "--json", "--lang", "ja");

        assertThat(japanese.out()).isEqualTo(english.out());
        assertThat(schema(english.out())).isEmpty();
        JsonNode json = JSON.readTree(english.out());
        assertThat(json.get("filter").toString()).isEqualTo("{\"outcome\":[\"counted\",\"review\"]}");
        assertThat(json.get("decisions"))
                .hasSize(json.get("items").get("listed").intValue());
        assertThat(sum(json.get("parts"))).isEqualTo(sum(json.get("decisions")));
        assertThat(json.get("totals").get("counted"))
                .isEqualTo(JSON.readTree(
                                Console.run("classify", Samples.JAPAN, "--json").out())
                        .get("totals")
                        .get("counted"));
    }

    private static long sum(JsonNode each) {
        return StreamSupport.stream(each.spliterator(), false)
                .mapToLong(one -> one.get("counted").get("high").longValue())
                .sum();
    }

    private static List<?> schema(String json) throws IOException {
        try (InputStream in = ItemListReport.class.getResourceAsStream("items-1.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(json, InputFormat.JSON);
        }
    }

    @Test
    void csv_has_the_rows_of_the_decisions_that_classify_writes() throws IOException {
        Path out = folder.resolve("out");
        Console.run("classify", Samples.JAPAN, "--out", out, "--area", "cybersecurity", "--outcome", "counted");
        List<String> written = Files.readAllLines(out.resolve("decisions.csv"));
        List<String> printed = Console.run(
                        "items", Samples.JAPAN, "--csv", "--area", "cybersecurity", "--outcome", "counted")
                .out()
                .lines()
                .toList();

        assertThat(written).hasSize(17);
        assertThat(written.get(0)).isEqualTo("\uFEFF" + printed.get(0));
        assertThat(printed.subList(1, 17)).containsExactlyInAnyOrderElementsOf(written.subList(1, 17));
    }

    @Test
    void files_of_the_list_are_written_into_a_folder() throws IOException {
        Path out = folder.resolve("list");
        Console console = Console.run("items", Samples.JAPAN, "--outcome", "review", "--out", out);

        assertThat(console.code()).isZero();
        assertThat(Files.readAllLines(out.resolve("items.csv"))).hasSize(1 + 9);
        assertThat(JSON.readTree(Files.readString(out.resolve("items.json"))).get("decisions"))
                .hasSize(9);
        assertThat(out.resolve("items.xlsx")).isNotEmptyFile();
    }

    @Test
    void the_results_of_another_run_are_overwritten_only_on_request() throws IOException {
        Path out = folder.resolve("twice");
        String before = System.lineSeparator();
        Console.run("classify", Samples.JAPAN, "--out", out);
        byte[] first = Files.readAllBytes(out.resolve("decisions.csv"));

        for (String command : List.of("classify", "items", "targets")) {
            Console again = Console.run(command, Samples.JAPAN, "--out", out, "--definition", "japan-2025-proposal");
            assertThat(again.code()).as(command).isEqualTo(2);
            assertThat(again.out()).isEmpty();
            assertThat(again.err())
                    .isEqualTo("O004 " + out + ": The folder holds the results of another run: decisions.csv. "
                            + "Name another folder, or overwrite them with --force." + before);
        }
        assertThat(out.resolve("decisions.csv")).hasBinaryContent(first);
        Console forced =
                Console.run("classify", Samples.JAPAN, "--out", out, "--definition", "japan-2025-proposal", "--force");
        assertThat(forced.code()).isZero();
        assertThat(out.resolve("decisions.csv")).content().contains("japan-2025-proposal");
    }

    @Test
    void a_filter_changes_what_classify_lists_and_no_sum() throws IOException {
        Path all = folder.resolve("all");
        Path some = folder.resolve("some");
        Console whole = Console.run("classify", Samples.JAPAN, "--json", "--out", all);
        Console filtered = Console.run(
                "classify", Samples.JAPAN, "--json", "--out", some, "--outcome", "counted", "--basis", "inferred");

        assertThat(filtered.out()).isEqualTo(whole.out());
        assertThat(some.resolve("summary.json")).hasSameTextualContentAs(all.resolve("summary.json"));
        assertThat(Files.readAllLines(some.resolve("decisions.jsonl")))
                .hasSize(47)
                .isSubsetOf(Files.readAllLines(all.resolve("decisions.jsonl")));

        List<String> text = Console.run("classify", Samples.JAPAN, "--outcome", "counted", "--basis", "inferred")
                .out()
                .lines()
                .toList();
        assertThat(text)
                .contains("  1732  国立研究開発法人宇宙航空研究開発機構運営費交付金に必要な経費  Research and development  72.10 bn yen")
                .noneMatch(line -> line.contains("more in the files"))
                .endsWith(
                        "Largest items and files are those that are counted; basis inferred: 47 items of 1,154.97 bn yen, of which 158.42 bn yen is counted.");
    }

    @Test
    void near_misses_candidates_and_comparisons_list_by_the_same_filters() {
        String[] proposal = {"--definition", "japan-2025-proposal"};
        assertThat(Console.run("near-misses", Samples.JAPAN, "--csv", "--ministry", "農林水産省")
                        .out()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(row -> row.contains("農林水産省"));
        assertThat(Console.run(
                                "candidates",
                                Samples.JAPAN,
                                proposal[0],
                                proposal[1],
                                "--csv",
                                "--min-amount",
                                "10億",
                                "--limit",
                                "5")
                        .out()
                        .lines()
                        .skip(1))
                .isNotEmpty()
                .allMatch(row -> row.matches(".*,[0-9]{10,},JPY,.*"));
        Console compared = Console.run(
                "compare", Samples.JAPAN, "--definition", "japan-2022", proposal[0], proposal[1], "--ministry", "警察庁");
        assertThat(compared.out().lines())
                .contains("  Items listed: 9")
                .anyMatch(line -> line.startsWith("From A to B: ") && line.endsWith(", 90 items decided differently"))
                .anyMatch(line -> line.endsWith(" --as-of 2026-04-01 --ministry 警察庁"));
        assertThat(compared.out().lines().filter(line -> line.matches("  [0-9]+ .*\\(.*\\): .*")))
                .hasSize(9)
                .allMatch(line -> line.contains(" (警察庁): "));
    }

    @Test
    void a_name_that_no_item_has_is_refused_wherever_it_is_asked_for() {
        for (String command : List.of("items", "classify", "near-misses", "candidates")) {
            Console console = Console.run(command, Samples.JAPAN, "--bureau", "港湾極");

            assertThat(console.code()).as(command).isEqualTo(2);
            assertThat(console.err())
                    .as(command)
                    .isEqualTo("U001: No item here is of a bureau '港湾極'. Did you mean '港湾局'?" + System.lineSeparator());
        }
    }
}
