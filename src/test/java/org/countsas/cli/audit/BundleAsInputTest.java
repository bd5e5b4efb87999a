package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countsas.cli.Console;
import org.countsas.report.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever takes a budget takes the record of a run, with its own rules, definition and day; and nothing reads one as tables. */
class BundleAsInputTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EARLIER = "2025-04-01";

    @TempDir
    private static Path runs;

    private static Path now;
    private static Path earlier;

    @TempDir
    private Path folder;

    @BeforeAll
    static void recordRuns() {
        now = record("now.zip", Samples.JAPAN, "--definition", "japan-2022");
        earlier = record("earlier", Samples.JAPAN, "--definition", "japan-2025-proposal", "--as-of", EARLIER);
    }

    private static Path record(String name, Object... words) {
        Path bundle = runs.resolve(name);
        Object[] command = new Object[words.length + 3];
        command[0] = "classify";
        System.arraycopy(words, 0, command, 1, words.length);
        command[words.length + 1] = "--bundle";
        command[words.length + 2] = bundle;
        Console console = Console.run(command);
        assertThat(console.code()).as(console.err()).isZero();
        return bundle;
    }

    private Path table(String name, String... rows) throws IOException {
        return Files.writeString(
                folder.resolve(name), "id,name,ministry,fiscalYear,stage,amount\n" + String.join("\n", rows) + "\n");
    }

    private static String out(Object... words) {
        Console console = Console.run(words);
        assertThat(console.code()).as(console.err()).isZero();
        return console.out();
    }

    @Test
    void a_run_is_decided_again_as_it_was_recorded() {
        assertThat(out("classify", now, "--json"))
                .isEqualTo(out("classify", Samples.JAPAN, "--definition", "japan-2022", "--json"));
        assertThat(out("classify", earlier, "--json"))
                .isEqualTo(out(
                        "classify",
                        Samples.JAPAN,
                        "--definition",
                        "japan-2025-proposal",
                        "--as-of",
                        EARLIER,
                        "--json"));
    }

    @Test
    void what_is_recorded_of_a_recorded_run_is_the_same_to_the_byte() throws IOException {
        Path again = record("again", earlier);

        for (String file : List.of("decisions.jsonl", "items.jsonl", "rejected.csv", "rules/sources.yaml")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(earlier.resolve(file));
        }
    }

    @Test
    void questions_about_a_run_are_answered_by_its_own_rules_definition_and_day() {
        String[] as = {"--definition", "japan-2025-proposal", "--as-of", EARLIER};
        assertThat(out("explain", earlier, "--item", "1732"))
                .contains("japan-2025-proposal, proposed), with the rules in force on 2025-04-01")
                .isEqualTo(out("explain", Samples.JAPAN, "--item", "1732", as[0], as[1], as[2], as[3]));
        for (String command : List.of("near-misses", "candidates", "items")) {
            assertThat(out(command, earlier, "--csv"))
                    .as(command)
                    .isEqualTo(out(command, Samples.JAPAN, "--csv", as[0], as[1], as[2], as[3]));
        }
        assertThat(out("score", earlier, "--labels", Samples.JAPAN_LABELS))
                .isEqualTo(out("score", Samples.JAPAN, "--labels", Samples.JAPAN_LABELS, as[0], as[1], as[2], as[3]));
        assertThat(out("targets", earlier, "--json").replace("targets " + earlier.getFileName(), "targets INPUT"))
                .isEqualTo(out("targets", Samples.JAPAN, "--json", as[0], as[1], as[2], as[3])
                        .replace(Samples.JAPAN.toString(), "INPUT"));
    }

    @Test
    void what_is_named_goes_before_what_was_recorded() {
        assertThat(out(
                        "items",
                        now,
                        "--definition",
                        "japan-2025-proposal",
                        "--as-of",
                        EARLIER,
                        "--rules",
                        "rules",
                        "--csv"))
                .isEqualTo(out("items", earlier, "--csv"));
    }

    @Test
    void commands_that_change_rules_try_them_on_a_run() {
        assertThat(out("rules", "coverage", now, "--json")).contains("\"");
        assertThat(out("compare", now, "--definition", "japan-2022", "--definition", "japan-2025-proposal"))
                .contains("Reproduce: countsas compare " + now.getFileName() + " --fiscal-year 2024 --stage initial");
    }

    @Test
    void rejected_rows_stay_rejected() throws IOException {
        Path table = table("t.csv", "1,護衛艦,防衛省,2024,initial,1000", "2,\"a \"\"b\"\", c\",防衛省,2024,initial,abc");
        Path bundle = record("rejected.zip", table);

        assertThat(JSON.readTree(out("classify", bundle, "--json")).get("items").toString())
                .isEqualTo("{\"read\":2,\"decided\":1,\"rejected\":1}");
        assertThat(Console.run("classify", bundle).errLines())
                .containsExactly(
                        "Rejected rows: 1",
                        "  S009 t.csv:3 (amount): 'abc' is not an amount. Write a number, such as 1234567 or 1,234,567.");
    }

    @Test
    void a_run_of_several_definitions_asks_which_and_gives_all_of_them_where_it_can() {
        Path both =
                record("both.zip", Samples.JAPAN, "--definition", "japan-2022", "--definition", "japan-2025-proposal");

        assertThat(Console.run("explain", both, "--item", "1732").err())
                .isEqualTo(
                        "U002: The bundle has several definitions. Name one with --definition: japan-2022, japan-2025-proposal."
                                + System.lineSeparator());
        assertThat(out("compare", both).lines()).contains("A  japan-2022: Japan, documents of 2022 (11d96259de28)");
        assertThat(out("classify", both, "--json")).contains("\"japan-2022\"", "\"japan-2025-proposal\"");
    }

    @Test
    void a_run_under_a_reform_asks_for_the_reform() {
        Path reform = record("reform.zip", Samples.JAPAN, "--definition", "japan-2022 + space");

        assertThat(Console.run("items", reform).err())
                .matches("U002: The run was decided under 'reform-[0-9a-f]{12}', which its rules do not state\\. "
                        + "Name a definition or a reform with --definition\\.\\R");
        assertThat(out("items", reform, "--definition", "japan-2022 + space", "--area", "space"))
                .contains("Items:   ");
    }

    @Test
    void two_runs_over_the_same_items_are_compared_with_what_each_edit_is_worth() throws IOException {
        Path proposal = record("proposal.zip", Samples.JAPAN, "--definition", "japan-2025-proposal");
        JsonNode runs = JSON.readTree(out("compare", now, proposal, "--json"));
        JsonNode definitions = JSON.readTree(out(
                "compare",
                Samples.JAPAN,
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2025-proposal",
                "--json"));

        assertThat(runs.get("command").textValue()).isEqualTo("countsas compare " + now + " " + proposal);
        assertThat(runs.get("sides").findValuesAsText("label"))
                .contains("japan-2022 (now.zip)", "japan-2025-proposal (proposal.zip)");
        for (JsonNode change :
                List.of(runs.get("changes").get(0), definitions.get("changes").get(0))) {
            ((ObjectNode) change).remove(List.of("from", "to"));
        }
        assertThat(runs.get("changes")).isEqualTo(definitions.get("changes"));
    }

    @Test
    void two_runs_over_other_items_are_compared_like_with_like() throws IOException {
        Path first = record(
                "first.zip",
                table(
                        "2023.csv",
                        "1,護衛艦,防衛省,2023,initial,1000",
                        "2,潜水艦,防衛省,2023,initial,500",
                        "3,巡視船,国土交通省　海上保安庁,2023,initial,70",
                        "4,学校,文部科学省,2023,initial,9"));
        Path second = record(
                "second.zip",
                table(
                        "2024.csv",
                        "1,護衛艦,防衛省,2024,initial,1200",
                        "3,図書館,文部科学省,2024,initial,80",
                        "4,学校,文部科学省,2024,initial,10",
                        "5,戦車,防衛省,2024,initial,300"));
        String text = out("compare", first, second);

        assertThat(text).isEqualTo("""
                A and B, like with like: items that both have; tables in yen
                A  first.zip, japan-2022: 2023, initial budget, rules as of 2026-04-01
                B  second.zip, japan-2022: 2024, initial budget, rules as of 2026-04-01

                The 3 items that both have count 130 yen more: 1,070 yen in A, 1,200 yen in B
                The totals of all items, 1,570 yen in A and 1,500 yen in B, cover other items and do not show a change.

                  Covers      Items  All of them  Counted
                  A, in both      3        1,079    1,070
                  B, in both      3        1,290    1,200
                  A alone         1          500      500
                  B alone         1          300      300
                  A               4        1,579    1,570
                  B               4        1,590    1,500

                  Area          A, in both  B, in both  B - A
                  Core defence       1,000       1,200   +200
                  Coast Guard           70           0    -70

                  Ministry                A, in both  B, in both  B - A
                  防衛省                       1,000       1,200   +200
                  国土交通省　海上保安庁          70           0    -70

                Items that count with another sum or are decided otherwise: 2
                  1 護衛艦 (防衛省): +200, other amount
                      A: Core defence: 1,000 yen of 1,000 yen
                      B: Core defence: 1,200 yen of 1,200 yen
                  3 図書館 (文部科学省): -70, no longer counted
                      A: Coast Guard: 70 yen of 70 yen
                      B: does not count: 80 yen

                Only in A and counted, or for a person to judge: 1 items, 500 yen
                  2  潜水艦  500

                Only in B and counted, or for a person to judge: 1 items, 300 yen
                  5  戦車  300

                Sums over review sheets or budget rows; they are not official totals.
                Reproduce: countsas compare %s %s
                """.formatted(first, second));
        JsonNode json = JSON.readTree(out("compare", first, second, "--json"));
        assertThat(json.get("all").get("worth").get("central").longValue()).isEqualTo(130);
        assertThat(json.get("items").findValuesAsText("kind")).containsExactly("AMOUNT", "NO_LONGER_COUNTED");
        assertThat(json.get("onlyBefore").findValuesAsText("item")).containsExactly("2");
        assertThat(json.get("onlyAfter").findValuesAsText("item")).containsExactly("5");
    }

    @Test
    void years_and_stages_of_one_budget_are_compared_like_with_like() throws IOException {
        Path table = table(
                "years.csv",
                "1,護衛艦,防衛省,2023,initial,1000",
                "2,潜水艦,防衛省,2023,initial,500",
                "1,護衛艦,防衛省,2024,initial,1200",
                "1,護衛艦,防衛省,2024,request,1300");

        assertThat(out("compare", table, "--with-year", "2023"))
                .contains(
                        "A  japan-2022: 2023, initial budget, rules as of 2026-04-01",
                        "The 1 items that both have count 200 yen more: 1,000 yen in A, 1,200 yen in B",
                        "Reproduce: countsas compare " + table.getFileName()
                                + " --fiscal-year 2024 --stage initial --with-year 2023 --with-stage initial --definition japan-2022 --as-of 2026-04-01");
        assertThat(out("compare", table, "--with-stage", "request"))
                .contains("The 1 items that both have count 100 yen less: 1,300 yen in A, 1,200 yen in B");
        assertThat(Console.run("compare", table, "--with-year", "2024").err())
                .isEqualTo("U001: Fiscal year 2024, stage initial would be compared with itself. "
                        + "Choose another year with --with-year, or another stage with --with-stage."
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "items", "near-misses", "candidates", "scenarios", "targets"})
    void a_bundle_among_other_inputs_is_refused(String command) {
        for (Path[] inputs : List.of(new Path[] {now, Samples.JAPAN}, new Path[] {Samples.JAPAN, earlier})) {
            Console console = Console.run(command, inputs[0], inputs[1]);

            assertThat(console.code()).isEqualTo(2);
            assertThat(console.err())
                    .isEqualTo("A018 " + (inputs[0].equals(now) ? now : earlier)
                            + ": This is a bundle, the record of a run, and it is not read as a table. "
                            + "Name it as the only input; 'compare' takes two of them." + System.lineSeparator());
        }
    }

    @Test
    void a_bundle_in_a_folder_or_in_an_archive_is_refused() throws IOException {
        Path inFolder = Files.createDirectory(folder.resolve("mixed"));
        Files.copy(now, inFolder.resolve("run.zip"));
        Files.copy(Samples.JAPAN, inFolder.resolve("items.csv"));
        Path outer = folder.resolve("outer.zip");
        try (OutputStream out = Files.newOutputStream(outer);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run.zip"));
            Files.copy(now, zip);
        }

        assertThat(Console.run("classify", inFolder).err()).startsWith("A018 " + inFolder.resolve("run.zip") + ": ");
        assertThat(Console.run("classify", outer).err()).startsWith("A018 " + outer + "!run.zip: ");
    }

    @Test
    void options_for_tables_are_refused_beside_a_bundle() {
        for (String[] option : List.of(
                new String[] {"--profile", "x"},
                new String[] {"--encoding", "utf-8"},
                new String[] {"--separator", ","},
                new String[] {"--state-budget", "x.json"})) {
            assertThat(Console.run("items", now, option[0], option[1]).err())
                    .as(option[0])
                    .isEqualTo("A018 " + now
                            + ": This is a bundle, and --profile, --encoding, --separator and --state-budget say how tables are read. "
                            + "Leave them out." + System.lineSeparator());
        }
    }

    @Test
    void a_changed_bundle_is_refused_and_not_read_as_anything_else() throws IOException {
        Path changed = record("changed", Samples.JAPAN);
        Path items = changed.resolve("items.jsonl");
        byte[] bytes = Files.readAllBytes(items);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"amount\":1") + 9;
        bytes[at] = '2';
        Files.write(items, bytes);

        Console console = Console.run("items", changed);
        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).startsWith("A006 " + items);
        assertThat(Arrays.asList(console.out())).containsExactly("");
    }
}
