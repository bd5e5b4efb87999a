package org.countsas.source.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.text;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.Map;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RowUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    @TempDir
    Path folder;

    @Test
    void a_japanese_table_in_million_yen_with_years_of_the_era_is_mapped() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: ministry-table",
                "encoding: cp932",
                "separator: tab",
                "headerRow: 3",
                "unit: 百万円",
                "columns:",
                "  id: [府省コード, 整理番号]",
                "  name: 事項",
                "  ministry: 府省",
                "  overview: [内容, 備考]",
                "amounts:",
                "  - {column: 令和5年度補正, fiscalYear: 令和5年度, stage: 補正}",
                "  - {column: 令和6年度当初, fiscalYear: R6}",
                "attributes: {kind: 区分}",
                "noAmount: [\"\", －, '…']",
                "leaveOut: {対前年度比: computed from the other columns}");
        Path table = bytes(
                folder,
                "t.tsv",
                text(
                                "令和6年度予算の概要",
                                "\t\t\t\t\t\t\t（単位：百万円）",
                                "府省コード\t整理番号\t府省\t事項\t内容\t備考\t区分\t令和5年度補正\t令和6年度当初\t対前年度比",
                                "24\t01\t防衛省\t護衛艦\t建造\t継続\tA\t▲１２\t1,805\t102%",
                                "24\t02\t防衛省\t潜水艦\t建造\t\tB\t－\t0.5\t…")
                        .getBytes(Written.CP932));

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(told(reading))
                .containsExactly(
                        "24-01 2023 supplementary -12000000 JPY",
                        "24-01 2024 initial 1805000000 JPY",
                        "24-02 2024 initial 500000 JPY");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("24-01")
                        .ministry("防衛省")
                        .name("護衛艦")
                        .overview("建造\n継続")
                        .attributes(Map.of("kind", "A"))
                        .build());
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.files().get(0).profile()).isEqualTo("ministry-table");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().reason())
                .contains("The column '対前年度比' is left out: computed from the other columns");
    }

    @Test
    void fixed_year_stage_and_currency_hold_for_rows_that_say_nothing_else() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "currency: EUR",
                "fiscalYear: 2023",
                "stage: executed",
                "unit: 1_000",
                "columns: {id: Nr, name: Titel, amount: Betrag, stage: Stand}");
        Path table = lines(folder, "t.csv", "Nr;Titel;Stand;Betrag", "1;a;;5", "2;b;initial;6");

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly("1 2023 executed 5000 EUR", "2 2023 initial 6000 EUR");
    }

    @Test
    void options_of_the_command_go_before_the_profile() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "separator: ;",
                "fiscalYear: 2023",
                "columns: {id: Nr, name: Titel, amount: Betrag}");
        Path table = lines(folder, "t.csv", "Nr|Titel|Betrag", "1|a|5");

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()).withSeparator('|'), table)))
                .containsExactly("1 2023 initial 5 JPY");
    }

    @Test
    void columns_that_the_profile_does_not_mention_are_left_out_aloud() {
        Path profile = lines(
                folder, "p.yaml", "profile: x", "fiscalYear: 2023", "columns: {id: Nr, name: Titel, amount: Betrag}");
        Path table = lines(folder, "t.csv", "Nr,Titel,Betrag,Rest,More", "1,a,5,x,y");

        assertThat(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)
                        .warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.problem().reason())
                        .isEqualTo(
                                "Profile 'x' does not say what these columns mean, and they are left out: Rest, More"));
    }

    @Test
    void a_row_without_any_amount_is_counted_as_such() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "fiscalYear: 2023",
                "noAmount: ['-']",
                "columns: {id: Nr, name: Titel, amount: Betrag}");
        Path table = lines(folder, "t.csv", "Nr,Titel,Betrag", "1,a,-", "2,b,", "3,c,7");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(told(reading)).containsExactly("3 2023 initial 7 JPY");
        assertThat(rejections(reading)).containsExactly("BAD_AMOUNT 3 Betrag: The amount is empty");
        assertThat(reading.files().get(0).uses())
                .isEqualTo(Map.of(RowUse.ITEMS, 1, RowUse.REJECTED, 1, RowUse.WITHOUT_AMOUNT, 1));
    }

    @Test
    void ids_that_repeat_are_told_apart_whatever_the_order_of_rows() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "fiscalYear: 2023",
                "idApartBy: Titel",
                "columns: {id: Nr, name: Titel, amount: Betrag}");
        Path table = lines(folder, "t.csv", "Nr,Titel,Betrag", "1,a,5", "2,b,6", "1,c,7");

        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .containsExactly("1-a 2023 initial 5 JPY", "2 2023 initial 6 JPY", "1-c 2023 initial 7 JPY");
    }

    @Test
    void years_as_column_names_give_an_item_each() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "unit: 千円",
                "columns: {id: Nr, name: Titel}",
                "amounts:",
                "  - {yearColumns: 2022-2023, stage: executed}",
                "  - {yearColumns: 2024 - 2030}");
        Path table = lines(folder, "t.csv", "Nr,Titel,2021,令和4年度,FY2023,2024", "1,a,1,2,3,4");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(told(reading))
                .containsExactly("1 2022 executed 2000 JPY", "1 2023 executed 3000 JPY", "1 2024 initial 4000 JPY");
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.problem().reason()).endsWith("left out: 2021"));
    }

    @Test
    void amounts_of_one_column_are_parted_by_what_the_row_says() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "columns: {id: Nr, name: Titel}",
                "amounts:",
                "  - {column: Betrag, fiscalYear: 2024, stage: initial, where: {Art: Soll}}",
                "  - {column: Betrag, fiscalYear: 2024, stage: executed, where: {Art: {matches: \"Ist*\"}}}",
                "  - {yearColumns: 2022-2023, stage: executed, where: {Art: Soll, Titel: {empty: false}}}");
        Path table = lines(
                folder,
                "t.csv",
                "Nr,Titel,Art,Betrag,2022,2023",
                "1,a,Soll,1,2,3",
                "2,a,Ist-Stand,4,5,6",
                "3,a,?,7,8,9");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), table);

        assertThat(told(reading))
                .containsExactly(
                        "1 2024 initial 1 JPY",
                        "1 2022 executed 2 JPY",
                        "1 2023 executed 3 JPY",
                        "2 2024 executed 4 JPY");
        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.files())
                .singleElement()
                .satisfies(file -> assertThat(file.uses()).containsEntry(RowUse.WITHOUT_AMOUNT, 1));
    }

    @Test
    void a_condition_on_a_column_that_the_table_lacks_is_told_with_the_nearest() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "fiscalYear: 2024",
                "columns: {id: Nr, name: Titel}",
                "amounts: [{column: Betrag, where: {Artt: Soll}}]");
        Path table = lines(folder, "t.csv", "Nr,Titel,Art,Betrag", "1,a,Soll,1");

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.withProfile(profile.toString()), table))
                        .toString())
                .isEqualTo(
                        "S005 " + table
                                + " (Artt): The column 'Artt' is missing, which profile 'x' reads as 'amounts'. Did you mean 'Art'?");
    }

    @Test
    void columns_that_the_table_lacks_are_named_with_the_nearest() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "fiscalYear: 2023",
                "columns: {id: Nummer, name: Titel, amount: Betrag}",
                "attributes: {kind: Art}");
        Path table = lines(folder, "t.csv", "Numer,Titel,Betrag", "1,a,5");

        assertThat(problemsOf(() -> read(ReadOptions.DEFAULT.withProfile(profile.toString()), table)))
                .extracting(Problem::toString)
                .containsExactly(
                        "S005 " + table
                                + " (Nummer): The column 'Nummer' is missing, which profile 'x' reads as 'id'. Did you mean 'Numer'?",
                        "S005 " + table
                                + " (Art): The column 'Art' is missing, which profile 'x' reads as 'kind'. The table has: Numer, Titel, Betrag.");
    }

    @Test
    void every_mistake_of_a_profile_is_told_in_one_pass_with_its_place() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "encodng: utf-8",
                "encoding: martian",
                "separator: '::'",
                "headerRow: 0",
                "unit: dozens",
                "currency: yen",
                "fiscalYear: soon",
                "stage: inital",
                "columns: {nmae: a, amount: [b, c]}",
                "amounts:",
                "  - {colum: d, stage: x}",
                "  - {yearColumns: all}");

        assertThat(problemsOf(() -> read(ReadOptions.DEFAULT.withProfile(profile.toString()), profile)))
                .extracting(Problem::toString)
                .containsExactly(
                        "V002 " + profile + ":2:10: Unknown key 'encodng'. Did you mean 'encoding'?",
                        "S013 " + profile
                                + ":6:7: 'dozens' is not a unit. Write 円, 千円, 百万円, 億円 or a whole number, such as 1000.",
                        "V002 " + profile + ":10:17: Unknown key 'nmae'. Did you mean 'name'?",
                        "S013 " + profile
                                + ":10:28: 'amount' can be one column only. Write several columns of amounts under amounts.",
                        "V002 " + profile + ":12:13: Unknown key 'colum'. Did you mean 'column'?",
                        "S013 " + profile
                                + ":12:5: An entry of amounts needs either 'column' or 'yearColumns'. Keep one of them.",
                        "S013 " + profile
                                + ":13:19: 'all' is not a range of years. Write it as 1976-2016, or as {from: 1976, to: newest-4}.",
                        "S013 " + profile + ":8:13: 'soon' is not a fiscal year. Write it as 2024 or 令和6年度.",
                        "S013 " + profile
                                + ":10:10: The profile does not say which column is 'id'. Add 'id: …' under columns.",
                        "S013 " + profile
                                + ":10:10: The profile does not say which column is 'name'. Add 'name: …' under columns.",
                        "S013 " + profile + ":1:1: The profile does not say which fiscal year the amounts belong to. "
                                + "Add 'fiscalYear: …', as a column under columns, at each of the amounts, or for the whole table.",
                        "S013 " + profile
                                + ":3:11: 'martian' is not an encoding. Known: utf-8, cp932, euc-jp, windows-1252, and all others that Java knows, such as iso-8859-15 or utf-16le.",
                        "S013 " + profile + ":4:12: '::' is not a separator. Write one character, or tab.",
                        "S013 " + profile + ":5:12: 'headerRow' must be a row from 1 to 1000, or rows as 3-4.",
                        "S013 " + profile
                                + ":7:11: 'yen' is not a currency. Write its ISO 4217 code, such as JPY or USD.",
                        "S013 " + profile
                                + ":9:8: 'inital' is not a stage of the budget cycle. Did you mean 'initial'?");
    }

    @Test
    void a_name_that_is_neither_shipped_nor_a_file_suggests_one() {
        Path table = lines(folder, "t.csv", "id,fiscalYear,name,amount", "1,2024,a,5");

        Problem problem = problemOf(() -> read(ReadOptions.DEFAULT.withProfile("us-bugdet"), table));
        assertThat(problem.code()).isEqualTo(Code.NO_SUCH_FILE);
        assertThat(problem.fix()).isEqualTo("Did you mean 'us-budget'?");
    }

    @Test
    void every_shipped_profile_loads() {
        assertThat(Profiles.SHIPPED)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Profiles.load(name).name()).isEqualTo(name));
    }
}
