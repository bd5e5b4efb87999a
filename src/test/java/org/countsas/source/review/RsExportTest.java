package org.countsas.source.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.problemsOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.selectByDefault;
import static org.countsas.source.Written.told;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RsExportTest {
    private static final String OVERVIEW = "シート種別,事業年度,予算事業ID,事業名,府省庁,局・庁,部,課,室,事業の目的,現状・課題,事業の概要,事業区分,事業開始年度,主要経費";
    private static final String POLICIES = "シート種別,事業年度,予算事業ID,事業名,番号（政策・施策）,政策,施策,番号（根拠法令）,法令名,番号（関係する計画・通知等）,計画通知名";
    private static final String AMOUNTS =
            "シート種別,事業年度,予算事業ID,事業名,予算年度,当初予算（合計）,補正予算（合計）,執行額（合計）,翌年度要求額（合計）,会計区分,会計,勘定,当初予算";

    @TempDir
    Path folder;

    private String[] overview = {
        OVERVIEW,
        "S,2024,7,護衛艦,防衛省,装備庁,,艦船課,第一室,抑止,老朽化,建造,前年度事業,2020,防衛関係費",
        "S,2024,7,護衛艦,防衛省,装備庁,,艦船課,第一室,抑止,老朽化,建造,前年度事業,2020,その他の事項経費",
        "S,2024,8,道路,国土交通省,道路局,,,,通行,,舗装,新規開始事業,,道路整備事業費"
    };
    private String[] policies = {
        POLICIES,
        "S,2024,7,護衛艦,1,防衛政策,整備,1,自衛隊法,1,国家安全保障戦略",
        "S,2024,7,護衛艦,2,安全政策,整備,2,会計法,2,防衛力整備計画",
        "S,2024,7,護衛艦,,,,,,10,国家安全保障戦略",
        "S,2024,8,道路,1,道路政策,なし,1,道路法,,"
    };
    private String[] amounts = {
        AMOUNTS,
        "S,2024,7,護衛艦,2024,100,-5,0,110.0,,,,",
        "S,2024,7,護衛艦,2024,,,,,一般会計,一般会計,,60",
        "S,2024,7,護衛艦,2024,,,,,特別会計,復興,,40",
        "S,2024,7,護衛艦,2023,90,0,88,100.0,,,,",
        "S,2024,7,護衛艦,2023,,,,,一般会計,一般会計,,90",
        "S,2024,8,道路,2024,0,3,0,0.0,,,,",
        "S,2024,8,道路,2024,,,,,特別会計,エネルギー対策,エネルギー需給勘定,0"
    };

    private Path export() {
        Path export = folder.resolve("export" + new Random().nextInt());
        Written.folder(folder, export.getFileName().toString());
        lines(export, "1-2.csv", overview);
        lines(export, "1-3.csv", policies);
        lines(export, "2-1.csv", amounts);
        lines(export, "5-1.csv", "シート種別,事業年度,予算事業ID,支出先名,金額", "S,2024,7,造船会社,99");
        return export;
    }

    @Test
    void three_tables_are_joined_to_items() {
        Reading reading = read(export());

        assertThat(told(reading))
                .containsExactlyInAnyOrder(
                        "7 2024 initial 100 JPY",
                        "7 2024 supplementary -5 JPY",
                        "7 2024 executed 0 JPY",
                        "7 2025 request 110 JPY",
                        "7 2023 initial 90 JPY",
                        "7 2023 supplementary 0 JPY",
                        "7 2023 executed 88 JPY",
                        "7 2024 request 100 JPY",
                        "8 2024 initial 0 JPY",
                        "8 2024 supplementary 3 JPY",
                        "8 2024 executed 0 JPY",
                        "8 2025 request 0 JPY");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("7")
                        .ministry("防衛省")
                        .bureau("装備庁")
                        .account("一般会計; 特別会計/復興")
                        .name("護衛艦")
                        .purpose("抑止")
                        .overview("建造")
                        .majorExpense("その他の事項経費; 防衛関係費")
                        .plans(List.of("国家安全保障戦略", "防衛力整備計画"))
                        .laws(List.of("自衛隊法", "会計法"))
                        .attributes(Map.of(
                                "currentIssues",
                                "老朽化",
                                "category",
                                "前年度事業",
                                "startYear",
                                "2020",
                                "division",
                                "艦船課 第一室",
                                "policy",
                                "防衛政策; 安全政策",
                                "measure",
                                "整備"))
                        .build());
        assertThat(reading.items())
                .last()
                .satisfies(item -> assertThat(item.programme().account()).isEqualTo("特別会計/エネルギー対策/エネルギー需給勘定"));
        assertThat(reading.rejected()).isEmpty();
    }

    @Test
    void every_row_has_a_use_and_other_tables_of_the_export_are_named_unread() {
        Path export = export();

        assertThat(read(export).files())
                .extracting(file ->
                        file.name().substring(export.toString().length() + 1) + " " + file.rows() + " " + file.uses())
                .containsExactly(
                        "1-2.csv 3 {PROGRAMME=2, REPEAT=1}",
                        "1-3.csv 4 {CITATION=4}",
                        "2-1.csv 7 {ITEMS=3, BREAKDOWN=4}",
                        "5-1.csv 0 {}");
    }

    @Test
    void the_order_of_rows_changes_nothing() {
        Selection published = selectByDefault(read(export()));

        for (int seed = 1; seed <= 10; seed++) {
            overview = shuffled(overview, seed);
            policies = shuffled(policies, seed);
            amounts = shuffled(amounts, seed);
            assertThat(selectByDefault(read(export())).items()).isEqualTo(published.items());
        }
    }

    private static String[] shuffled(String[] table, int seed) {
        List<String> rows = new ArrayList<>(List.of(table).subList(1, table.length));
        Collections.shuffle(rows, new Random(seed));
        rows.add(0, table[0]);
        return rows.toArray(String[]::new);
    }

    @Test
    void file_names_do_not_matter_nor_does_packing() {
        byte[] inner = Written.zip(StandardCharsets.UTF_8, "x.csv", "\uFEFF" + Written.text(amounts));
        Path zip = Written.bytes(
                folder,
                "all.zip",
                Written.zip(
                        StandardCharsets.UTF_8,
                        "b.csv",
                        Written.text(policies),
                        "c.csv",
                        Written.text(overview),
                        "d.zip",
                        inner));

        assertThat(selectByDefault(read(zip)).items())
                .isEqualTo(selectByDefault(read(export())).items());
    }

    @Test
    void without_amounts_or_projects_there_is_nothing_to_join() {
        Path one = lines(folder, "1-3.csv", policies);

        assertThat(problemsOf(() -> read(one)))
                .extracting(Problem::toString)
                .containsExactly(
                        "S020: The RS System export lacks table 1-2 (事業概要等); found: " + one
                                + ". Name the folder that holds all its tables, or add that table's file.",
                        "S020: The RS System export lacks table 2-1 (予算・執行 サマリ); found: " + one
                                + ". Name the folder that holds all its tables, or add that table's file.");
    }

    @Test
    void without_citations_there_is_a_warning() {
        Reading reading = read(lines(folder, "1-2.csv", overview), lines(folder, "2-1.csv", amounts));

        assertThat(reading.items()).hasSize(12);
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().reason())
                .contains(
                        "The RS System export lacks table 1-3 (政策・施策、法令等): no item cites plans or laws, and rules that look at them cannot hold");
    }

    @Test
    void an_edition_that_lacks_columns_is_read_with_a_warning() {
        overview = new String[] {"予算事業ID,事業名,府省庁,事業の概要,新しい列", "7,護衛艦,防衛省,建造,x"};
        policies = new String[] {"予算事業ID,計画通知名", "7,国家安全保障戦略"};
        amounts = new String[] {"予算事業ID,予算年度,当初予算(合計),補正予算(合計)", "7,2023,100,5"};

        Reading reading = read(export());

        assertThat(told(reading)).containsExactly("7 2023 initial 100 JPY", "7 2023 supplementary 5 JPY");
        assertThat(reading.items().get(0).programme())
                .isEqualTo(Programme.builder("7")
                        .ministry("防衛省")
                        .name("護衛艦")
                        .overview("建造")
                        .plans(List.of("国家安全保障戦略"))
                        .build());
        assertThat(Written.warningCodes(reading))
                .containsExactly(Code.MISSING_COLUMN, Code.MISSING_COLUMN, Code.MISSING_COLUMN);
        assertThat(reading.warnings().get(1).problem().reason())
                .isEqualTo("This edition lacks columns that others have: "
                        + "事業年度, 執行額（合計）, 翌年度要求額（合計）, 会計区分, 会計, 勘定. What they say is empty in every item");
    }

    @Test
    void a_column_that_cannot_be_done_without_is_named() {
        amounts[0] = AMOUNTS.replace("予算年度", "予算年");

        Problem problem = problemOf(() -> read(export()));
        assertThat(problem.code()).isEqualTo(Code.MISSING_COLUMN);
        assertThat(problem.place().field()).isEqualTo("予算年度");
        assertThat(problem.fix()).isEqualTo("Did you mean '予算年'?");
    }

    @Test
    void rows_that_do_not_join_are_rejected_or_told() {
        overview[3] = "S,2024,9,道路,国土交通省,道路局,,,,通行,,舗装,新規開始事業,,道路整備事業費";

        Reading reading = read(export());

        assertThat(rejections(reading))
                .containsExactlyInAnyOrder(
                        "BAD_AMOUNT 4: Id '9' has no amount in table 2-1 (予算・執行 サマリ)",
                        "NO_SUCH_PROGRAMME 7 予算事業ID: Id '8' is not in table 1-2 (事業概要等)");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().reason())
                .contains("Id '8' is not in table 1-2 (事業概要等)");
    }

    @Test
    void rows_of_one_id_that_describe_two_projects_are_a_conflict() {
        overview[2] = "S,2024,7,潜水艦,防衛省,装備庁,,艦船課,第一室,抑止,老朽化,建造,前年度事業,2020,その他の事項経費";

        assertThat(rejections(read(export())))
                .singleElement()
                .asString()
                .startsWith("DUPLICATE_ID 3 予算事業ID: Id '7' already stands for another project");
    }

    @Test
    void two_totals_of_one_year_are_a_conflict() {
        amounts[2] = "S,2024,7,護衛艦,2024,60,,,,,,,";

        assertThat(rejections(read(export())))
                .containsExactly(
                        "DUPLICATE_ID 3 当初予算（合計）: Id '7' already has an amount for fiscal year 2024, initial, in row 2");
    }

    @Test
    void a_breakdown_without_its_totals_is_money_and_is_rejected_aloud() {
        amounts[4] = "S,2024,7,護衛艦,2022,,,,,一般会計,一般会計,,90";

        Reading reading = read(export());

        assertThat(rejections(reading))
                .containsExactlyInAnyOrder(
                        "BAD_AMOUNT 5 当初予算（合計）: Id '7' has 1 rows by account for 2022, but none with the totals",
                        "BAD_AMOUNT 6 当初予算（合計）: Id '7' has 1 rows by account for 2023, but none with the totals");
        assertThat(selectByDefault(reading).rejected()).isEmpty();
    }

    @Test
    void unreadable_cells_are_rejected_with_year_and_stage() {
        amounts[1] = "S,2024,7,護衛艦,2024,百,-5,0,1.5,,,,";
        amounts[4] = "S,2024,7,護衛艦,soon,90,0,88,100.0,,,,";
        amounts[5] = "S,2024,,護衛艦,2023,,,,,一般会計,一般会計,,90";

        Reading reading = read(export());

        assertThat(rejections(reading))
                .containsExactlyInAnyOrder(
                        "BAD_AMOUNT 2 当初予算（合計）: '百' is not an amount",
                        "BAD_AMOUNT 2 翌年度要求額（合計）: '1.5' comes to 1.5, which is not a whole number",
                        "BAD_YEAR 5 予算年度: 'soon' is not a fiscal year",
                        "MISSING_ID 6 予算事業ID: The row has no id");
    }

    @Test
    void of_two_editions_the_newer_one_goes_before() {
        Path newer = Written.folder(folder, "rs2025");
        lines(newer, "1-2.csv", OVERVIEW, "S,2025,7,新型護衛艦,防衛省,装備庁,,,,抑止,,建造,前年度事業,2020,防衛関係費");
        lines(newer, "1-3.csv", POLICIES, "S,2025,7,新型護衛艦,,,,,,1,国家安全保障戦略");
        lines(newer, "2-1.csv", AMOUNTS, "S,2025,7,新型護衛艦,2025,120,0,0,130,,,,", "S,2025,7,新型護衛艦,2024,101,0,99,120,,,,");
        Path older = export();

        Reading reading = read(older, newer);

        assertThat(told(reading))
                .contains(
                        "7 2024 initial 101 JPY",
                        "7 2024 executed 99 JPY",
                        "7 2025 initial 120 JPY",
                        "7 2023 initial 90 JPY",
                        "8 2024 initial 0 JPY")
                .doesNotContain("7 2024 initial 100 JPY")
                .doesNotHaveDuplicates();
        assertThat(reading.rejected()).isEmpty();
        assertThat(selectByDefault(reading).items())
                .singleElement()
                .satisfies(item -> assertThat(item.programme().name()).isEqualTo("新型護衛艦"));
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().reason())
                .contains("Edition 2024 repeats an amount that a newer edition gives; the newer one holds");
        assertThat(told(read(newer, older))).containsExactlyInAnyOrderElementsOf(told(reading));
    }

    @Test
    void a_strict_reading_ends_at_the_first_rejected_row() {
        amounts[1] = "S,2024,7,護衛艦,2024,百,-5,0,110,,,,";

        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.asStrict(), export()))
                        .code())
                .isEqualTo(Code.BAD_AMOUNT);
    }

    @Test
    void a_plain_table_with_the_export_s_column_names_is_no_export() {
        Reading reading = read(lines(folder, "t.csv", "予算事業ID,事業名,府省庁,事業の目的,事業の概要,金額,年度", "7,護衛艦,防衛省,抑止,建造,100,2024"));

        assertThat(told(reading)).containsExactly("7 2024 initial 100 JPY");
        assertThat(reading.files().get(0).format()).isEqualTo("delimited-text");
    }

    @Test
    void a_table_in_the_code_page_of_windows_is_joined_too() {
        Path export = Written.folder(folder, "windows");
        Written.bytes(export, "1-2.csv", Written.text(overview).getBytes(Written.CP932));
        Written.bytes(export, "1-3.csv", Written.text(policies).getBytes(Written.CP932));
        Written.bytes(export, "2-1.csv", Written.text(amounts).getBytes(StandardCharsets.UTF_8));

        assertThat(selectByDefault(read(export)).items())
                .isEqualTo(selectByDefault(read(export())).items());
    }
}
