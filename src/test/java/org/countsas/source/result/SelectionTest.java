package org.countsas.source.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.selectByDefault;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    @TempDir
    Path folder;

    private Reading table(String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = "id,fiscalYear,stage,name,amount,currency";
        System.arraycopy(rows, 0, all, 1, rows.length);
        return read(lines(folder, "t.csv", all));
    }

    @Test
    void the_default_is_the_newest_year_with_an_initial_budget_other_than_zero() {
        Reading reading = table(
                "1,2023,initial,a,5,JPY",
                "1,2024,initial,a,6,JPY",
                "2,2024,initial,b,0,JPY",
                "1,2025,initial,a,0,JPY",
                "1,2026,request,a,9,JPY",
                "3,2024,executed,c,7,JPY");

        Selection selection = selectByDefault(reading);

        assertThat(selection.fiscalYear()).isEqualTo(2024);
        assertThat(selection.stage()).isEqualTo(Stage.INITIAL);
        assertThat(told(selection.items())).containsExactly("1 2024 initial 6 JPY", "2 2024 initial 0 JPY");
        assertThat(selection.programmesWithoutAmount()).isEqualTo(1);
        assertThat(selection.yearByDefault()).isTrue();
        assertThat(selection.stageByDefault()).isTrue();
    }

    @Test
    void without_an_initial_budget_it_is_the_newest_year_and_its_first_stage() {
        Selection selection = selectByDefault(
                table("1,2023,supplementary,a,5,JPY", "1,2024,executed,a,6,JPY", "1,2024,request,a,7,JPY"));

        assertThat(selection.fiscalYear()).isEqualTo(2024);
        assertThat(selection.stage()).isEqualTo(Stage.REQUEST);
    }

    @Test
    void a_stage_that_is_asked_for_has_a_newest_year_of_its_own() {
        Selection selection = table("1,2023,executed,a,5,JPY", "1,2024,executed,a,0,JPY", "1,2025,initial,a,7,JPY")
                .select(null, Stage.EXECUTED);

        assertThat(selection.fiscalYear()).isEqualTo(2023);
        assertThat(selection.yearByDefault()).isTrue();
        assertThat(selection.stageByDefault()).isFalse();
    }

    @Test
    void a_year_that_is_asked_for_has_a_first_stage_of_its_own() {
        Selection selection = table("1,2023,initial,a,0,JPY", "1,2023,supplementary,a,5,JPY", "1,2024,initial,a,7,JPY")
                .select(2023, null);

        assertThat(selection.stage()).isEqualTo(Stage.SUPPLEMENTARY);
        assertThat(selection.yearByDefault()).isFalse();
    }

    @Test
    void what_is_not_there_is_answered_with_what_is() {
        Reading reading = table(
                "1,2021,initial,a,5,JPY",
                "1,2022,initial,a,5,JPY",
                "1,2024,initial,a,5,JPY",
                "1,2024,executed,a,5,JPY");

        Problem year = problemOf(() -> reading.select(1999, null));
        Problem both = problemOf(() -> reading.select(2022, Stage.EXECUTED));
        Problem stage = problemOf(() -> reading.select(null, Stage.REQUEST));

        assertThat(year.toString())
                .isEqualTo(
                        "U004: There is no amount for fiscal year 1999. There are: initial 2021–2022, 2024; executed 2024.");
        assertThat(both.reason()).isEqualTo("There is no executed amount for fiscal year 2022");
        assertThat(stage.reason()).isEqualTo("There is no request amount");
        assertThat(year.code()).isEqualTo(Code.NO_SUCH_YEAR);
    }

    @Test
    void rejected_rows_are_those_that_could_have_been_among_the_items() {
        Reading reading = table(
                "1,2024,initial,a,5,JPY",
                "2,2024,initial,b,x,JPY",
                "3,2023,initial,c,x,JPY",
                "4,soon,initial,d,5,JPY",
                "5,2024,executed,e,x,JPY",
                "6,2024,nix,f,5,JPY");

        assertThat(reading.rejected()).hasSize(5);
        assertThat(selectByDefault(reading).rejected())
                .extracting(row -> row.id().orElseThrow())
                .containsExactly("2", "4", "6");
    }

    @Test
    void warnings_are_those_that_concern_the_items() {
        Reading reading = table("1,2024,initial,a,-5,JPY", "1,2023,initial,a,-6,JPY", "2,2023,initial,b,-7,JPY");

        assertThat(selectByDefault(reading).warnings())
                .extracting(Problem::reason)
                .containsExactly("The amount of id '1' is negative (-5) and lowers the total");
        assertThat(reading.select(2023, null).warnings())
                .extracting(Problem::reason)
                .containsExactly("The amount of id '1' is negative (-6) and lowers the total (the first of 2)");
    }

    @Test
    void amounts_of_several_currencies_are_not_added_up() {
        Reading reading = table("1,2024,initial,a,5,JPY", "2,2024,initial,b,5,USD", "1,2023,initial,a,5,JPY");

        Problem problem = problemOf(() -> selectByDefault(reading));
        assertThat(problem.code()).isEqualTo(Code.MIXED_CURRENCIES);
        assertThat(problem.reason())
                .isEqualTo("The amounts are in several currencies (JPY, USD) and cannot be added up");
        assertThat(reading.select(2023, null).currency()).isEqualTo("JPY");
    }

    @Test
    void a_reading_in_which_every_row_was_rejected_has_nothing_to_select() {
        Problem problem = problemOf(() -> selectByDefault(table("1,2024,initial,a,x,JPY", "2,2024,initial,b,y,JPY")));

        assertThat(problem.code()).isEqualTo(Code.EMPTY_INPUT);
        assertThat(problem.reason()).isEqualTo("The input has no budget item: all 2 rows were rejected");
        assertThat(problem.fix()).isEqualTo("Fix the rejected rows; the first: 'x' is not an amount");
    }

    @Test
    void a_table_of_zeros_is_a_table() {
        Selection selection = selectByDefault(table("1,2024,initial,a,0,JPY"));

        assertThat(told(selection.items())).containsExactly("1 2024 initial 0 JPY");
        assertThat(selection.warnings()).isEmpty();
    }
}
