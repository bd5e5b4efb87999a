package org.countsas.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");
    private static final String HEADER = "id,name,ministry,fiscalYear,stage,amount\n";

    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theResultOfTheSampleIsPrintedForAPerson() throws IOException {
        Console console = Console.run("classify", SAMPLE);

        long items = Files.readAllLines(SAMPLE).size() - 1;
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out().lines())
                .startsWith(
                        "Items read " + items + ": decided " + items + ", rejected 0",
                        "Fiscal year 2024, initial budget (the newest year with an initial budget; choose with --fiscal-year and --stage)",
                        "",
                        "Definition japan-2022: Japan, documents of 2022 (in force), rules as of " + Console.TODAY);
        assertThat(console.out())
                .contains(
                        "  Counted: ",
                        " % of GDP (GDP of FY2022: 560,000.00 bn yen)",
                        "Largest counted items",
                        "Needs review: ",
                        "Sums over review sheets or budget rows; they are not official totals.");
    }

    @Test
    void jsonIsPrintedAloneOnStandardOutput() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                HEADER + "1,護衛艦,防衛省,2024,initial,1000\n2,x,y,2024,initial,abc\n3,z,防衛省,2024,initial,-5\n");
        Console console = Console.run("classify", file, "--json");

        JsonNode json = JSON.readTree(console.out());
        assertThat(json.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "definition", "asOf", "fiscalYear", "stage", "currency", "items", "totals", "areas", "review");
        assertThat(json.get("items")).isEqualTo(JSON.readTree("{\"read\":3,\"decided\":2,\"rejected\":1}"));
        assertThat(json.get("totals").propertyStream().map(Map.Entry::getKey))
                .containsExactly("amount", "counted", "percentOfGdp");
        assertThat(json.get("totals").get("amount").longValue()).isEqualTo(995);
        assertThat(json.get("asOf").textValue()).isEqualTo(Console.TODAY);
        assertThat(console.errLines()).contains("Rejected rows: 1", "Warnings: 1");
    }

    @Test
    void theFilesOfOneDefinitionStandInTheFolderItself() throws IOException {
        Path out = folder.resolve("new").resolve("out");
        Console console = Console.run("classify", SAMPLE, "--out", out, "--json");

        assertThat(console.code()).isZero();
        assertThat(names(out))
                .containsExactly("decisions.csv", "decisions.jsonl", "decisions.xlsx", "rejected.csv", "summary.json");
        assertThat(out.resolve("rejected.csv")).hasContent("\uFEFFfile,row,column,id,code,reason,fix\n");
        JsonNode kept = JSON.readTree(Files.readString(out.resolve("summary.json")));
        JSON.readTree(console.out())
                .properties()
                .forEach(entry ->
                        assertThat(kept.get(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue()));

        List<JsonNode> decisions = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("decisions.jsonl"))) {
            decisions.add(JSON.readTree(line));
        }
        assertThat(decisions)
                .hasSize(Files.readAllLines(SAMPLE).size() - 1)
                .allSatisfy(ClassifyCommandTest::hasAllItsKeys);
    }

    private static void hasAllItsKeys(JsonNode decision) {
        assertThat(decision.propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        "item",
                        "definition",
                        "outcome",
                        "block",
                        "area",
                        "alsoCountsIn",
                        "share",
                        "amount",
                        "counted",
                        "findings");
        assertThat(decision.get("outcome").textValue()).isIn("COUNTED", "NOT_COUNTED", "REVIEW");
        decision.get("findings").forEach(finding -> {
            assertThat(finding.propertyStream().map(Map.Entry::getKey))
                    .contains("rule", "policy", "effect", "strength", "standing", "citation", "evidence");
            finding.get("evidence")
                    .forEach(evidence -> assertThat(evidence.propertyStream().map(Map.Entry::getKey))
                            .contains("field", "value", "start", "end"));
        });
    }

    @Test
    void everyDefinitionIsPrintedOnceInTheOrderAskedForAndItsFilesStandInAFolderOfItsOwn() throws IOException {
        Path out = folder.resolve("out");
        Console console = Console.run(
                "classify",
                SAMPLE,
                "--out",
                out,
                "--definition",
                "japan-2025-proposal",
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2025-proposal");

        assertThat(console.out().lines().filter(line -> line.startsWith("Definition ")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Definition japan-2025-proposal: "),
                        line -> assertThat(line).startsWith("Definition japan-2022: "));
        assertThat(console.out().lines().filter(line -> line.startsWith("Items read")))
                .hasSize(1);
        assertThat(names(out)).containsExactly("japan-2022", "japan-2025-proposal", "rejected.csv", "summary.json");
        assertThat(names(out.resolve("japan-2022")))
                .containsExactly("decisions.csv", "decisions.jsonl", "decisions.xlsx");
        assertThat(names(out.resolve("japan-2025-proposal")))
                .containsExactly("decisions.csv", "decisions.jsonl", "decisions.xlsx");
        assertThat(JSON.readTree(Files.readString(out.resolve("summary.json"))).findValuesAsText("definition"))
                .containsExactly("japan-2025-proposal", "japan-2022");
        assertThat(Files.readString(out.resolve("japan-2025-proposal").resolve("decisions.csv")))
                .contains("japan-2025-proposal")
                .doesNotContain("japan-2022");
    }

    @Test
    void severalDefinitionsGiveAnArray() throws IOException {
        JsonNode json = JSON.readTree(Console.run(
                        "classify",
                        SAMPLE,
                        "--json",
                        "--definition",
                        "japan-2022",
                        "--definition",
                        "japan-2025-proposal")
                .out());

        assertThat(json.isArray()).isTrue();
        assertThat(json.findValuesAsText("definition")).containsExactly("japan-2022", "japan-2025-proposal");
    }

    @Test
    void theRejectedRowsAreWrittenWithTheirNumberAndReason() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                HEADER + "1,a,b,2024,initial,5\n2,a,b,2024,initial,\"1,2\"\n,a,b,2024,initial,5\n");
        Console.run("classify", file, "--out", folder.resolve("out"));

        assertThat(Files.readString(folder.resolve("out").resolve("rejected.csv")))
                .isEqualTo("\uFEFFfile,row,column,id,code,reason,fix\n"
                        + file
                        + ",3,amount,2,S009,\"'1,2' is not an amount\",\"Write a number, such as 1234567 or 1,234,567, or name its locale in a mapping profile, as 'numbers: de'\"\n"
                        + file + ",4,id,,S008,The row has no id,Fill in the id\n");
    }

    @Test
    void theReasonsInTheFilesAreInTheLanguageAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER + "1,巡視船,国土交通省　海上保安庁,2024,initial,5\n");
        Console.run("classify", file, "--out", folder.resolve("out"), "--lang", "ja");

        assertThat(Files.readString(folder.resolve("out").resolve("decisions.csv")))
                .contains("巡視船は海上保安庁の事業であり");
    }

    @Test
    void aFileInTheWayOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "x");
        Console console = Console.run("classify", SAMPLE, "--out", file);

        assertThat(console.errLines())
                .containsExactly("O001 " + file
                        + ": This cannot be written: a file has this name. Name a folder that you may write to.");
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(1);
        assertThat(file).hasContent("x");
    }

    @Test
    void aFolderInTheWayOfAFileIsNamedAndNoHalfFileLeft() throws IOException {
        Path out = folder.resolve("out");
        Files.createDirectories(out.resolve("decisions.jsonl").resolve("x"));
        Files.writeString(out.resolve("summary.json"), "before");
        Console console = Console.run("classify", SAMPLE, "--out", out, "--force");

        assertThat(console.errLines())
                .containsExactly("O001 " + out.resolve("decisions.jsonl")
                        + ": This cannot be written: a folder has this name. Name a folder that you may write to.");
        assertThat(console.code()).isEqualTo(1);
        assertThat(names(out)).containsExactly("decisions.csv", "decisions.jsonl", "summary.json");
        assertThat(out.resolve("summary.json")).hasContent("before");
    }

    @Test
    void aSecondRunReplacesTheFilesOfTheFirstIfItIsForced() throws IOException {
        Path out = folder.resolve("out");
        Path first =
                Files.writeString(folder.resolve("a.csv"), HEADER + "1,a,b,2024,initial,5\n2,a,b,2024,initial,x\n");
        Path second = Files.writeString(folder.resolve("b.csv"), HEADER + "9,a,b,2024,initial,5\n");
        Console.run("classify", first, "--out", out);
        Console.run("classify", second, "--out", out, "--force");

        assertThat(Files.readAllLines(out.resolve("decisions.jsonl")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("{\"item\":\"9\""));
        assertThat(Files.readAllLines(out.resolve("rejected.csv"))).hasSize(1);
        assertThat(names(out)).hasSize(5);
    }

    @Test
    void aYearAndAStageAreChosenAndSaid() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                HEADER + "1,a,b,2024,initial,5\n1,a,b,2023,supplementary,7\n2,a,b,2024,initial,1\n");
        Console console = Console.run("classify", file, "--fiscal-year", "2023", "--stage", "SUPPLEMENTARY");

        assertThat(console.out().lines())
                .startsWith(
                        "Items read 1: decided 1, rejected 0",
                        "Fiscal year 2023, supplementary budget",
                        "Left aside, without an amount in this year and stage: 1 programmes");
    }

    @Test
    void theDayDecidesWhichRulesAreInForce() throws IOException {
        Path table = Files.writeString(
                folder.resolve("a.csv"),
                "id,name,ministry,bureau,fiscalYear,stage,amount\n180,沖縄開発事業（道路事業）,内閣府,沖縄振興局,2024,initial,1000\n");

        assertThat(JSON.readTree(Console.run("classify", table, "--json", "--as-of", "2025-03-31")
                                .out())
                        .at("/totals/counted/high")
                        .longValue())
                .isZero();
        assertThat(JSON.readTree(Console.run("classify", table, "--json", "--as-of", "2025-04-01")
                                .out())
                        .at("/totals/counted/high")
                        .longValue())
                .isEqualTo(10);
    }

    @Test
    void inputsOfSeveralFilesAreOneBudget() throws IOException {
        Path first = Files.writeString(folder.resolve("a.csv"), HEADER + "1,a,b,2024,initial,5\n");
        Path second = Files.write(
                folder.resolve("b.tsv"),
                (HEADER + "2,a,b,2024,initial,6\n").replace(',', '\t').getBytes(StandardCharsets.UTF_8));

        assertThat(Console.run("classify", first, second).out()).startsWith("Items read 2: decided 2, rejected 0");
    }
}
