package org.countsas.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.cli.Console;
import org.countsas.cli.RulesCopy;
import org.countsas.output.Language;
import org.countsas.output.SpreadsheetText;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** compare, scenarios and targets, as somebody would run them on the sample. */
class LaboratoryCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");

    @TempDir
    private Path folder;

    /** The cells of a table, without the marks that keep spreadsheet programs from taking "- cybersecurity" for a formula. */
    private static List<List<String>> csv(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
            return csv.stream()
                    .map(row -> row.getFields().stream()
                            .map(SpreadsheetText::unmarked)
                            .toList())
                    .toList();
        }
    }

    private static List<List<String>> sheet(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in);
                Stream<Row> rows = workbook.findSheet(name).orElseThrow().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getRawValue())
                            .toList())
                    .toList();
        }
    }

    /** The numbers of a table, row by row, without what spreadsheets leave out at the end of a row. */
    private static List<List<String>> trimmed(List<List<String>> rows) {
        return rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
                        cells.remove(cells.size() - 1);
                    }
                    return List.copyOf(cells);
                })
                .toList();
    }

    private static List<String> column(List<List<String>> table, String... columns) {
        List<Integer> places = Arrays.stream(columns).map(table.get(0)::indexOf).toList();
        return table.stream()
                .skip(1)
                .map(row -> places.stream().map(row::get).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String bounds(JsonNode counted) {
        return counted.get("low").asText() + " " + counted.get("central").asText() + " "
                + counted.get("high").asText();
    }

    /** As a table on the terminal shows an amount: in the unit of the language. */
    private static String digits(long amount, String language) {
        return Language.valueOf(language.toUpperCase(Locale.ROOT)).digits(amount, "JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void a_comparison_has_the_same_figures_on_the_terminal_in_csv_xlsx_and_json(String language) throws IOException {
        Path out = folder.resolve("out");
        Console console = Console.run(
                "compare",
                SAMPLE,
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2022 + space + aviation - cybersecurity",
                "--out",
                out,
                "--lang",
                language);

        assertThat(console.code()).isZero();
        JsonNode json = JSON.readTree(Files.readString(out.resolve("compare.json")));
        for (String table :
                List.of("totals", "targets", "sums", "years", "ministry-areas", "edits", "rules", "items")) {
            assertThat(trimmed(sheet(out.resolve("compare.xlsx"), table)))
                    .as(table)
                    .isEqualTo(trimmed(csv(out.resolve("compare-" + table + ".csv"))))
                    .hasSizeGreaterThan(1);
        }
        List<String> totals =
                column(csv(out.resolve("compare-totals.csv")), "countedLow", "countedCentral", "countedHigh");
        List<String> sums = column(csv(out.resolve("compare-sums.csv")), "countedLow", "countedCentral", "countedHigh");
        List<String> edits =
                column(csv(out.resolve("compare-edits.csv")), "edit", "shapleyLow", "shapleyCentral", "shapleyHigh");
        List<String> items =
                column(csv(out.resolve("compare-items.csv")), "item", "changeLow", "changeCentral", "changeHigh");
        List<String> inJson = new ArrayList<>();
        List<String> sumsInJson = new ArrayList<>();
        for (JsonNode side : json.get("sides")) {
            inJson.add(bounds(side.get("counted")));
            for (String dimension : List.of("blocks", "areas", "ministries", "bases")) {
                side.get(dimension).forEach(sum -> sumsInJson.add(bounds(sum.get("counted"))));
            }
            assertThat(console.out())
                    .contains(
                            digits(side.at("/counted/low").asLong(), language),
                            digits(side.at("/counted/central").asLong(), language),
                            digits(side.at("/counted/high").asLong(), language));
            side.get("areas")
                    .forEach(area -> assertThat(console.out())
                            .contains(
                                    area.get("items").asInt() == 0
                                            ? ""
                                            : digits(area.at("/counted/central").asLong(), language)));
        }
        List<String> editsInJson = new ArrayList<>();
        JsonNode change = json.at("/changes/0");
        change.get("edits").forEach(edit -> {
            editsInJson.add(edit.get("name").asText() + " " + bounds(edit.get("shapley")));
            assertThat(console.out())
                    .contains(
                            digits(edit.at("/shapley/central").asLong(), language),
                            digits(edit.at("/alone/central").asLong(), language),
                            digits(edit.at("/last/central").asLong(), language));
        });
        List<String> itemsInJson = new ArrayList<>();
        change.get("items")
                .forEach(item -> itemsInJson.add(item.get("item").asText() + " " + bounds(item.get("worth"))));
        assertThat(totals).isEqualTo(inJson);
        assertThat(sums).isEqualTo(sumsInJson);
        assertThat(edits).isEqualTo(editsInJson).hasSize(3);
        assertThat(items).isEqualTo(itemsInJson);
        assertThat(change.get("edits").findValues("shapley").stream()
                        .mapToLong(part -> part.get("central").asLong())
                        .sum())
                .isEqualTo(change.at("/worth/central").asLong());
    }

    @Test
    void the_command_that_is_printed_gives_the_same_again() throws IOException {
        Console first = Console.run(
                "compare",
                SAMPLE,
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2022 + space(share=50%)",
                "--gdp",
                "600tn",
                "--target",
                "2.5",
                "--json");
        String command = JSON.readTree(first.out()).get("command").textValue();

        assertThat(command)
                .isEqualTo(
                        "countsas compare samples/japan-fy2024.csv --fiscal-year 2024 --stage initial --definition 'japan-2022 + gdp(600tn)'"
                                + " --definition 'japan-2022 + space(share=50%) + gdp(600tn)' --as-of " + Console.TODAY
                                + " --target 2.5");
        Console again = Console.run(
                "compare",
                SAMPLE,
                "--fiscal-year",
                "2024",
                "--stage",
                "initial",
                "--definition",
                "japan-2022 + gdp(600tn)",
                "--definition",
                "japan-2022 + space(share=50%) + gdp(600tn)",
                "--as-of",
                Console.TODAY,
                "--target",
                "2.5",
                "--json");
        assertThat(again.out()).isEqualTo(first.out());
    }

    @Test
    void a_definition_is_the_same_in_classify_and_in_compare() throws IOException {
        JsonNode classified = JSON.readTree(
                Console.run("classify", SAMPLE, "--definition", "japan-2022 + space - cybersecurity", "--json")
                        .out());
        JsonNode compared = JSON.readTree(Console.run(
                        "compare",
                        SAMPLE,
                        "--definition",
                        "japan-2022",
                        "--definition",
                        "japan-2022 + space - cybersecurity",
                        "--json")
                .out());

        assertThat(compared.at("/sides/1/counted")).isEqualTo(classified.at("/totals/counted"));
        assertThat(compared.at("/sides/1/definition")).isEqualTo(classified.get("definition"));
        assertThat(compared.at("/sides/1/percentOfGdp/central")).isEqualTo(classified.at("/totals/percentOfGdp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void combinations_have_the_same_figures_on_the_terminal_in_csv_xlsx_and_json(String language) throws IOException {
        Path out = folder.resolve("out");
        Console console = Console.run(
                "scenarios",
                SAMPLE,
                "--policies",
                "space,aviation(share=50%), transport-protection",
                "--target",
                "0.5",
                "--out",
                out,
                "--lang",
                language);

        assertThat(console.code()).isZero();
        JsonNode json = JSON.readTree(Files.readString(out.resolve("scenarios.json")));
        for (String table : List.of("contributions", "overlaps", "ways", "scenarios")) {
            assertThat(trimmed(sheet(out.resolve("scenarios.xlsx"), table)))
                    .as(table)
                    .isEqualTo(trimmed(csv(out.resolve("scenarios-" + table + ".csv"))))
                    .hasSizeGreaterThan(1);
        }
        List<String> inJson = new ArrayList<>();
        json.get("scenarios").forEach(scenario -> {
            inJson.add(scenario.get("set").asText() + " " + bounds(scenario.get("counted")) + " "
                    + scenario.get("expression").textValue());
            assertThat(console.out())
                    .contains(
                            digits(scenario.at("/counted/low").asLong(), language),
                            digits(scenario.at("/counted/central").asLong(), language),
                            digits(scenario.at("/counted/high").asLong(), language));
        });
        assertThat(inJson).hasSize(8);
        assertThat(column(
                        csv(out.resolve("scenarios-scenarios.csv")),
                        "set",
                        "countedLow",
                        "countedCentral",
                        "countedHigh",
                        "expression"))
                .isEqualTo(inJson);
        assertThat(inJson.get(3)).endsWith("japan-2022 + space + aviation(share=50%)");
        json.get("contributions")
                .forEach(each -> assertThat(console.out())
                        .contains(digits(each.at("/shapley/central").asLong(), language)));
    }

    @Test
    void the_reform_of_a_combination_gives_its_total() throws IOException {
        JsonNode scenarios = JSON.readTree(Console.run(
                        "scenarios",
                        SAMPLE,
                        "--policies",
                        "military-aid,space(share=50%),civil-defence",
                        "--base",
                        "japan-2022 - international-cooperation",
                        "--json")
                .out());

        List<Object> command = new ArrayList<>(List.of("classify", SAMPLE, "--json"));
        scenarios
                .get("scenarios")
                .forEach(scenario -> command.addAll(
                        List.of("--definition", scenario.get("expression").textValue())));
        JsonNode classified = JSON.readTree(Console.run(command.toArray()).out());
        assertThat(classified).hasSize(8);
        for (int i = 0; i < 8; i++) {
            assertThat(scenarios.at("/scenarios/" + i + "/counted"))
                    .as(scenarios.at("/scenarios/" + i + "/expression").textValue())
                    .isEqualTo(classified.at("/" + i + "/totals/counted"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void targets_have_the_same_figures_on_the_terminal_in_csv_xlsx_and_json(String language) throws IOException {
        Path out = folder.resolve("out");
        Console console = Console.run(
                "targets",
                SAMPLE,
                "--solve-share",
                "public-infrastructure",
                "--target",
                "0.6",
                "--out",
                out,
                "--lang",
                language);

        assertThat(console.code()).isZero();
        JsonNode json =
                JSON.readTree(Files.readString(out.resolve("targets.json"))).at("/definitions/0");
        for (String table : List.of("totals", "targets", "sums", "years", "plans", "shares")) {
            assertThat(trimmed(sheet(out.resolve("targets.xlsx"), table)))
                    .as(table)
                    .isEqualTo(trimmed(csv(out.resolve("targets-" + table + ".csv"))))
                    .hasSizeGreaterThan(1);
        }
        List<String> inJson = new ArrayList<>();
        json.get("targets").forEach(target -> {
            inJson.add(target.get("amount").asText() + " " + bounds(target.get("above")));
            assertThat(console.out())
                    .contains(
                            digits(target.get("amount").asLong(), language),
                            digits(target.at("/above/central").asLong(), language));
        });
        assertThat(column(csv(out.resolve("targets-targets.csv")), "level", "aboveLow", "aboveCentral", "aboveHigh"))
                .isEqualTo(inJson)
                .hasSize(4);
        List<String> missing = new ArrayList<>();
        json.get("shares").forEach(share -> {
            missing.add(share.get("missing").asText());
            assertThat(console.out())
                    .contains(
                            share.get("shareBp").isNull()
                                    ? digits(share.get("missing").asLong(), language)
                                    : "%");
        });
        assertThat(column(csv(out.resolve("targets-shares.csv")), "missing")).isEqualTo(missing);
        assertThat(json.at("/plans/0/published").asLong()).isEqualTo(22_800_000_000_000L);
        assertThat(json.at("/plans/0/left").asLong()).isEqualTo(20_200_000_000_000L);
        assertThat(console.out())
                .contains(
                        digits(6_600_000_000_000L, language),
                        digits(7_700_000_000_000L, language),
                        digits(8_500_000_000_000L, language));
    }

    @Test
    void in_japanese_an_assumed_base_and_the_unit_of_tables_are_japanese() {
        Console console = Console.run("targets", SAMPLE, "--gdp", "600tn", "--lang", "ja");

        assertThat(console.out())
                .startsWith("2024年度当初予算、規則の基準日 2026-04-01、表の単位は億円" + System.lineSeparator())
                .contains("算入額：17,062.2億円（下限 15,749.2億円、上限 18,810.4億円）、GDP比0.2844%（仮定GDP 600兆円：6,000,000.0億円）");
    }

    @Test
    void a_target_that_is_reached_without_the_policy_says_so() {
        assertThat(Console.run(
                                "targets",
                                SAMPLE,
                                "--target",
                                "0.1",
                                "--solve-share",
                                "public-infrastructure",
                                "--lang",
                                "ja")
                        .out())
                .contains("GDP比0.1%は、公共インフラを算入しなくても達成：16,678.3億円（");
    }

    @Test
    void two_folders_of_rules_are_compared_by_the_rules_that_differ() throws IOException {
        Path changed = RulesCopy.in(folder.resolve("changed"))
                .replace(
                        "policies/coast-guard.drl",
                        "@share(\"100\")",
                        "@share(\"50\")\n    @share_cite(\"countsas-areas\")")
                .folder();
        Console console = Console.run("compare", SAMPLE, "--rules", "rules", "--rules", changed, "--json");

        assertThat(console.err()).isEmpty();
        JsonNode change = JSON.readTree(console.out()).at("/changes/0");
        assertThat(change.get("items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.get("cause").textValue()).isEqualTo("RULE");
            assertThat(item.get("kind").textValue()).isEqualTo("OTHER_SHARE");
        });
        assertThat(change.get("rules")).singleElement().satisfies(rule -> {
            assertThat(rule.get("rule").textValue()).isEqualTo("Programmes of the Coast Guard");
            assertThat(rule.get("worth")).isEqualTo(change.get("worth"));
        });
        assertThat(change.at("/worth/central").asLong()).isNegative();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            compare --definition japan-2022                                       | U001: There is nothing to compare. Give --definition at least twice, or --rules twice with one --definition.
            compare --definition japan-2022 --definition us-050                   | L006: 'us-050' is made for amounts in USD, but these are in JPY. Choose a definition in the currency of the amounts.
            compare --definition japan-2022 --definition japan-2022+spac          | U009: There is no policy 'spac'. Did you mean 'space'?
            compare --definition japan-2022 --definition japan-2022+share(space=120%) | L003: '120%' is not a share from 0 % to 100 %. Write 10%, 5%..21% or 5%/7%/21%, with at most two decimals.
            compare --definition japan-2022 --definition japan-2025-proposal --fiscal-year 1999 | U004: There is no amount for fiscal year 1999. There are: initial 2024.
            compare --definition japan-2022 --definition japan-2025-proposal --target x | U001: 'x' is not a target in per cent of GDP. Write --target 2 or --target 3.5.
            scenarios --base japan-2025-proposal                                  | L002: No definition proposes policies beyond japan-2025-proposal. Name them with --policies.
            scenarios --policies space,spac                                       | U009: There is no policy 'spac'. Did you mean 'space'?
            scenarios --policies coast-guard                                      | L002: The definition already adopts 'coast-guard'. Leave it out, or write share(coast-guard=…) for another share.
            scenarios --policies share(space=5%)                                  | L001: 'share(space=5%)' is not a policy. Name policies, separated by commas.
            scenarios --policies a1,a2,a3,a4,a5,a6,a7,a8,a9,b1,b2,b3,b4,b5,b6,b7,b8,b9,c1,c2,c3 | L005: 21 policies have more combinations than can be shown; 20 is the most. Name fewer with --policies.
            targets --solve-share space                                           | L002: There is no 'space' in the definition to count at another share. Known: coast-guard, core-defence, cybersecurity, international-cooperation, public-infrastructure, research-and-development.
            targets --gdp 0                                                       | L001: '0' is not an amount above 0. Write 600tn, 567000bn, 600兆円 or write out all digits.
            """)
    void what_cannot_be_asked_is_refused_with_a_reason(String command, String message) {
        List<Object> words = new ArrayList<>(List.of(command.strip().split("\\s+")));
        words.add(1, SAMPLE);
        Console console = Console.run(words.toArray());

        assertThat(console.errLines()).containsExactly(message);
        assertThat(console.code()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
    }

    @Test
    void a_definition_without_a_base_has_no_distance_to_a_target() {
        Console console = Console.run("targets", Path.of("samples", "us-fy2016.csv"), "--definition", "us-050");

        assertThat(console.errLines())
                .containsExactly(
                        "L007: The definition us-050 has no gross domestic product to hold totals against. State one with --gdp, such as --gdp 600tn.");
        assertThat(console.code()).isEqualTo(2);
        assertThat(Console.run(
                                "targets",
                                Path.of("samples", "us-fy2016.csv"),
                                "--definition",
                                "us-050",
                                "--gdp",
                                "18tn",
                                "--target",
                                "3")
                        .code())
                .isZero();
    }
}
