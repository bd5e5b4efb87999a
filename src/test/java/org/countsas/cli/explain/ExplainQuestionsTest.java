package org.countsas.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions that explain and near-misses answer, and the ways of asking that they refuse. */
class ExplainQuestionsTest {
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");

    @Test
    void aPartOfAnameFindsTheItemWhateverItsWidthAndCase() {
        Console console = Console.run("explain", SAMPLE, "--item", "F-35a");

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).startsWith("Item 5092: 戦闘機（Ｆ－３５Ａ／Ｂ）の取得");
    }

    @Test
    void aNameThatFitsSeveralItemsListsThem() {
        Console console = Console.run("explain", SAMPLE, "--item", "空港");

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .startsWith("U010: '空港' occurs in the names of 10 items. Name one by its id:")
                .contains("\n  4300  一般空港等整備事業（直轄） (国土交通省)\n");
    }

    @Test
    void anUnknownIdIsAnsweredWithTheNearest() {
        Console console = Console.run("explain", SAMPLE, "--item", "50922");

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err())
                .startsWith(
                        "U005: There is no item with '50922' as its id or in its name in fiscal year 2024, stage initial. The nearest id is '5092'.");
    }

    @Test
    void anItemRejectedAtReadingSaysWhyItNeverReachedTheRules(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("items.csv");
        Files.writeString(
                file,
                "id,fiscalYear,stage,ministry,name,amount,currency\n1,2024,initial,防衛省,甲,12,JPY\n2,2024,initial,防衛省,乙,many,JPY\n");
        Console console = Console.run("explain", file, "--item", "2");

        assertThat(console.code()).isEqualTo(2);
        assertThat(console.err())
                .startsWith("U005 " + file + ":3")
                .contains("The item '2' was rejected when it was read and never reached the rules: ");
    }

    @Test
    void anUnknownRuleOrPolicyIsAnsweredWithTheNearest() {
        Console rule = Console.run("explain", SAMPLE, "--item", "4300", "--rule", "Works on a listed airprt");
        Console policy = Console.run("explain", SAMPLE, "--item", "4300", "--why-not", "shipbulding");
        Console survey = Console.run("near-misses", SAMPLE, "--policy", "shipbulding");

        assertThat(rule.code()).isEqualTo(2);
        assertThat(rule.err())
                .isEqualToIgnoringNewLines(
                        "U008: There is no rule 'Works on a listed airprt'. Did you mean 'Works on a listed airport'?");
        assertThat(policy.code()).isEqualTo(2);
        assertThat(policy.err())
                .isEqualToIgnoringNewLines("U009: There is no policy 'shipbulding'. Did you mean 'shipbuilding'?");
        assertThat(survey.code()).isEqualTo(2);
        assertThat(survey.err()).isEqualTo(policy.err());
    }

    @Test
    void everyQuestionIsAnsweredAtOnceAsTextAndAsApage(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("why.html");
        Console console = Console.run(
                "explain",
                SAMPLE,
                "--item",
                "4434",
                "--definition",
                "japan-2025-proposal",
                "--rule",
                "Seafarers and training ships",
                "--why-not",
                "shipbuilding",
                "--what-if",
                "--html",
                page);

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .contains(
                        "NOT COUNTED",
                        "Rule “Seafarers and training ships”",
                        "Why not: what came nearest to counting",
                        "What would make it count");
        assertThat(Files.readString(page)).contains("<h2>What would make it count</h2>");
    }

    @Test
    void theJsonHoldsWhatWasAsked() throws Exception {
        Console console = Console.run("explain", SAMPLE, "--item", "5092", "--what-if", "--json");
        JsonNode json = JsonMapper.builder().build().readTree(console.out());

        assertThat(json.path("schema").asText()).isEqualTo("explanation-1");
        assertThat(json.path("decision").path("outcome").asText()).isEqualTo("COUNTED");
        assertThat(json.path("nearMisses").isNull()).isTrue();
        assertThat(json.path("counterfactuals")).isNotEmpty();
    }

    @Test
    void nearMissesAreGroupedByWhatIsMissing() throws Exception {
        Console console =
                Console.run("near-misses", SAMPLE, "--definition", "japan-2025-proposal", "--policy", "shipbuilding");
        Console json = Console.run(
                "near-misses", SAMPLE, "--definition", "japan-2025-proposal", "--policy", "shipbuilding", "--json");
        Console csv = Console.run(
                "near-misses", SAMPLE, "--definition", "japan-2025-proposal", "--policy", "shipbuilding", "--csv");

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .contains("missed Shipbuilding by: it does not cite “Shipbuilding Act” among its plans and laws");
        JsonNode groups = JsonMapper.builder().build().readTree(json.out()).path("groups");
        assertThat(groups).isNotEmpty();
        long rows = 0;
        for (JsonNode group : groups) {
            rows += group.path("items").asLong();
        }
        assertThat(csv.out().lines().count()).isEqualTo(rows + 1);
    }

    @Test
    void aNumberOfConditionsThatMakesNoSenseIsRefused() {
        assertThat(Console.run("near-misses", SAMPLE, "--max-conditions", "0").code())
                .isEqualTo(2);
        assertThat(Console.run("near-misses", SAMPLE, "--json", "--csv").code()).isEqualTo(2);
    }
}
