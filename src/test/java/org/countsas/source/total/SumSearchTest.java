package org.countsas.source.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.source.result.Origin;
import org.junit.jupiter.api.Test;

class SumSearchTest {
    private static final IntPredicate NONE_BY_NAME = row -> false;

    private final List<BudgetItem> items = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    /** A row of a ministry with one amount for each fiscal year from 2024 on. */
    private SumSearchTest row(String ministry, long... amounts) {
        int line = origins.isEmpty() ? 2 : origins.get(origins.size() - 1).row() + 1;
        Programme programme =
                Programme.builder(String.valueOf(line)).ministry(ministry).build();
        for (int i = 0; i < amounts.length; i++) {
            items.add(new BudgetItem(programme, 2024 + i, Stage.INITIAL, amounts[i], "JPY"));
            origins.add(new Origin("t.csv", line));
        }
        return this;
    }

    /** A file of these rows alone. */
    private SumSearchTest rows(long... amounts) {
        items.clear();
        origins.clear();
        for (long amount : amounts) {
            row("", amount);
        }
        return this;
    }

    /** {@code line: addends} of each total. */
    private List<String> found(IntPredicate byName) {
        AmountRows rows = new AmountRows();
        for (int i = 0; i < items.size(); i++) {
            rows.add(items.get(i), origins.get(i), "amount");
        }
        List<String> found = new ArrayList<>();
        new TreeMap<>(new SumSearch(rows, byName).find())
                .forEach((row, addends) -> found.add(rows.line(row) + ": " + addends));
        return found;
    }

    private List<String> found() {
        return found(NONE_BY_NAME);
    }

    @Test
    void a_total_sums_up_the_rows_before_it() {
        assertThat(rows(100, 200, 7, 307).found()).containsExactly("5: rows 2 to 4");
    }

    @Test
    void a_file_without_totals_has_none() {
        assertThat(rows(100, 200, 7, 308).found()).isEmpty();
        assertThat(found()).isEmpty();
    }

    @Test
    void a_subtotal_sums_up_the_rows_since_the_last_and_a_grand_total_all_but_totals() {
        assertThat(rows(100, 200, 300, 10, 20, 30, 330).found())
                .containsExactly("4: rows 2 to 3", "7: rows 5 to 6", "8: rows 2 to 6, without the totals among them");
    }

    @Test
    void totals_may_come_first() {
        assertThat(rows(300, 100, 195, 5).found()).containsExactly("2: rows 3 to 5");
        assertThat(rows(330, 300, 100, 200, 30, 10, 20).found())
                .containsExactly("2: rows 4 to 8, without the totals among them", "3: rows 4 to 5", "6: rows 7 to 8");
    }

    @Test
    void negative_amounts_are_added_up_like_others() {
        assertThat(rows(100, -30, 80, 150).found()).containsExactly("5: rows 2 to 4");
        assertThat(rows(-100, -30, -130).found()).containsExactly("4: rows 2 to 3");
    }

    @Test
    void zeros_are_no_addends_and_no_totals() {
        assertThat(rows(0, 0, 0).found()).isEmpty();
        assertThat(rows(100, 0, 100).found()).isEmpty();
        assertThat(rows(100, -100, 0).found()).isEmpty();
    }

    @Test
    void all_amounts_of_a_row_must_be_sums() {
        assertThat(row("", 100, 1).row("", 200, 2).row("", 300, 3).found()).containsExactly("4: rows 2 to 3");
    }

    @Test
    void a_row_of_which_one_amount_is_no_sum_is_no_total() {
        assertThat(row("", 100, 1).row("", 200, 2).row("", 300, 4).found()).isEmpty();
    }

    @Test
    void amounts_of_several_years_below_one_another_are_added_up_by_year() {
        Programme a = Programme.builder("a").build();
        for (long[] of : new long[][] {{100, 1}, {200, 2}, {300, 3}}) {
            for (int i = 0; i < 2; i++) {
                items.add(new BudgetItem(a, 2024 + i, Stage.INITIAL, of[i], "JPY"));
                origins.add(new Origin("t.csv", 2 + origins.size()));
            }
        }

        assertThat(found()).containsExactly("6: rows 2 to 4", "7: rows 3 to 5");
    }

    @Test
    void the_total_of_a_ministry_is_its_last_row_or_a_row_after_it() {
        assertThat(row("A", 5)
                        .row("B", 100)
                        .row("B", 200)
                        .row("B", 300)
                        .row("C", 9)
                        .found())
                .containsExactly("5: rows 3 to 4");
    }

    @Test
    void the_total_of_a_ministry_may_stand_below_it_under_another_name() {
        assertThat(row("A", 5)
                        .row("B", 100)
                        .row("B", 200)
                        .row("", 300)
                        .row("C", 9)
                        .found())
                .containsExactly("5: rows 3 to 4");
    }

    @Test
    void an_amount_in_the_midst_of_a_ministry_that_equals_a_sum_is_an_accident() {
        assertThat(row("A", 5)
                        .row("B", 100)
                        .row("B", 200)
                        .row("B", 300)
                        .row("B", 9)
                        .found())
                .isEmpty();
    }

    @Test
    void a_row_that_is_a_total_by_name_is_no_addend_of_the_next() {
        assertThat(rows(100, 999, 10, 20, 30, 130).found(row -> row == 1))
                .containsExactly("6: rows 4 to 5", "7: rows 2 to 5, without the totals among them");
    }

    @Test
    void sums_beyond_the_largest_amount_are_no_sums() {
        assertThat(rows(Long.MAX_VALUE, 1, Long.MIN_VALUE).found()).isEmpty();
        assertThat(rows(Long.MAX_VALUE, Long.MAX_VALUE, -2).found()).isEmpty();
    }
}
