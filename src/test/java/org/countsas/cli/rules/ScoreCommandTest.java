package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");
    private static final Path LABELS = Path.of("samples", "japan-fy2024-labels.csv");

    @TempDir
    private Path folder;

    @Test
    void theSampleScoresWellUnderTheProposal() throws IOException {
        Console console =
                Console.run("score", SAMPLE, "--labels", LABELS, "--definition", "japan-2025-proposal", "--json");

        JsonNode json = JSON.readTree(console.out());
        assertThat(json.get("definition").textValue()).isEqualTo("japan-2025-proposal");
        assertThat(json.get("f1").doubleValue()).isGreaterThanOrEqualTo(0.92);
        assertThat(json.get("areaAccuracy").doubleValue()).isGreaterThanOrEqualTo(0.95);
        assertThat(json.get("areas"))
                .isNotEmpty()
                .allSatisfy(area -> assertThat(area.propertyStream().map(Map.Entry::getKey))
                        .startsWith("area", "f1", "precision", "recall", "areaAccuracy"));
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
    }

    @Test
    void theScoreIsPrintedForAPerson() {
        Console console = Console.run("score", SAMPLE, "--labels", LABELS, "--definition", "japan-2025-proposal");

        assertThat(console.out())
                .startsWith("Decisions of japan-2025-proposal held against labels")
                .contains("F1 ", "precision", "recall", "area accuracy", "Coast Guard");
        assertThat(console.code()).isZero();
    }

    @Test
    void anAreaThatNoPolicyBearsIsWarnedAbout() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "id,verdict,area\n4201,count,coastguard\n");
        Console console = Console.run("score", SAMPLE, "--labels", labels);

        assertThat(console.errLines()).hasSize(2).first().isEqualTo("Warnings: 1");
        assertThat(console.errLines().get(1))
                .startsWith("  S017 " + labels + ": There is no area 'coastguard'. Did you mean 'coast-guard'?");
        assertThat(console.code()).isZero();
    }

    @Test
    void rowsOfTheInputThatWereRejectedAreTold() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "id,name,ministry,fiscalYear,amount\n1,a,防衛省,2024,5\n2,a,b,2024,x\n");
        Path labels = Files.writeString(folder.resolve("labels.csv"), "id,verdict,area\n1,count,core-defence\n");

        assertThat(Console.run("score", file, "--labels", labels).errLines()).startsWith("Rejected rows: 1");
    }

    @Test
    void withoutASelectionAProgrammeIsScoredInItsNewestInitialBudget() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                "id,name,ministry,fiscalYear,stage,amount\n"
                        + "1,a,防衛省,2023,initial,5\n1,a,防衛省,2024,initial,7\n1,a,防衛省,2025,request,9\n2,a,防衛省,2022,executed,11\n");
        Path labels = Files.writeString(
                folder.resolve("labels.csv"),
                "id,verdict,area\n1,count,core-defence\n2,count,core-defence\n3,count,core-defence\n");

        JsonNode newest = JSON.readTree(
                Console.run("score", file, "--labels", labels, "--json").out());
        assertThat(newest.at("/amounts/hits").longValue()).isEqualTo(18);
        assertThat(newest.get("unknown")).isEqualTo(JSON.readTree("[\"3\"]"));
        JsonNode chosen =
                JSON.readTree(Console.run("score", file, "--labels", labels, "--json", "--fiscal-year", "2023")
                        .out());
        assertThat(chosen.at("/amounts/hits").longValue()).isEqualTo(5);
        assertThat(chosen.get("unknown")).isEqualTo(JSON.readTree("[\"2\",\"3\"]"));
    }

    @Test
    void labelsThatAreNotThereAreAWrongCommandAndLabelsThatAreWrongAreWrongData() throws IOException {
        Path none = folder.resolve("none.csv");
        Console missing = Console.run("score", SAMPLE, "--labels", none);
        assertThat(missing.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("U006 " + none + ": There is no such file."));
        assertThat(missing.code()).isEqualTo(2);

        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "id,verdict,area\n1,maybe,space\n,count,space\n");
        Console bad = Console.run("score", SAMPLE, "--labels", wrong);
        assertThat(bad.errLines())
                .containsExactly(
                        "S017 " + wrong + ":2: 'maybe' is not a verdict. Known: count, not, borderline.",
                        "S017 " + wrong + ":3: The label has no id. Known: count, not, borderline.");
        assertThat(bad.code()).isEqualTo(1);
    }
}
