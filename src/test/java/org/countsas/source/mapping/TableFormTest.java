package org.countsas.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Warning;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles, units and headers of two rows are found where they are certain, and the reading says so. */
class TableFormTest {
    @TempDir
    Path folder;

    private static List<String> warnings(Reading reading) {
        return reading.warnings().stream()
                .map(Warning::problem)
                .map(Problem::toString)
                .toList();
    }

    private Path csv(String... lines) {
        return lines(folder, "t.csv", lines);
    }

    private static @Nullable Object[] row(@Nullable Object... cells) {
        return cells;
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void a_title_and_a_unit_above_the_header_are_found(char separator) {
        String[] table = {"令和6年度予算の概要,,,", "", ",,,（単位：百万円）", "事業ID,事業名,会計年度,当初予算", "1,護衛艦,2024,1.5", "2,道路,2024,3"};
        Path file = csv(
                Arrays.stream(table).map(line -> line.replace(',', separator)).toArray(String[]::new));

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("1 2024 initial 1500000 JPY", "2 2024 initial 3000000 JPY");
        assertThat(warnings(reading))
                .containsExactly(
                        "S033 " + file
                                + ": The header is in row 4; what is above it is no item: '令和6年度予算の概要', '（単位：百万円）'.",
                        "S033 " + file
                                + ": The amounts of '当初予算' are multiplied by 1000000, as row 3 says: '（単位：百万円）'.");
    }

    @Test
    void a_title_that_has_separators_of_another_kind_misleads_nobody() {
        Path file = csv(
                "Budget of the navy, the army, and the air force, 2024, in thousands of dollars",
                "Source: ministry, 2024-03-01",
                "id;name;fiscalYear;currency;amount",
                "1;Ships;2024;USD;5");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5000 USD");
        assertThat(warnings(reading))
                .containsExactly(
                        "S033 " + file
                                + ": The header is in row 3; what is above it is no item: 'Budget of the navy, the army, and the ai…', 'Source: ministry, 2024-03-01'.",
                        "S033 " + file
                                + ": The amounts of 'amount' are multiplied by 1000, as row 1 says: 'Budget of the navy, the army, and the air force, 2024, in thousands of dollars'.");
    }

    @Test
    void a_workbook_is_no_exception() {
        Path file = bytes(
                folder,
                "t.xlsx",
                Written.workbook(
                        row("令和6年度予算の概要"),
                        row(null, null, null, "単位：千円"),
                        row("事業ID", "事業名", "会計年度", "予算額", null),
                        row(null, null, null, "当初予算", "補正予算"),
                        row("1", "護衛艦", 2024, 5, 6)));

        Reading reading = read(file);

        assertThat(told(reading)).containsExactlyInAnyOrder("1 2024 initial 5000 JPY", "1 2024 supplementary 6000 JPY");
        assertThat(warnings(reading))
                .containsExactly(
                        "S033 " + file
                                + "#Sheet1: The header is in rows 3 and 4; what is above it is no item: '令和6年度予算の概要', '単位：千円'.",
                        "S033 " + file
                                + "#Sheet1: The amounts of '当初予算', '補正予算' are multiplied by 1000, as row 2 says: '単位：千円'.");
    }

    @Test
    void a_header_of_two_rows_is_one_although_its_first_row_would_do() {
        Path file = csv("事業ID,事業名,会計年度,予算額,", ",,,当初,補正", "1,護衛艦,2024,5,6");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactlyInAnyOrder("1 2024 initial 5 JPY", "1 2024 supplementary 6 JPY");
        assertThat(reading.rejected()).isEmpty();
        assertThat(warnings(reading)).containsExactly("S033 " + file + ": The header is in rows 1 and 2.");
    }

    @Test
    void two_rows_that_name_years_above_stages_are_not_certain_and_are_not_read() {
        Path file = csv("事業ID,事業名,令和5年度,,令和6年度,", ",,当初,補正,当初,補正", "1,護衛艦,5,6,7,8");

        assertThat(problemsOf(() -> read(file)))
                .extracting(Problem::toString)
                .contains(
                        "S005 " + file
                                + " (fiscalYear): The column 'fiscalYear' is missing. Add it, or write a mapping profile; the table has: 事業ID, 事業名, 令和5年度 当初, 令和5年度 補正, 令和6年度 当初, 令和6年度 補正.");
    }

    @Test
    void a_profile_names_the_columns_of_two_rows_by_both() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: two",
                "columns: {id: 事業ID, name: 事業名}",
                "amounts:",
                "  - {column: \"令和{year}年度 当初\", unit: 千円}",
                "  - {column: \"令和{year}年度 補正\", stage: 補正}");
        Path file = csv("見出し,,,,,", "事業ID,事業名,令和5年度,,令和6年度,", ",,当初,補正,当初,補正", "1,護衛艦,5,6,7,8");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), file);

        assertThat(told(reading))
                .containsExactly(
                        "1 2023 initial 5000 JPY",
                        "1 2024 initial 7000 JPY",
                        "1 2023 supplementary 6 JPY",
                        "1 2024 supplementary 8 JPY");
        assertThat(warnings(reading))
                .containsExactly(
                        "S033 " + file + ": The header is in rows 2 and 3; what is above it is no item: '見出し'.");
    }

    @Test
    void a_profile_may_say_where_the_header_is() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: two",
                "headerRow: 2-3",
                "fiscalYear: 2024",
                "columns: {id: 事業ID, name: 事業名, amount: 予算額 当初}",
                "leaveOut: {予算額 補正: not wanted}");
        Path file = csv("単位：億円", "事業ID,事業名,予算額,", ",,当初,補正", "1,護衛艦,5,6");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), file);

        assertThat(told(reading)).containsExactly("1 2024 initial 500000000 JPY");
        assertThat(warnings(reading))
                .contains("S033 " + file
                        + ": The amounts of '予算額 当初' are multiplied by 100000000, as row 1 says: '単位：億円'.");
    }

    @Test
    void what_the_profile_says_of_a_unit_goes_before_what_the_table_says_but_not_silently() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "fiscalYear: 2024",
                "unit: 千円",
                "columns: {id: 事業ID, name: 事業名, amount: 金額}");
        Path file = csv("単位：億円", "事業ID,事業名,金額", "1,護衛艦,5");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5000 JPY");
        assertThat(warnings(reading))
                .contains(
                        "S033 " + file
                                + ": The table states another unit than profile 'x' for '金額'; the profile is followed. Check which of them is right.");
    }

    @Test
    void a_column_that_states_its_own_unit_keeps_it() {
        Path profile = lines(
                folder, "p.yaml", "profile: x", "fiscalYear: 2024", "columns: {id: ID, name: 名, amount: 金額（百万円）}");
        Path file = csv("単位：億円", "ID,名,金額（百万円）", "1,護衛艦,5");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5000000 JPY");
        assertThat(warnings(reading)).hasSize(1);
    }

    @Test
    void a_heading_that_is_a_unit_and_nothing_else_holds_for_the_amounts() {
        Path file = csv("事業ID,事業名,会計年度,金額,（単位：百万円）", "1,護衛艦,2024,5,");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5000000 JPY");
        assertThat(warnings(reading))
                .containsExactly("S033 " + file
                        + ": The amounts of '金額' are multiplied by 1000000, as a heading says: '（単位：百万円）'.");
    }

    @Test
    void a_row_of_units_below_the_header_is_no_item() {
        Path file = csv("事業ID,事業名,会計年度,当初予算,補正予算", ",,,（百万円）,千円", "1,護衛艦,2024,5,6");

        Reading reading = read(file);

        assertThat(told(reading))
                .containsExactlyInAnyOrder("1 2024 initial 5000000 JPY", "1 2024 supplementary 6000 JPY");
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.files().get(0).rows()).isEqualTo(1);
        assertThat(warnings(reading))
                .containsExactly("S033 " + file
                        + ":2: The row below the header states units and is no item: '当初予算' in 百万円, '補正予算' in 千円.");
    }

    @Test
    void several_units_above_the_header_are_no_unit() {
        Path file = csv("単位：百万円", "（千円）", "事業ID,事業名,会計年度,金額", "1,護衛艦,2024,5");

        assertThat(problemOf(() -> read(file)).toString())
                .isEqualTo(
                        "S033 " + file
                                + ": The table states several units outside its columns: '（千円）', '単位：百万円'. Say in a mapping profile which unit each column of amounts has, and take the others out of the table.");
    }

    @Test
    void a_table_that_begins_with_its_header_is_read_as_before_and_nothing_is_said() {
        Path file = csv("事業ID,事業名,会計年度,金額,備考", "1,護衛艦,2024,5,単位：百万円");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(warnings(reading)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "（単位：百万円）, 1000000",
        "単位 千円, 1000",
        "令和6年度予算（単位：億円）, 100000000",
        "[百万円], 1000000",
        "Table 5: outlays (in millions of dollars), 1000000",
        "$ billions, 1000000000",
        "(EUR million), 1000000",
        "予算額, ",
        "3百万円を超える事業, ",
        "単位：百万トン, ",
        "A million trees, "
    })
    void units_are_known_from_titles(String title, @Nullable String unit) {
        assertThat(org.countsas.source.cell.Unit.inTitle(title)
                        .map(stated -> stated.unit().toPlainString())
                        .orElse(null))
                .isEqualTo(unit);
    }
}
