package org.countsas.source.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.selectByDefault;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.LeftOutRows;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RowUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowConditionsTest {
    private static final String[] TABLE = {
        "Department,Account,Kind,2024,2025",
        "A,Ships,spending,100,110",
        "A,Fees,income,7,8",
        "A,,spending,100,110",
        "B,Roads,spending,50,60",
        "B,,spending,50,60",
        "Total,,,150,170"
    };

    @TempDir
    Path folder;

    private Path profile(String... rows) {
        return lines(
                folder,
                "p.yaml",
                Stream.concat(
                                Stream.of(
                                        "profile: departments",
                                        "currency: USD",
                                        "columns: {id: [Department, Account], name: Account, ministry: Department}",
                                        "attributes: {kind: Kind}",
                                        "amounts: [{yearColumns: 2024-2025}]",
                                        "noAmount: ['']"),
                                Arrays.stream(rows))
                        .toArray(String[]::new));
    }

    private Reading reading(String... rows) {
        return read(ReadOptions.DEFAULT.withProfile(profile(rows).toString()), lines(folder, "t.csv", TABLE));
    }

    private static List<String> ids(Reading reading) {
        return reading.select(2024, null).items().stream()
                .map(item -> item.id())
                .toList();
    }

    private static List<String> notices(Reading reading) {
        return reading.leftOut().stream()
                .map(LeftOutRows::notice)
                .map(Problem::reason)
                .toList();
    }

    @Test
    void without_conditions_every_row_is_read() {
        assertThat(ids(reading())).containsExactly("A-", "A-Fees", "A-Ships", "B-", "B-Roads", "Total-");
    }

    @Test
    void rows_are_left_out_by_name_and_told_with_their_number_and_money_for_each_year() {
        Reading reading = reading("rows:", "  except:", "    totals: {Account: {empty: true}}");

        assertThat(ids(reading)).containsExactly("A-Fees", "A-Ships", "B-Roads");
        assertThat(reading.leftOut())
                .extracting(rows -> rows.notice().toString())
                .containsExactly(
                        "S021 " + folder.resolve("t.csv")
                                + ":4: Profile 'departments' leaves out 3 rows as 'totals', with 300 USD in fiscal year 2024, initial.",
                        "S021 " + folder.resolve("t.csv")
                                + ":4: Profile 'departments' leaves out 3 rows as 'totals', with 340 USD in fiscal year 2025, initial.");
        assertThat(reading.files().get(0).uses()).isEqualTo(Map.of(RowUse.ITEMS, 3, RowUse.LEFT_OUT, 3));
        assertThat(reading.files().get(0).rows()).isEqualTo(6);
    }

    @Test
    void a_selection_tells_the_rows_of_its_own_year_before_anything_else() {
        var selection = reading("rows: {except: {totals: {Account: ''}}}").select(2024, Stage.INITIAL);

        assertThat(selection.rowsLeftOut()).isEqualTo(3);
        assertThat(selection.items()).hasSize(3);
        assertThat(selection.warnings())
                .extracting(Problem::reason)
                .containsExactly(
                        "Profile 'departments' leaves out 3 rows as 'totals', with 300 USD in fiscal year 2024, initial");
    }

    @Test
    void only_rows_that_meet_where_are_read() {
        Reading reading = reading("rows:", "  where: {Kind: spending, Account: {empty: false}}");

        assertThat(ids(reading)).containsExactly("A-Ships", "B-Roads");
        assertThat(notices(reading))
                .containsExactly(
                        "Profile 'departments' leaves out 2 rows because of 'where' on 'Kind', with 157 USD in fiscal year 2024, initial",
                        "Profile 'departments' leaves out 2 rows because of 'where' on 'Kind', with 178 USD in fiscal year 2025, initial",
                        "Profile 'departments' leaves out 2 rows because of 'where' on 'Account', with 150 USD in fiscal year 2024, initial",
                        "Profile 'departments' leaves out 2 rows because of 'where' on 'Account', with 170 USD in fiscal year 2025, initial");
    }

    @Test
    void a_row_is_left_out_for_the_first_reason_that_it_meets() {
        Reading reading = reading(
                "rows:",
                "  where: {Department: [A, B]}",
                "  except:",
                "    income: {Kind: {equals: income}}",
                "    totals of departments: {Account: {empty: true}, Department: {in: [A, B]}}");

        assertThat(ids(reading)).containsExactly("A-Ships", "B-Roads");
        assertThat(selectByDefault(reading).rowsLeftOut()).isEqualTo(4);
        assertThat(notices(reading).stream().filter(notice -> notice.contains("2024")))
                .containsExactly(
                        "Profile 'departments' leaves out 1 row as 'income', with 7 USD in fiscal year 2024, initial",
                        "Profile 'departments' leaves out 2 rows as 'totals of departments', with 150 USD in fiscal year 2024, initial",
                        "Profile 'departments' leaves out 1 row because of 'where' on 'Department', with 150 USD in fiscal year 2024, initial");
    }

    @Test
    void rows_without_an_amount_that_can_be_read_are_told_too() {
        Path table = lines(
                folder,
                "t.csv",
                "Department,Account,Kind,2024,2025",
                "A,Ships,spending,100,",
                "A,notes,,see below,n/a",
                "B,notes,,,");

        Reading reading = read(
                ReadOptions.DEFAULT.withProfile(
                        profile("rows: {except: {notes: {Account: notes}}}").toString()),
                table);

        assertThat(told(reading)).containsExactly("A-Ships 2024 initial 100 USD");
        assertThat(notices(reading))
                .containsExactly(
                        "Profile 'departments' leaves out 2 rows as 'notes', without an amount that can be read");
        assertThat(selectByDefault(reading).rowsLeftOut()).isEqualTo(2);
    }

    @Test
    void a_row_that_does_not_fit_the_header_is_rejected_whatever_it_says() {
        Path table = lines(folder, "t.csv", "Department,Account,Kind,2024,2025", "A,Ships,x,1,2", "Total,9");

        Reading reading = read(
                ReadOptions.DEFAULT.withProfile(
                        profile("rows: {except: {totals: {Department: Total}}}").toString()),
                table);

        assertThat(rejections(reading)).containsExactly("BROKEN_ROW 3: The row has 2 columns, the header has 5");
        assertThat(reading.leftOut()).isEmpty();
    }

    @Test
    void sums_of_what_is_left_out_are_exact_beyond_the_largest_amount() {
        Path table = lines(
                folder,
                "t.csv",
                "Department,Account,Kind,2024,2025",
                "A,Ships,x,1,2",
                "T,,x,9223372036854775807,0",
                "T,,y,9223372036854775807,0");

        Reading reading = read(
                ReadOptions.DEFAULT.withProfile(
                        profile("rows: {except: {t: {Department: T}}}").toString()),
                table);

        assertThat(notices(reading))
                .first()
                .asString()
                .endsWith("with 18446744073709551614 USD in fiscal year 2024, initial");
    }

    @Test
    void conditions_hold_in_workbooks_too() {
        Path table = bytes(
                folder,
                "t.xlsx",
                Written.workbook(
                        new Object[] {"Department", "Account", "Kind", "2024", "2025"},
                        new Object[] {"A", "Ships", "x", 1, 2},
                        new Object[] {"Total", null, "x", 1, 2}));

        Reading reading = read(
                ReadOptions.DEFAULT.withProfile(profile("rows: {except: {totals: {Account: {empty: true}}}}")
                        .toString()),
                table);

        assertThat(ids(reading)).containsExactly("A-Ships");
        assertThat(reading.leftOut()).hasSize(2);
    }

    @Test
    void rows_that_are_left_out_do_not_need_an_id_and_set_no_ids_apart() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: p",
                "fiscalYear: 2024",
                "columns: {id: Nr, name: Name, amount: Amount}",
                "idApartBy: Name",
                "rows: {except: {totals: {Name: {matches: '?計'}}}}");
        Path table = lines(folder, "t.csv", "Nr,Name,Amount", "1,a,5", "1,小計,5", ",合計,5");

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly("1 2024 initial 5 JPY");
    }

    @Test
    void if_every_row_is_left_out_the_message_says_so() {
        Problem problem = problemOf(() -> selectByDefault(reading("rows: {where: {Kind: none}}")));

        assertThat(problem.toString())
                .isEqualTo(
                        "S002: The input has no budget item: the mapping profile leaves out every row. Check 'rows' in the profile.");
    }

    @Test
    void mistakes_are_told_with_their_place() {
        Path profile = profile(
                "rows:",
                "  wher: {Kind: x}",
                "  where: {Kind: [], Account: {}}",
                "  except:",
                "    Account: Total",
                "    nothing: {}",
                "    typo: {Kind: {like: x}}",
                "    flag: {Kind: {empty: maybe}}",
                "    long: {Kind: {matches: '" + "?".repeat(201) + "'}}");

        assertThat(problemsOf(() -> read(ReadOptions.DEFAULT.withProfile(profile.toString()), profile)))
                .extracting(Problem::toString)
                .containsExactly(
                        "V002 " + profile + ":8:9: Unknown key 'wher'. Did you mean 'where'?",
                        "S013 " + profile
                                + ":9:17: The list is empty, so that no cell is in it. List what the cell may contain.",
                        "S013 " + profile
                                + ":9:30: Nothing is said about the cell. Write equals, in, matches or empty.",
                        "S013 " + profile
                                + ":11:14: Rows that are left out have a name and, below it, conditions on columns. Write it as 'totals: {Account: …}'.",
                        "S013 " + profile
                                + ":12:14: Without a condition, 'nothing' leaves out every row. Add 'column: value'.",
                        "V002 " + profile + ":13:25: Unknown key 'like'. Known: empty, equals, in, matches.",
                        "V002 " + profile + ":14:26: 'maybe' is neither true nor false.",
                        "S013 " + profile + ":15:28: The pattern is longer than 200 characters. Shorten it.");
    }

    @Test
    void a_column_that_the_table_lacks_is_named() {
        assertThat(problemOf(() -> reading("rows: {where: {Knd: spending}}")).toString())
                .isEqualTo(
                        "S005 " + folder.resolve("t.csv")
                                + " (Knd): The column 'Knd' is missing, which profile 'departments' reads as 'rows'. Did you mean 'Kind'?");
    }

    @ParameterizedTest
    @CsvSource({
        "'Total', 'Total', true",
        "'Total', ' ＴＯＴＡＬ\u3000', true",
        "'Total', 'Total A', false",
        "'*total', 'Sub-Total', true",
        "'*total', 'Totals', false",
        "'total*', 'Total: A', true",
        "'*小計*', '（小計）', true",
        "'?-計', 'A-計', true",
        "'?-計', 'AB-計', false",
        "'?', '𠮷', true",
        "'*', '', true",
        "'a*b*c', 'axxbxxc', true",
        "'a*b*c', 'axxcxxb', false",
        "'a.c', 'abc', false",
        "'', '', true",
        "'', 'a', false"
    })
    void a_pattern_is_plain_but_for_two_wildcards(String pattern, String cell, boolean expected) {
        assertThat(CellTest.like(pattern).passes(cell)).isEqualTo(expected);
    }

    @Test
    void no_pattern_takes_long() {
        assertThat(CellTest.like("*a".repeat(100) + "b").passes("a".repeat(100_000)))
                .isFalse();
    }

    @Test
    void a_list_has_no_wildcards() {
        assertThat(CellTest.oneOf(List.of("*", "x")).passes("a")).isFalse();
        assertThat(CellTest.oneOf(List.of("*", "x")).passes("*")).isTrue();
        assertThat(CellTest.oneOf(List.of("*", "x")).passes("Ｘ ")).isTrue();
    }
}
