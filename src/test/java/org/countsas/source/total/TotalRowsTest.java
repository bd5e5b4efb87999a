package org.countsas.source.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;
import static org.countsas.source.Written.warnings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A total that is read as an item doubles what it sums up; nothing but a warning tells. */
class TotalRowsTest {
    private static final String TOTAL_OF_TWO =
            "4 amount: The amount of id '3' (250) may count twice: 'Total' names a total, and it is the sum of rows 2 to 3";

    @TempDir
    Path folder;

    private Reading table(String... rows) {
        String[] all = new String[rows.length + 1];
        all[0] = "id,fiscalYear,ministry,bureau,name,amount";
        System.arraycopy(rows, 0, all, 1, rows.length);
        return read(lines(folder, "t.csv", all));
    }

    private List<String> totals(String... rows) {
        return warnings(table(rows), Code.TOTAL_ROW);
    }

    @Test
    void a_row_that_is_called_a_total_is_told_with_its_place_reason_and_fix_and_is_read_nevertheless() {
        Reading reading = table("1,2024,A,,Ships,100", "2,2024,A,,Roads,150", "3,2024,A,,Total,250");

        assertThat(reading.warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.problem().toString())
                                .isEqualTo(
                                        "S023 " + folder.resolve("t.csv")
                                                + ":4 (amount): The amount of id '3' (250) may count twice: 'Total' names a total, and it is the sum of rows 2 to 3. "
                                                + "If it is a total, take its row out of the input; a mapping profile can leave rows out."));
        assertThat(told(reading))
                .containsExactly("1 2024 initial 100 JPY", "2 2024 initial 150 JPY", "3 2024 initial 250 JPY");
    }

    @Test
    void a_total_without_a_telling_name_is_known_by_its_amount() {
        assertThat(totals("1,2024,A,,Ships,100", "2,2024,A,,Roads,150", "3,2024,A,,Everything,250"))
                .containsExactly("4 amount: The amount of id '3' (250) may count twice: it is the sum of rows 2 to 3");
    }

    @Test
    void a_total_that_does_not_add_up_is_known_by_its_name() {
        assertThat(totals("1,2024,A,,Ships,100", "2,2024,A,,総計,999"))
                .containsExactly("3 amount: The amount of id '2' (999) may count twice: '総計' names a total");
    }

    @Test
    void a_total_of_one_row_is_known_by_its_name_alone_for_equal_amounts_are_common() {
        assertThat(totals("1,2024,A,,Ships,100", "2,2024,A,,Boats,100")).isEmpty();
        assertThat(totals("1,2024,A,,Ships,100", "2,2024,A,,小計,100")).hasSize(1);
    }

    @Test
    void any_cell_that_says_what_the_row_is_can_name_a_total() {
        assertThat(totals("1,2024,A,,Ships,1", "A-total,2024,A,,x,7")).hasSize(1);
        assertThat(totals("1,2024,A,,Ships,1", "2,2024,合　計,,x,7")).hasSize(1);
        assertThat(totals("1,2024,A,,Ships,1", "2,2024,A,防衛省 計,x,7")).hasSize(1);
    }

    @Test
    void the_warnings_of_a_selection_begin_with_the_totals() {
        assertThat(Written.selectByDefault(table("1,2024,A,,Ships,-5", "2,2024,A,,Total,-5"))
                        .warnings())
                .extracting(Problem::code)
                .containsExactly(Code.TOTAL_ROW, Code.NEGATIVE_AMOUNT);
    }

    @Test
    void totals_are_told_in_every_format_of_items() {
        String header = "id,fiscalYear,name,amount";
        List<String> rows = List.of("1,2024,Ships,100", "2,2024,Roads,150", "3,2024,Total,250");
        Path csv = lines(folder, "t.csv", header, rows.get(0), rows.get(1), rows.get(2));
        Path tsv = lines(
                folder,
                "t.tsv",
                List.of(header, rows.get(0), rows.get(1), rows.get(2)).stream()
                        .map(row -> row.replace(',', '\t'))
                        .toArray(String[]::new));
        Path xlsx = bytes(
                folder,
                "t.xlsx",
                Written.workbook(
                        new Object[] {"id", "fiscalYear", "name", "amount"},
                        new Object[] {1, 2024, "Ships", 100},
                        new Object[] {2, 2024, "Roads", 150},
                        new Object[] {3, 2024, "Total", 250}));
        Path json = lines(
                folder,
                "t.jsonl",
                "",
                "{\"id\":1,\"fiscalYear\":2024,\"name\":\"Ships\",\"amount\":100}",
                "{\"id\":2,\"fiscalYear\":2024,\"name\":\"Roads\",\"amount\":150}",
                "{\"id\":3,\"fiscalYear\":2024,\"name\":\"Total\",\"amount\":250}");

        for (Path file : List.of(csv, tsv, xlsx, json)) {
            assertThat(warnings(read(file), Code.TOTAL_ROW)).as(file.toString()).containsExactly(TOTAL_OF_TWO);
        }
    }

    @Test
    void a_total_is_told_for_each_year_and_stage_that_it_has_an_amount_in() {
        Reading reading = read(lines(
                folder, "t.csv", "id,年度,事業名,当初予算,補正予算", "1,2024,a,100,10", "2,2024,b,150,20", "3,2024,すべて,250,30"));

        assertThat(warnings(reading, Code.TOTAL_ROW))
                .containsExactlyInAnyOrder(
                        "4 当初予算: The amount of id '3' (250) may count twice: it is the sum of rows 2 to 3",
                        "4 補正予算: The amount of id '3' (30) may count twice: it is the sum of rows 2 to 3");
        assertThat(reading.select(2024, Stage.SUPPLEMENTARY).warnings()).hasSize(1);
    }

    @Test
    void rows_that_a_profile_leaves_out_are_no_items_and_no_addends() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: p",
                "fiscalYear: 2024",
                "columns: {id: id, name: name, amount: amount}",
                "rows: {except: {totals: {name: Total}}}");
        Path table = lines(folder, "t.csv", "id,name,amount", "1,Ships,100", "2,Roads,150", "3,Total,250");

        Reading reading = read(org.countsas.source.ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(warnings(reading, Code.TOTAL_ROW)).isEmpty();
        assertThat(told(reading)).containsExactly("1 2024 initial 100 JPY", "2 2024 initial 150 JPY");
    }

    @Test
    void the_published_files_and_the_samples_have_no_row_that_looks_like_a_total() {
        for (Path file : List.of(
                Path.of("samples", "japan-fy2024.csv"),
                Path.of("samples", "us-fy2016.csv"),
                SharedData.usBudget(),
                SharedData.rs2024())) {
            assertThat(warnings(read(file), Code.TOTAL_ROW)).as(file.toString()).isEmpty();
        }
    }

    @Test
    void the_review_of_2024_has_none_even_if_it_is_written_as_a_plain_table() {
        StringBuilder table = new StringBuilder("id\tfiscalYear\tstage\tministry\tbureau\taccount\tname\tamount\n");
        for (BudgetItem item : read(SharedData.rs2024()).items()) {
            Programme programme = item.programme();
            table.append(String.join(
                            "\t",
                            item.id(),
                            String.valueOf(item.fiscalYear()),
                            item.stage().id(),
                            programme.ministry(),
                            programme.bureau(),
                            programme.account(),
                            programme.name().replace('"', ' ').replace('\n', ' '),
                            String.valueOf(item.amount())))
                    .append('\n');
        }
        Path file = folder.resolve("review.tsv");
        try {
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        Reading reading = read(file);

        assertThat(reading.items()).hasSize(4 * 18_524);
        assertThat(warnings(reading, Code.TOTAL_ROW)).isEmpty();
    }

    @Test
    void no_published_name_ministry_or_account_says_that_it_is_a_total() {
        TreeSet<String> cells = new TreeSet<>();
        for (Path file : List.of(SharedData.rs2024(), SharedData.usBudget())) {
            read(file).items().forEach(item -> {
                Programme programme = item.programme();
                cells.addAll(List.of(
                        item.id(), programme.name(), programme.ministry(), programme.bureau(), programme.account()));
            });
        }

        assertThat(cells).hasSizeGreaterThan(10_000).noneMatch(TotalWords::nameTotal);
    }
}
