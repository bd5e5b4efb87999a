package org.countsas.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.countsas.CountsAs;
import org.countsas.item.Stage;
import org.countsas.official.Subject;
import org.countsas.question.Budget;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.ReconciliationQuestion;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;

/** What counts beside what was published, on the statutory budget of ten years. */
class ReconcilerTest {
    private static final Subject CORE = new Subject.OfBlock("core");

    private static Reconciliation reconciliation() {
        Budget budget = Budget.read(List.of(SharedData.stateBudgets()));
        return new ReconciliationQuestion("japan-2022", null, LocalDate.of(2026, 4, 1))
                .answer(new EvaluatedBudget(budget, CountsAs.shipped()));
    }

    @Test
    void core_defence_of_every_initial_budget_is_explained_to_the_rounding_of_what_was_published() {
        List<ReconciledFigure> core = reconciliation().figures().stream()
                .filter(each -> each.figure().subject().equals(CORE))
                .filter(each -> each.figure().stage() == Stage.INITIAL)
                .toList();

        assertThat(core)
                .hasSize(23)
                .allSatisfy(each -> assertThat(each.unexplained().orElseThrow())
                        .as(each.figure().fiscalYear() + " " + each.figure().basis())
                        .isBetween(-51_000_000L, 51_000_000L));
    }

    @Test
    void the_core_of_2024_differs_by_what_the_digital_agency_carries() {
        assertThat(reconciliation().figures())
                .filteredOn(each -> each.figure().fiscalYear() == 2024
                        && each.figure().basis().equals("ministry-of-defense-and-digital-agency"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.difference()).contains(32_423_286_000L);
                    assertThat(each.explained()).isEqualTo(32_400_000_000L);
                    assertThat(each.unexplained()).contains(23_286_000L);
                    assertThat(each.withinRounding()).isTrue();
                });
    }

    @Test
    void what_nothing_explains_of_the_total_is_shown_with_its_size() {
        assertThat(reconciliation().figures())
                .filteredOn(each ->
                        each.figure().fiscalYear() == 2024 && each.figure().subject() instanceof Subject.OfTotal)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.bridges()).isEmpty();
                    assertThat(each.unexplained())
                            .contains(8_900_000_000_000L
                                    - each.ours().orElseThrow().central());
                    assertThat(each.withinRounding()).isFalse();
                });
    }

    @Test
    void every_period_says_what_the_input_covers_of_it() {
        assertThat(reconciliation().periods())
                .filteredOn(period -> period.fiscalYear() == 2024 && period.stage() == Stage.INITIAL)
                .singleElement()
                .satisfies(period -> {
                    assertThat(period.items()).isEqualTo(1_664);
                    assertThat(period.gross()).isEqualTo(551_668_631_386_000L);
                    assertThat(period.transfers()).isEqualTo(61_779_778_722_000L + 102_311_017_244_000L);
                    assertThat(period.net()).isEqualTo(551_668_631_386_000L - 164_090_795_966_000L);
                });
    }
}
