package org.countsas.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.selectByDefault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.Selection;
import org.countsas.source.result.Warning;
import org.countsas.testing.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The published files, whole. The figures were computed apart from this code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDataTest {
    private @Nullable Reading review;
    private @Nullable Reading usBudget;

    /** Read once for all tests: a reading cannot be changed. */
    private Reading review() {
        if (review == null) {
            review = read(SharedData.rs2024());
        }
        return review;
    }

    private Reading usBudget() {
        if (usBudget == null) {
            usBudget = read(SharedData.usBudget());
        }
        return usBudget;
    }

    @Test
    void the_review_of_2024_gives_every_project_and_yen_of_its_initial_budget() {
        Reading reading = review();

        Selection selection = selectByDefault(reading);
        assertThat(selection.fiscalYear()).isEqualTo(2024);
        assertThat(selection.yearByDefault()).isTrue();
        assertThat(selection.stage()).isEqualTo(Stage.INITIAL);
        assertThat(selection.stageByDefault()).isTrue();
        assertThat(selection.currency()).isEqualTo("JPY");
        assertThat(selection.items()).hasSize(5_664);
        assertThat(total(selection)).isEqualTo(121_141_049_606_724L);
        assertThat(selection.programmesWithoutAmount()).isZero();
        assertThat(selection.rejected()).isEmpty();
        assertThat(reading.rejected()).isEmpty();
        assertThat(selection.items())
                .extracting(BudgetItem::id)
                .startsWith("1", "4", "7", "11")
                .endsWith("21059");
    }

    @Test
    void the_review_of_2024_gives_all_years_and_stages() {
        Reading reading = review();

        Map<String, Long> totals = new TreeMap<>();
        reading.items()
                .forEach(item ->
                        totals.merge(item.fiscalYear() + " " + item.stage().id(), item.amount(), Math::addExact));
        assertThat(totals)
                .hasSize(16)
                .containsEntry("2021 initial", 107_268_986_812_943L)
                .containsEntry("2022 initial", 108_199_544_067_489L)
                .containsEntry("2023 initial", 117_570_764_911_322L)
                .containsEntry("2024 initial", 121_141_049_606_724L)
                .containsEntry("2024 executed", 0L);
        assertThat(reading.items()).hasSize(4 * 18_524);
        assertThat(reading.select(2023, Stage.INITIAL).items()).hasSize(5_003);
        assertThat(reading.select(2023, Stage.INITIAL).programmesWithoutAmount())
                .isEqualTo(661);
        assertThat(reading.select(2025, null).stage()).isEqualTo(Stage.REQUEST);
    }

    @Test
    void every_row_of_the_review_is_accounted_for() {
        Reading reading = review();

        assertThat(reading.files()).hasSize(5);
        assertThat(file(reading, "1-2_").uses()).isEqualTo(Map.of(RowUse.PROGRAMME, 5_664, RowUse.REPEAT, 284));
        assertThat(file(reading, "1-3_").uses()).isEqualTo(Map.of(RowUse.CITATION, 14_991));
        assertThat(file(reading, "2-1_").uses()).isEqualTo(Map.of(RowUse.ITEMS, 18_524, RowUse.BREAKDOWN, 19_457));
        assertThat(file(reading, "1-1_").rows()).isZero();
        assertThat(file(reading, "2-2_").rows()).isZero();
    }

    @Test
    void the_two_rows_without_totals_and_account_are_named() {
        Reading reading = review();

        List<Problem> told = reading.warnings().stream()
                .map(Warning::problem)
                .filter(problem -> problem.code() == Code.LEFT_OUT)
                .toList();
        assertThat(told).extracting(problem -> problem.place().line()).containsExactlyInAnyOrder(32_678, 36_530);
        assertThat(selectByDefault(reading).warnings())
                .extracting(Problem::reason)
                .containsExactly(
                        "The row has neither totals nor an account; it is treated as a breakdown of the totals of id '18717'");
    }

    @Test
    void negative_supplementary_budgets_are_told_once_for_each_year() {
        Selection selection = review().select(2024, Stage.SUPPLEMENTARY);

        assertThat(selection.warnings())
                .filteredOn(problem -> problem.code() == Code.NEGATIVE_AMOUNT)
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).endsWith("(the first of 90)"));
        assertThat(selection.items().stream().filter(item -> item.amount() < 0)).hasSize(90);
    }

    @Test
    void a_year_that_is_not_closed_yet_is_said_to_be_unreported() {
        Selection selection = review().select(2024, Stage.EXECUTED);

        assertThat(selection.items()).hasSize(5_664);
        assertThat(selection.warnings()).extracting(Problem::code).contains(Code.NOT_REPORTED);
    }

    @Test
    void a_project_has_all_its_texts_as_published() {
        Programme programme = programme(review(), "227");

        assertThat(programme.name()).isEqualTo("実用準天頂衛星システム事業の推進");
        assertThat(programme.ministry()).isEqualTo("内閣府");
        assertThat(programme.bureau()).isEqualTo("宇宙開発戦略推進事務局");
        assertThat(programme.plans())
                .containsExactly("地理空間情報活用推進基本計画\u3000(令和4年3月18日\u3000閣議決定）", "宇宙基本計画\u3000(令和5年6月13日\u3000閣議決定)");
        assertThat(programme.laws()).containsExactly("地理空間情報活用推進基本法", "宇宙基本法");
        assertThat(programme.account()).isEqualTo("一般会計");
        assertThat(programme.attributes())
                .containsEntry("policy", "２３ 宇宙政策")
                .containsEntry("measure", "２７ 宇宙開発利用に関する施策の推進")
                .containsKeys("currentIssues", "category");
        assertThat(programme.purpose()).isNotBlank();
        assertThat(programme.overview()).isNotBlank();
    }

    @Test
    void structural_signals_of_the_review_come_through() {
        Selection selection = selectByDefault(review());

        assertThat(selection.items().stream()
                        .filter(item -> item.programme().ministry().equals("防衛省")))
                .hasSize(320);
        assertThat(selection.items().stream()
                        .filter(item -> item.programme().majorExpense().contains("防衛関係費")))
                .hasSize(320);
        assertThat(selection.items().stream()
                        .filter(item -> item.programme().ministry().equals("国土交通省\u3000海上保安庁")))
                .hasSize(20);
        assertThat(selection.items().stream()
                        .filter(item -> item.programme().majorExpense().contains("; ")))
                .hasSize(255);
    }

    @Test
    void items_of_one_project_share_its_programme() {
        Map<String, Programme> programmes = new TreeMap<>();
        for (BudgetItem item : review().items()) {
            assertThat(programmes.computeIfAbsent(item.id(), id -> item.programme()))
                    .isSameAs(item.programme());
        }
        assertThat(programmes).hasSize(5_664);
    }

    @Test
    void the_tables_may_come_one_by_one_and_in_any_order() {
        Path folder = SharedData.rs2024();
        List<Path> files = new ArrayList<>();
        for (String start : List.of("2-1", "1-3", "1-2")) {
            try (var list = java.nio.file.Files.list(folder)) {
                list.filter(file -> file.getFileName().toString().startsWith(start))
                        .forEach(files::add);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        Selection together = selectByDefault(read(folder));
        Selection oneByOne = selectByDefault(Sources.read(files, ReadOptions.DEFAULT));
        assertThat(oneByOne.items()).isEqualTo(together.items());
    }

    @Test
    void a_single_table_of_the_review_names_the_one_that_lacks() {
        Path overview = SharedData.rs2024().resolve("1-2_RS_2024_基本情報_事業概要等.zip");

        Problem problem = problemOf(() -> read(overview));

        assertThat(problem.code()).isEqualTo(Code.MISSING_TABLE);
        assertThat(problem.reason()).startsWith("The RS System export lacks table 2-1 (予算・執行 サマリ)");
    }

    @Test
    void the_us_budget_gives_the_published_figures_of_national_defence() {
        Reading reading = read(ReadOptions.DEFAULT.withProfile("us-budget"), SharedData.usBudget());

        Selection selection = reading.select(2016, null);
        Map<String, Long> bySubfunction = new TreeMap<>();
        selection
                .items()
                .forEach(item -> bySubfunction.merge(
                        item.programme().attributes().get("subfunction"), item.amount(), Math::addExact));
        assertThat(bySubfunction)
                .containsEntry("051", 592_267_000_000L)
                .containsEntry("053", 20_518_000_000L)
                .containsEntry("054", 8_134_000_000L);
        assertThat(selection.currency()).isEqualTo("USD");
        assertThat(selection.items()).hasSize(4_442);
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.items()).hasSize(4_442 * 45);
    }

    @Test
    void the_us_budget_is_known_by_its_columns_and_2016_is_its_newest_budget() {
        Reading reading = usBudget();

        assertThat(reading.files()).singleElement().satisfies(file -> {
            assertThat(file.profile()).isEqualTo("us-budget");
            assertThat(file.rows()).isEqualTo(4_442);
            assertThat(file.used(RowUse.ITEMS)).isEqualTo(4_442);
        });
        assertThat(selectByDefault(reading).fiscalYear()).isEqualTo(2016);
        assertThat(reading.select(2020, null).stage()).isEqualTo(Stage.REQUEST);
    }

    @Test
    void the_transition_quarter_of_1976_is_left_out_aloud() {
        List<Problem> warnings = selectByDefault(usBudget()).warnings();

        assertThat(warnings)
                .filteredOn(problem -> problem.code() == Code.LEFT_OUT)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.reason()).startsWith("The column 'TQ' is left out: the transition quarter"));
    }

    @Test
    void us_accounts_of_the_same_codes_are_told_apart_by_name() {
        Set<String> ids = new HashSet<>();
        selectByDefault(usBudget()).items().forEach(item -> ids.add(item.id()));

        assertThat(ids)
                .hasSize(4_442)
                .contains(
                        "007-10-2065-21-051-Discretionary-On-budget",
                        "012-00-813110-16-504-Mandatory-On-budget-Gifts and Bequests",
                        "012-00-813110-16-504-Mandatory-On-budget-Gifts and bequests, Labor, Dept. Management",
                        "021-70-8547-69-403-Mandatory-On-budget-Miscellaneous Trust Funds, Maritime Administration");
    }

    @Test
    void the_labels_are_no_items_and_the_message_says_which_columns_lack() {
        Path labels = SharedData.labels();

        assertThat(Written.problemsOf(() -> read(labels)))
                .extracting(Problem::code)
                .containsOnly(Code.MISSING_COLUMN);
        assertThat(Written.problemsOf(() -> read(labels)))
                .extracting(problem -> problem.place().field())
                .containsExactly("amount", "fiscalYear");
    }

    private static long total(Selection selection) {
        return selection.items().stream().mapToLong(BudgetItem::amount).reduce(0, Math::addExact);
    }

    private static ReadFile file(Reading reading, String start) {
        return reading.files().stream()
                .filter(file -> file.name().contains("!" + start))
                .findFirst()
                .orElseThrow();
    }

    private static Programme programme(Reading reading, String id) {
        return reading.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .programme();
    }
}
