package org.countsas.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.CountsAs;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.quality.Score;
import org.countsas.quality.Tally;
import org.countsas.question.Budget;
import org.countsas.question.ScoreQuestion;
import org.countsas.source.ReadOptions;
import org.countsas.testing.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on line items of the statutory budget, held against a reader's labels. */
class StateBudgetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final CountsAs COUNTS_AS = CountsAs.shipped();

    @ParameterizedTest
    @CsvSource({
        "state-budget-labels-2024.csv, 2024, 67, 0, 0, 100",
        "state-budget-labels-2026.csv, 2026, 70, 0, 0, 104",
        "state-budget-labels.csv, 2024, 63, 1, 0, 160",
        "state-budget-labels.csv, 2026, 53, 1, 0, 110"
    })
    void line_items_are_decided_as_careful_readers_decide(
            String file, int year, int hits, int missed, int wrong, int left) {
        List<BudgetItem> items = Budget.read(
                        List.of(SharedData.stateBudget(year)), ReadOptions.DEFAULT, year, Stage.INITIAL)
                .selection()
                .items();
        Path labels = Path.of("src", "test", "resources", "org", "countsas", file);

        Score score = ScoreQuestion.of(labels, "japan-2025-proposal", DAY)
                .answer(items, COUNTS_AS)
                .score();

        Tally all = score.all();
        assertThat(List.of(all.hits(), all.missed(), all.wrong(), all.left()))
                .containsExactly(hits, missed, wrong, left);
    }
}
