package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.cli.Console;
import org.countsas.item.BudgetItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path bundle = Path.of("");

    /** 120 items, of which every second is a port and counts by a third. */
    private static List<BudgetItem> items() {
        return IntStream.range(0, 120)
                .mapToObj(i -> TestRuns.item(
                        "i" + i, i % 2 == 0 ? "The port no. " + i : "A school", 1_000L * (1 + i * 37 % 101)))
                .toList();
    }

    @BeforeEach
    void writeBundle() {
        bundle = folder.resolve("run.zip");
        TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, items(), TestRuns.KEY);
    }

    private Console sample(String... more) {
        Stream<Object> always = Stream.of(
                "sample",
                bundle,
                "--tolerable",
                "10%",
                "--expected",
                "1%",
                "--seed",
                "20261122",
                "--out",
                folder.resolve("out"));
        return Console.run(Stream.concat(always, Arrays.stream(more)).toArray());
    }

    private Path csv() {
        return folder.resolve("out").resolve("sample.csv");
    }

    /** Fills in the worksheet as an auditor does who agrees with everything. */
    private void agree() throws IOException {
        StringBuilder filled = new StringBuilder();
        boolean inTable = false;
        for (String line : Files.readAllLines(csv(), StandardCharsets.UTF_8)) {
            if (inTable) {
                String[] cells = line.split(",", -1);
                String counted = cells[6];
                line = line.replaceFirst(",,,,?$", "")
                        + (cells[3].equals("COUNTED") ? ",COUNTED,ports," + counted + "," : ",NOT_COUNTED,,,");
            }
            inTable |= line.startsWith("item,");
            filled.append(line).append('\n');
        }
        Files.writeString(csv(), filled.toString());
    }

    @Test
    void a_sample_is_described_and_its_worksheets_are_written() throws IOException {
        Console console = sample();

        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out())
                .startsWith(
                        "Definition one: One, population counted: 60 items, 1,024,232 yen\nPopulation: decisions of the rules; there are no reviews\nMethod: Monetary-unit sampling (AICPA Audit Guide Audit Sampling; ISA 530)")
                .contains(
                        "At 95 % confidence, tolerable error 10% = 102,423 yen, expected error 1% = 10,242 yen",
                        "Outside the population: 60 items without a book value in it",
                        "What was left out cannot be found in this population; --population amount can find it.",
                        "sample.xlsx");
        assertThat(Files.readString(csv()))
                .contains(
                        "\nitem,name,ministry,decision,area,amount,counted,evidence,audited_outcome,audited_area,audited_counted,note\n",
                        "COUNT by the rule “Ports” (ports): name has “port”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monetary-unit", "random", "stratified"})
    void an_auditor_who_agrees_finds_the_error_within_the_tolerable_one(String method) throws IOException {
        assertThat(sample("--method", method, "--population", "amount").code()).isZero();
        agree();

        Console console = Console.run("assess", bundle, "--worksheet", csv(), "--json");

        assertThat(console.err()).isEmpty();
        JsonNode json = JSON.readTree(console.out());
        assertThat(json.path("method").asText()).isEqualTo(method);
        assertThat(json.path("source").asText()).contains("Stringer (1963)");
        assertThat(json.path("wrong").asInt()).isZero();
        assertThat(json.path("verdict").asText()).isEqualTo("WITHIN");
        assertThat(json.path("errors").get(0).path("projected").asLong()).isZero();
        assertThat(json.path("errors").get(0).path("upper").asLong()).isPositive();
    }

    @Test
    void an_error_is_projected_and_said_in_two_languages() throws IOException {
        sample();
        agree();
        String text = Files.readString(csv());
        Files.writeString(csv(), text.replaceFirst(",COUNTED,ports,\\d+,\n", ",NOT_COUNTED,,,it builds no port\n"));

        Console english = Console.run("assess", bundle, "--worksheet", csv());
        Console japanese = Console.run("assess", bundle, "--worksheet", csv(), "--lang", "ja");

        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains(
                        "Sample (monetary-unit): 35 items examined, wrong decisions: 1\n",
                        "Counts too much             1  22,664 yen  27,870 yen  132,212 yen",
                        "Tolerable error: 10% = 102,423 yen",
                        "Method: Monetary-unit sampling");
        assertThat(japanese.out()).contains("誤った判定1件", "過大計上", "許容誤謬額：10% = 102,423円");
    }

    private Console elusion(String... more) {
        Stream<Object> always = Stream.of(
                "sample", bundle, "--method", "elusion", "--seed", "20261122", "--out", folder.resolve("out"));
        return Console.run(Stream.concat(always, Arrays.stream(more)).toArray());
    }

    @Test
    void an_elusion_sample_says_how_much_was_missed_at_most_by_policy_and_in_all() throws IOException {
        Console drawn = elusion("--tolerable", "10%");
        assertThat(drawn.err()).isEmpty();
        assertThat(drawn.out())
                .contains(
                        "Definition one: One, population not-counted: 60 items, 2,970,000 yen",
                        "Method: Elusion test of e-discovery (Roitblat, ",
                        "At 95 % confidence, tolerable: 10% of the items = 6 missed; expected: 0%",
                        "Rank 1 resembles what counts most: a rule that would count it was defeated, ",
                        "  rank 3      60  2,970,000 yen     20",
                        "Sample: 20 of 60 items, drawn with the seed 20261122",
                        "Outside the population: 60 items that count, need review or have no amount");
        assertThat(Files.readString(csv())).contains("\nmethod,elusion\n", "\nresemblance,record\n");
        agree();
        Console none = Console.run("assess", bundle, "--worksheet", csv());
        assertThat(none.err()).isEmpty();
        assertThat(none.out())
                .contains(
                        "Sample (elusion): 20 items examined, wrong decisions: 0",
                        "  all policies      0  0 yen      0   0 yen      6  558,000 yen",
                        "  Ports             0  0 yen      0   0 yen      6  558,000 yen",
                        "Tolerable: 10% of the items = 6 missed",
                        "Conclusion: the sample shows that the error is within the tolerable one.");

        String text = Files.readString(csv());
        Files.writeString(csv(), text.replaceFirst(",NOT_COUNTED,,,\n", ",COUNTED,ports,700,\n"));
        Console one = Console.run("assess", bundle, "--worksheet", csv(), "--lang", "ja");
        JsonNode json = JSON.readTree(
                Console.run("assess", bundle, "--worksheet", csv(), "--json").out());
        assertThat(one.out()).contains("計上漏れの分野", "全分野", "898,700円", "許容する計上漏れ：項目の10%（6件）", "結論：推定額は許容範囲内だが、上限は超える。");
        assertThat(json.path("method").asText()).isEqualTo("elusion");
        assertThat(json.path("source").asText()).contains("Roitblat", "Clopper and Pearson (1934)");
        assertThat(json.path("errors")).isEmpty();
        assertThat(json.path("resemblance").asText()).isEqualTo("record");
        assertThat(json.path("missed")).hasSize(2);
        assertThat(json.path("missed").get(0).path("policy").isNull()).isTrue();
        assertThat(json.path("missed").get(1).path("policy").asText()).isEqualTo("ports");
        assertThat(json.path("missed").get(0).path("items").asInt()).isEqualTo(1);
        assertThat(json.path("missed").get(0).path("found").asInt()).isEqualTo(700);
        assertThat(json.path("missed").get(0).path("likelyItems").asInt()).isEqualTo(3);
        assertThat(json.path("missed").get(0).path("likely").asInt()).isEqualTo(2_100);
        assertThat(json.path("missed").get(0).path("upperItems").asInt()).isEqualTo(11);
        assertThat(json.path("missed").get(0).path("upper").asInt()).isEqualTo(898_700);
        assertThat(json.path("verdict").asText()).isEqualTo("OPEN");
    }

    @Test
    void an_elusion_sample_of_an_amount_or_of_what_counts_is_told_or_refused() throws IOException {
        assertThat(elusion("--tolerable", "100000").out()).contains("tolerable: 100,000 yen missed");
        agree();
        assertThat(Console.run("assess", bundle, "--worksheet", csv()).out()).contains("Tolerable: 100,000 yen missed");
        Files.writeString(csv(), Files.readString(csv()).replace("\nresemblance,record\n", "\nresemblance,mine\n"));
        assertThat(Console.run("assess", bundle, "--worksheet", csv()).err())
                .startsWith("W002 ")
                .contains("The parameter 'resemblance' is 'mine', and the sample drawn by the others has 'record'");

        assertThat(elusion("--tolerable", "10%", "--population", "amount").err())
                .startsWith("W001: An elusion sample is drawn from what does not count.");
        assertThat(elusion("--tolerable", "10%", "--strata", "area").err())
                .startsWith("W001: Only a stratified sample has strata.");
    }

    @Test
    void a_worksheet_that_is_not_filled_in_is_refused_row_by_row() {
        sample();

        Console console = Console.run("assess", bundle, "--worksheet", csv());

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out()).isEmpty();
        assertThat(console.errLines().get(0))
                .startsWith("W005 " + csv())
                .endsWith("is not examined. Fill in COUNTED or NOT_COUNTED.");
    }

    @Test
    void a_changed_and_a_missing_row_are_refused() throws IOException {
        sample();
        agree();
        String text = Files.readString(csv());
        Files.writeString(csv(), text.replaceFirst("The port no. ", "The harbour no. "));
        assertThat(Console.run("assess", bundle, "--worksheet", csv()).err())
                .startsWith("W004 ")
                .contains("(name): This was 'The port no. ");
        Files.writeString(csv(), text.replaceFirst("\ni\\d+,[^\n]*", ""));
        assertThat(Console.run("assess", bundle, "--worksheet", csv()).err())
                .startsWith("W004 ")
                .contains("is missing. Put it back");
    }

    @Test
    void the_worksheet_of_another_bundle_is_refused() throws IOException {
        sample();
        agree();
        Path other = folder.resolve("other.zip");
        TestRuns.write(
                other, TestRuns.countsAs(), List.of("one"), TestRuns.HEADER, items().subList(0, 119), TestRuns.KEY);

        Console console = Console.run("assess", other, "--worksheet", csv());

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).startsWith("W003 ");
    }

    @Test
    void the_worksheets_have_the_same_bytes_in_any_locale_and_time_zone() throws IOException {
        sample("--method", "stratified");
        byte[] csv = Files.readAllBytes(csv());
        byte[] workbook = Files.readAllBytes(folder.resolve("out").resolve("sample.xlsx"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ja-JP", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                sample("--method", "stratified");
                assertThat(Files.readAllBytes(csv())).as(tag).isEqualTo(csv);
                assertThat(Files.readAllBytes(folder.resolve("out").resolve("sample.xlsx")))
                        .as(tag)
                        .isEqualTo(workbook);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void without_an_expected_error_none_is_expected() {
        Console console =
                Console.run("sample", bundle, "--tolerable", "10%", "--seed", "1", "--out", folder.resolve("out"));

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("expected error 0% = 0 yen", "planning factor 2.995733");
    }

    @Test
    void a_plan_that_makes_no_sense_is_misuse_and_nothing_is_written() {
        for (List<String> more : List.of(
                List.of("--method", "cell"),
                List.of("--confidence", "20"),
                List.of("--strata", "area"),
                List.of("--definition", "two"),
                List.of("--population", "all"))) {
            Console console = sample(more.toArray(String[]::new));
            assertThat(console.code()).as(more.toString()).isEqualTo(2);
            assertThat(console.errLines()).hasSize(1);
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
