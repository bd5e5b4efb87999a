package org.countsas.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that sets what counts beside what was published, on the sample of the statutory budget. */
class ReconcileCommandTest {
    private static final Path SAMPLE = Path.of("samples", "state-budget");

    @TempDir
    Path folder;

    private static Console reconcile(Object... words) {
        Object[] all = new Object[words.length + 4];
        all[0] = "reconcile";
        all[1] = SAMPLE;
        all[2] = "--as-of";
        all[3] = "2026-04-01";
        System.arraycopy(words, 0, all, 4, words.length);
        return Console.run(all);
    }

    @Test
    void each_figure_has_its_difference_what_explains_it_and_what_nothing_does() {
        Console console = reconcile();

        assertThat(console.code()).isZero();
        assertThat(console.out())
                .contains("""
                        Fiscal year 2024, initial budget
                          The input has 70 items of 8,176.67 bn yen, 8,176.67 bn yen without transfers between accounts.

                          Core defence spending: Ministry of Defense, SACO and realignment included, and its systems in the Digital Agency's budget
                            Published    7,949.60  mof-finance-2024-04, section 1
                            Ours         7,917.18
                            Difference     +32.42
                              explained    +32.40  systems of the Ministry of Defense in the Digital Agency's budget (mof-finance-2024-04)
                            Unexplained     +0.02  published to the nearest 0.10 bn yen
                        """)
                .contains(
                        "Published, and not in this input: 2017 initial, 2017 supplementary, 2018 initial, 2018 supplementary, 2019 initial, 2020 initial, 2020 supplementary, 2021 initial, 2021 supplementary, 2022 initial, 2022 supplementary, 2023 supplementary, 2023 executed, 2024 supplementary, 2025 supplementary, 2025 revised\n");
    }

    @Test
    void the_same_in_japanese() {
        assertThat(reconcile("--lang", "ja").out()).contains("""
                            公表額            79,496.0  mof-finance-2024-04、第1節
                            本集計            79,171.8
                            差額                +324.2
                            　うち説明済み      +324.0  デジタル庁に計上する防衛省の情報システム関係経費（mof-finance-2024-04）
                            説明のつかない額      +0.2  公表額は1.0億円単位
                        """);
    }

    @Test
    void json_has_every_figure_to_the_yen() throws IOException {
        JsonNode json = new ObjectMapper().readTree(reconcile("--json").out());

        JsonNode core = null;
        for (JsonNode figure : json.path("figures")) {
            if (figure.path("fiscalYear").asInt() == 2024
                    && figure.path("stage").asText().equals("initial")
                    && figure.path("basis").asText().equals("five-year-plan")) {
                core = figure;
            }
        }
        assertThat(core).isNotNull();
        assertThat(core.path("published").asLong()).isEqualTo(7_724_900_000_000L);
        assertThat(core.path("ours").path("central").asLong()).isEqualTo(7_917_176_714_000L);
        assertThat(core.path("difference").asLong()).isEqualTo(-192_276_714_000L);
        assertThat(core.path("bridges")).hasSize(2);
        assertThat(core.path("unexplained").asLong()).isEqualTo(23_286_000L);
    }

    @Test
    void the_page_says_the_same_without_a_script_and_the_same_bytes_each_time() throws IOException {
        Path first = folder.resolve("a.html");
        Path second = folder.resolve("b.html");

        reconcile("--report", first);
        reconcile("--report", second);

        String page = Files.readString(first);
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
        assertThat(page)
                .contains("<h1>Published against ours: Japan, documents of 2022</h1>")
                .contains("<td class=\"number\">7,949.60</td><td class=\"number\">7,917.18</td>")
                .contains("default-src &#39;none&#39;".replace("&#39;", "'"))
                .doesNotContain("<script");
    }

    @Test
    void tables_are_written_for_a_workbook_and_for_programs() throws IOException {
        reconcile("--out", folder);

        assertThat(Files.readAllLines(folder.resolve("reconcile-periods.csv")))
                .containsExactly(
                        "\uFEFFfiscalYear,stage,items,amount,transfers,net",
                        "2023,initial,71,7029453055000,0,7029453055000",
                        "2024,initial,70,8176668902000,0,8176668902000",
                        "2025,initial,70,8946557909000,0,8946557909000",
                        "2026,initial,71,9279631594000,0,9279631594000");
    }
}
