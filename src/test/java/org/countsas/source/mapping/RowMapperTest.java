package org.countsas.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RowUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowMapperTest {
    @TempDir
    Path folder;

    @Test
    void the_default_columns_are_the_keys_of_an_item() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,stage,ministry,bureau,account,name,purpose,overview,majorExpense,plans,laws,amount,currency,priority",
                "7,2025,request,防衛省,防衛装備庁,一般会計,護衛艦,抑止,建造する,防衛関係費,国家安全保障戦略；防衛力整備計画,自衛隊法,\"1,000\",USD,high"));

        assertThat(told(reading)).containsExactly("7 2025 request 1000 USD");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("7")
                        .ministry("防衛省")
                        .bureau("防衛装備庁")
                        .account("一般会計")
                        .name("護衛艦")
                        .purpose("抑止")
                        .overview("建造する")
                        .majorExpense("防衛関係費")
                        .plans(List.of("国家安全保障戦略", "防衛力整備計画"))
                        .laws(List.of("自衛隊法"))
                        .attributes(java.util.Map.of("priority", "high"))
                        .build());
    }

    @Test
    void usual_english_and_japanese_names_mean_the_same() {
        Reading english = read(lines(
                folder,
                "a.tsv",
                "Item ID\tFiscal Year\tStage\tMinistry\tName\tMajor Expense\tAmount",
                "7\tFY2024\tinitial\tMOD\tships\tdefence\t100"));
        Reading japanese = read(lines(
                folder,
                "b.csv",
                "予算事業ID,会計年度,段階,府省庁,局・庁,会計,事業名,事業の目的,事業の概要,主要経費,金額,通貨",
                "7,令和６年度,当初予算,防衛省,防衛装備庁,一般会計,護衛艦,抑止,建造,防衛関係費,１００,円"));

        assertThat(told(english)).containsExactly("7 2024 initial 100 JPY");
        assertThat(told(japanese)).containsExactly("7 2024 initial 100 JPY");
        assertThat(english.items().get(0).programme().majorExpense()).isEqualTo("defence");
        assertThat(japanese.items().get(0).programme().overview()).isEqualTo("建造");
        assertThat(japanese.items().get(0).programme().attributes()).isEmpty();
    }

    @Test
    void texts_in_two_languages_are_joined() {
        Programme programme = read(lines(
                        folder,
                        "a.csv",
                        "id,fiscalYear,name,nameEn,purposeJa,purposeEn,overview,overviewEn,amount",
                        "1,2024,衛星,satellite,測位,positioning,,builds satellites,100"))
                .items()
                .get(0)
                .programme();

        assertThat(programme.name()).isEqualTo("衛星");
        assertThat(programme.purpose()).isEqualTo("測位\npositioning");
        assertThat(programme.overview()).isEqualTo("builds satellites");
        assertThat(programme.attributes()).containsOnlyKeys("nameEn");
    }

    @Test
    void a_unit_in_the_name_of_the_amount_counts() {
        assertThat(told(read(lines(folder, "a.csv", "id,年度,事業名,金額（百万円）", "1,2024,a,\"1,805\"", "2,2024,b,0.5"))))
                .containsExactly("1 2024 initial 1805000000 JPY", "2 2024 initial 500000 JPY");
    }

    @Test
    void columns_named_by_a_stage_hold_its_amounts() {
        assertThat(told(read(lines(folder, "a.csv", "id,年度,事業名,当初予算,補正予算,執行額", "1,2024,a,100,▲20,70"))))
                .containsExactlyInAnyOrder(
                        "1 2024 initial 100 JPY", "1 2024 supplementary -20 JPY", "1 2024 executed 70 JPY");
    }

    @Test
    void an_id_may_stand_once_for_each_year_and_stage() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,stage,name,amount",
                "1,2024,initial,a,100",
                "1,2024,supplementary,a,10",
                "1,2025,initial,a,120",
                "1,令和6年度,当初,a,999",
                "2,2024,initial,b,5"));

        assertThat(told(reading))
                .containsExactly(
                        "1 2024 initial 100 JPY",
                        "1 2024 supplementary 10 JPY",
                        "1 2025 initial 120 JPY",
                        "2 2024 initial 5 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "DUPLICATE_ID 5 amount: Id '1' already has an amount for fiscal year 2024, initial, in row 2");
        assertThat(reading.items().get(0).programme())
                .isSameAs(reading.items().get(1).programme())
                .isSameAs(reading.items().get(2).programme());
    }

    @Test
    void a_repeat_in_another_file_names_that_file() {
        Path first = lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,100");
        Path second = lines(folder, "b.csv", "id,fiscalYear,name,amount", "1,2024,a,100");

        Reading reading = read(first, second);

        assertThat(told(reading)).containsExactly("1 2024 initial 100 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "DUPLICATE_ID 2 amount: Id '1' already has an amount for fiscal year 2024, initial, in " + first
                                + ":2");
        assertThat(reading.rejected().get(0).file()).isEqualTo(second.toString());
    }

    @Test
    void each_wrong_cell_rejects_its_row_and_the_reading_goes_on() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,stage,name,amount,currency",
                " ,2024,initial,a,100,JPY",
                "2,24,initial,b,100,JPY",
                "3,2024,final,c,100,JPY",
                "4,2024,initial,d,,JPY",
                "5,2024,initial,e,viel,JPY",
                "6,2024,initial,f,1.5,JPY",
                "7,2024,initial,g,99999999999999999999,JPY",
                "8,2024,initial,h,5,yenn",
                "9,,initial,i,5,JPY",
                "10,2024,,j,5,"));

        assertThat(told(reading)).containsExactly("10 2024 initial 5 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "MISSING_ID 2 id: The row has no id",
                        "BAD_YEAR 3 fiscalYear: '24' is not a fiscal year",
                        "BAD_STAGE 4 stage: 'final' is not a stage of the budget cycle",
                        "BAD_AMOUNT 5 amount: The amount is empty",
                        "BAD_AMOUNT 6 amount: 'viel' is not an amount",
                        "BAD_AMOUNT 7 amount: '1.5' comes to 1.5, which is not a whole number",
                        "BAD_AMOUNT 8 amount: '99999999999999999999' is too large an amount",
                        "BAD_AMOUNT 9 currency: 'yenn' is not a currency",
                        "BAD_YEAR 10 fiscalYear: The fiscal year is empty");
        assertThat(reading.rejected().get(3).id()).contains("4");
        assertThat(reading.rejected().get(3).scope().fiscalYear()).isEqualTo(2024);
        assertThat(reading.files().get(0).uses()).isEqualTo(java.util.Map.of(RowUse.ITEMS, 1, RowUse.REJECTED, 9));
    }

    @Test
    void a_sign_of_another_currency_is_not_overlooked() {
        Reading reading = read(lines(
                folder,
                "a.csv",
                "id,fiscalYear,name,amount,currency",
                "1,2024,a,$5,JPY",
                "2,2024,b,5億円,USD",
                "3,2024,c,$5,USD",
                "4,2024,d,￥5,JPY"));

        assertThat(told(reading)).containsExactly("3 2024 initial 5 USD", "4 2024 initial 5 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "BAD_AMOUNT 2 amount: '$5' names a currency other than JPY",
                        "BAD_AMOUNT 3 amount: '5億円' names a currency other than USD");
    }

    @Test
    void a_strict_reading_ends_at_the_first_rejected_row() {
        Path file = lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,100", "2,2024,b,x", "3,x,c,5");

        Problem problem = problemOf(() -> read(ReadOptions.DEFAULT.asStrict(), file));
        assertThat(problem.toString())
                .isEqualTo("S009 " + file
                        + ":3 (amount): 'x' is not an amount. Write a number, such as 1234567 or 1,234,567.");
    }

    @Test
    void negative_amounts_are_taken_with_a_warning() {
        Reading reading =
                read(lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,100", "2,2024,b,△5", "3,2024,c,-7"));

        assertThat(told(reading)).contains("2 2024 initial -5 JPY");
        assertThat(reading.warnings())
                .singleElement()
                .satisfies(
                        warning -> assertThat(warning.problem().toString())
                                .isEqualTo(
                                        "S014 " + folder.resolve("a.csv")
                                                + ":3 (amount): The amount of id '2' is negative (-5) and lowers the total (the first of 2)."));
    }

    @Test
    void missing_columns_are_named_together_with_the_nearest_there_is() {
        Path file = lines(folder, "a.csv", "ID,fiscal_yaer,titel,amuont", "1,2024,a,100");

        List<Problem> problems = problemsOf(() -> read(file));

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "S005 " + file
                                + " (name): The column 'name' is missing. Add it, or write a mapping profile; the table has: ID, fiscal_yaer, titel, amuont.",
                        "S005 " + file
                                + " (amount): The column 'amount' is missing. Did you mean 'amuont'? Rename it, or write a mapping profile.",
                        "S005 " + file
                                + " (fiscalYear): The column 'fiscalYear' is missing. Did you mean 'fiscal_yaer'? Rename it, or write a mapping profile.");
        assertThat(problems).extracting(Problem::code).containsOnly(Code.MISSING_COLUMN);
    }

    @Test
    void columns_without_or_with_the_same_name_keep_what_they_hold() {
        Programme programme = read(lines(folder, "a.csv", "id,fiscalYear,name,amount,note,note,", "1,2024,a,100,x,y,z"))
                .items()
                .get(0)
                .programme();

        assertThat(programme.attributes()).isEqualTo(java.util.Map.of("note", "x", "note 6", "y", "column 7", "z"));
    }

    @Test
    void the_order_of_rows_does_not_change_the_selection() {
        Reading forward =
                read(lines(folder, "a.csv", "id,fiscalYear,name,amount", "9,2024,a,1", "10,2024,b,2", "x,2024,c,3"));
        Reading backward =
                read(lines(folder, "b.csv", "id,fiscalYear,name,amount", "x,2024,c,3", "10,2024,b,2", "9,2024,a,1"));

        assertThat(Written.selectByDefault(backward).items())
                .isEqualTo(Written.selectByDefault(forward).items());
        assertThat(told(Written.selectByDefault(forward).items()))
                .containsExactly("9 2024 initial 1 JPY", "10 2024 initial 2 JPY", "x 2024 initial 3 JPY");
    }
}
