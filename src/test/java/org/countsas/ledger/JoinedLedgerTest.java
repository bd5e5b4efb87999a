package org.countsas.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.source.result.SectionFunding;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;

/** The review of 2024 and the statutory budget of the same year, as one ledger. */
class JoinedLedgerTest {

    private static Reading reviews() {
        return Sources.read(List.of(SharedData.rs2024()), ReadOptions.DEFAULT.withSections());
    }

    private static Reading statutory(int year) {
        return Sources.read(List.of(SharedData.stateBudget(year)), ReadOptions.DEFAULT);
    }

    private static long sum(List<BudgetItem> items, String kind, String ministry) {
        return items.stream()
                .filter(item -> kind.equals(item.programme().attributes().get(LedgerAttributes.LEDGER))
                        && item.programme().ministry().startsWith(ministry))
                .mapToLong(BudgetItem::amount)
                .sum();
    }

    private static List<BudgetItem> initial(Reading reading) {
        return reading.items().stream()
                .filter(item -> item.fiscalYear() == 2024 && item.stage() == Stage.INITIAL)
                .toList();
    }

    @Test
    void most_sections_that_projects_name_are_found_with_most_of_their_money() {
        Set<SectionKey> sections = new HashSet<>();
        initial(statutory(2024)).forEach(line -> sections.add(SectionKey.of(line.programme())));
        Map<SectionKey, Long> named = new HashMap<>();
        for (SectionFunding funding : reviews().sections()) {
            if (funding.fiscalYear() == 2024 && funding.stage() == Stage.INITIAL && !funding.noted()) {
                named.merge(SectionKey.of(funding), funding.amount(), Long::sum);
            }
        }

        assertThat(named.size()).isEqualTo(703);
        assertThat(named.keySet().stream().filter(sections::contains).count()).isEqualTo(703);
        assertThat(named.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(119_540_493_313_725L);
    }

    @Test
    void the_ledger_adds_up_to_the_statutory_budget_at_both_stages() {
        Reading budget = statutory(2024);
        Reading ledger = JoinedLedger.join(reviews(), budget, false);

        for (Stage stage : List.of(Stage.INITIAL, Stage.SUPPLEMENTARY)) {
            assertThat(ledger.select(2024, stage).items().stream()
                            .mapToLong(BudgetItem::amount)
                            .sum())
                    .isEqualTo(budget.select(2024, stage).items().stream()
                            .mapToLong(BudgetItem::amount)
                            .sum());
        }
    }

    @Test
    void the_ministry_of_defense_is_its_projects_and_a_remainder() {
        List<BudgetItem> ledger = initial(JoinedLedger.join(reviews(), statutory(2024), false));

        assertThat(sum(ledger, LedgerAttributes.PROJECT, "防衛省")).isEqualTo(5_408_092_578_725L);
        assertThat(sum(ledger, LedgerAttributes.REMAINDER, "防衛省")).isEqualTo(2_509_084_135_275L);
        assertThat(5_408_092_578_725L + 2_509_084_135_275L).isEqualTo(7_917_176_714_000L);
    }

    @Test
    void notes_join_projects_that_leave_the_columns_empty() {
        List<BudgetItem> byColumn = initial(JoinedLedger.join(reviews(), statutory(2024), false));
        List<BudgetItem> byNote = initial(JoinedLedger.join(reviews(), statutory(2024), true));

        assertThat(amount(byColumn, "3588")).isZero();
        assertThat(amount(byNote, "3588")).isEqualTo(2_022_900_000L);
        assertThat(byNote.stream().mapToLong(BudgetItem::amount).sum())
                .isEqualTo(byColumn.stream().mapToLong(BudgetItem::amount).sum());
    }

    private static long amount(List<BudgetItem> items, String id) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .mapToLong(BudgetItem::amount)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_section_that_projects_exceed_has_a_negative_remainder_and_is_reported() {
        Reading ledger = JoinedLedger.join(reviews(), statutory(2024), false);

        assertThat(amount(initial(ledger), "remainder-general-202411001-1082-36"))
                .isEqualTo(-16_856_955_000L);
        assertThat(ledger.select(2024, Stage.INITIAL).warnings())
                .filteredOn(problem -> problem.code() == Code.SECTION_EXCEEDED)
                .hasSize(17)
                .extracting(Problem::reason)
                .contains(
                        "The section '一般会計 / 防衛省 / 防衛本省 / 航空機整備費' holds 1630693220000 yen, but projects claim 1647550175000 of it, so its remainder is negative");
    }

    @Test
    void what_no_section_is_named_for_stands_beside_and_is_told() {
        Reading ledger = JoinedLedger.join(reviews(), statutory(2024), false);

        assertThat(initial(ledger))
                .filteredOn(item -> item.id().equals("3588"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.programme().attributes()).containsEntry(LedgerAttributes.BESIDE, "2022900000"));
        assertThat(ledger.select(2024, Stage.INITIAL).warnings())
                .extracting(Problem::code)
                .contains(Code.BESIDE_LEDGER, Code.NO_SUCH_SECTION);
    }

    @Test
    void a_remainder_says_which_line_items_it_is_made_of() {
        List<BudgetItem> ledger = initial(JoinedLedger.join(reviews(), statutory(2024), false));

        assertThat(ledger)
                .filteredOn(item -> item.id().equals("remainder-general-202411001-1080-13"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.programme().name()).isEqualTo("自衛官給与費（残額）");
                    assertThat(LedgerLine.of(item.programme()))
                            .containsExactly(
                                    new LedgerLine("general-202411001-1080-13", "自衛官の給与に必要な経費", 1_506_525_287_000L));
                });
    }

    @Test
    void years_without_the_other_source_are_refused() {
        Reading reviews = reviews();
        Reading budget = statutory(2017);

        assertThatThrownBy(() -> JoinedLedger.join(reviews, budget, false))
                .hasMessage(
                        "S026: Review sheets of [2021, 2022, 2023, 2024] and the statutory budget of [2017] have no year and stage in common in which projects name sections of the budget. Name the statutory budget of a year for which the review sheets name sections.");
    }

    @Test
    void reviews_without_sections_and_budgets_without_them_are_refused() {
        Reading plain = Sources.read(List.of(SharedData.rs2024()), ReadOptions.DEFAULT);
        Reading reviews = reviews();

        assertThatThrownBy(() -> JoinedLedger.join(plain, plain, false))
                .hasMessage(
                        "S026: The input names no section of the statutory budget for any project. Name an RS System export with table 2-2 (予算・執行 予算種別・歳出予算項目).");
        assertThatThrownBy(() -> JoinedLedger.join(reviews, reviews, false))
                .hasMessage(
                        "S026: What is named as the statutory budget has no sections (項). Name the line items of the statutory budget.");
    }
}
