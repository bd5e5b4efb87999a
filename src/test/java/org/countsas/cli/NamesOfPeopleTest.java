package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands understand definitions, years, stages, areas and outcomes as people name them, and say the same as for ids. */
class NamesOfPeopleTest {
    private static final Path SAMPLE = Path.of("samples/japan-fy2024.csv");

    private static String out(Object... arguments) {
        Console console = Console.run(arguments);
        assertThat(console.errLines()).noneMatch(line -> line.matches("[A-Z][0-9]{3}.*"));
        assertThat(console.code()).isZero();
        return console.out();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "japan-2025-proposal|2025年に報じられた対象拡大案",
                "japan-2025-proposal|ＪＡＰＡＮ－２０２５－ＰＲＯＰＯＳＡＬ",
                "japan-2022 + shipbuilding|japan-2022 ＋ 造船",
                "japan-2022 + shipbuilding|Japan, documents of 2022 + Shipbuilding",
                "japan-2022 + shipbuilding(share=50%)|japan-2022 + 造船 at 50%"
            })
    void a_definition_by_its_title(String id, String title) {
        assertThat(out("classify", SAMPLE, "--definition", title, "--json"))
                .isEqualTo(out("classify", SAMPLE, "--definition", id, "--json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"令和6年度", "R6", "FY2024", "２０２４", "2024年度"})
    void a_year_in_any_notation(String year) {
        String expected = out("classify", SAMPLE, "--fiscal-year", "2024", "--json");

        assertThat(out("classify", SAMPLE, "--fiscal-year", year, "--json")).isEqualTo(expected);
        assertThat(out("classify", SAMPLE, "--year", year, "--json")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"initial, 当初予算", "initial, 当初", "initial, INITIAL"})
    void a_stage_as_budgets_call_it(String id, String word) {
        assertThat(out("classify", SAMPLE, "--stage", word, "--json"))
                .isEqualTo(out("classify", SAMPLE, "--stage", id, "--json"));
    }

    @ParameterizedTest
    @CsvSource({
        "--outcome, counted, 算入",
        "--outcome, not-counted, Not Counted",
        "--area, coast-guard, 海上保安庁",
        "--area, public-infrastructure, Public infrastructure",
        "--basis, inferred, 本プロジェクトの解釈",
        "--ministry, 経済産業省, METI"
    })
    void a_filter_in_either_language(String option, String id, String name) {
        assertThat(out("items", SAMPLE, option, name, "--csv")).isEqualTo(out("items", SAMPLE, option, id, "--csv"));
    }

    @Test
    void a_policy_by_its_title() {
        assertThat(out("near-misses", SAMPLE, "--policy", "サイバー安全保障"))
                .isEqualTo(out("near-misses", SAMPLE, "--policy", "cybersecurity"));
        assertThat(out("rules", "list", "--policy", "造船")).isEqualTo(out("rules", "list", "--policy", "shipbuilding"));
        assertThat(out("scenarios", SAMPLE, "--base", "japan-2022", "--policies", "宇宙、Shipbuilding", "--json"))
                .isEqualTo(
                        out("scenarios", SAMPLE, "--base", "japan-2022", "--policies", "space,shipbuilding", "--json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--definition|japan2025|U002: There is no definition 'japan2025'. Did you mean 'japan-2025-proposal'? Known: cofog-02, japan-2022, japan-2025-proposal, nato-2025-broad, nato-core, sipri, us-050.",
                "--definition|2025年案|U002: There is no definition '2025年案'. Did you mean 'japan-2025-proposal'? Known: cofog-02, japan-2022, japan-2025-proposal, nato-2025-broad, nato-core, sipri, us-050.",
                "--area|cyber|U009: There is no area 'cyber'. Did you mean 'cybersecurity'?",
                "--area|防護|U009: There is no area '防護'. Did you mean 'transport-protection'?",
                "--ministry|経産省|U001: No item here is of a ministry '経産省'. Did you mean '経済産業省'?",
                "--year|来年|U001: '来年' is not a valid value for --fiscal-year: not a fiscal year, such as 2024, FY2024 or R6. See 'countsas items --help'."
            })
    void a_name_of_nothing_is_answered_with_what_is_near(String option, String name, String answer) {
        Console console = Console.run("items", SAMPLE, option, name);

        assertThat(console.err()).isEqualToIgnoringNewLines(answer);
        assertThat(console.code()).isEqualTo(2);
    }
}
