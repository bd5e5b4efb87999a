package org.countsas.source.accounttitle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files written in the form in which the Budget and Settlement Database offers account titles: CP932, in a ZIP, in thousand yen. */
class AccountTitlesTest {
    private static final String GENERAL =
            "所管,組織,項コード,主要経費別分類コード,目的別分類コード,財政法公債金対象非対象別分類コード,経済性質別分類コード,使途別分類コード,目別分類コード,項名,目名,%s,前年度予算額(千円),比較増△減額(千円)";
    private static final String HEADER = GENERAL.formatted("令和6年度要求額(千円)");
    private static final String SPECIAL =
            "共管所管名,特別会計,勘定,項コード,主要経費別分類コード,目的別分類コード,経済性質別分類コード,使途別分類コード,目別分類コード,項名,目名,令和6年度予定額(千円),前年度予算額(千円),比較増△減額(千円)";

    @TempDir
    Path folder;

    private Path zip(String name, String... lines) throws IOException {
        Path file = folder.resolve(name + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name + "b.csv"));
            zip.write((String.join("\r\n", lines) + "\r\n").getBytes(Charset.forName("windows-31j")));
            zip.closeEntry();
        }
        return file;
    }

    private static Reading read(Path... files) {
        return Sources.read(List.of(files), ReadOptions.DEFAULT);
    }

    @Test
    void an_account_title_is_an_item_in_yen_with_its_section_and_codes() throws IOException {
        Reading reading = read(zip(
                "DL202411001",
                HEADER,
                "防衛省,防衛本省,021,50,21,1,11,3,09,武器車両等整備費,諸器材購入費,\"1,234\",1000,234",
                "国土交通省,海上保安庁,003,95,31,1,11,1,02,船舶建造費,船舶建造費,△5,0,△5"));

        assertThat(reading.rejected()).isEmpty();
        assertThat(reading.items())
                .extracting(BudgetItem::amount, BudgetItem::stage, BudgetItem::fiscalYear)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1_234_000L, Stage.INITIAL, 2024),
                        org.assertj.core.groups.Tuple.tuple(-5_000L, Stage.INITIAL, 2024));
        Programme programme = reading.items().get(0).programme();
        assertThat(programme.id()).isEqualTo("title-202411001-1");
        assertThat(List.of(
                        programme.ministry(),
                        programme.bureau(),
                        programme.account(),
                        programme.purpose(),
                        programme.name()))
                .containsExactly("防衛省", "防衛本省", "一般会計", "武器車両等整備費", "諸器材購入費");
        assertThat(programme.attributes())
                .containsEntry("section-code", "021")
                .containsEntry("major-expense-code", "50")
                .containsEntry("use-code", "3")
                .doesNotContainKey("transfer");
    }

    @Test
    void titles_by_use_and_nature_say_what_moves_between_accounts() throws IOException {
        Reading reading = read(zip(
                "DL202412001",
                SPECIAL,
                "内閣府及び厚生労働省,年金特別会計,業務勘定,01,12,21,30,6,11,他勘定へ繰入,他勘定へ繰入,10,10,0",
                "国土交通省,自動車安全特別会計,空港整備勘定,02,95,31,11,1,02,空港整備事業費,空港整備事業費,20,10,10"));

        Programme transfer = reading.items().get(0).programme();
        Programme works = reading.items().get(1).programme();
        assertThat(transfer.ministry()).isEqualTo("年金特別会計");
        assertThat(transfer.account()).isEqualTo("特別会計/年金特別会計/業務勘定");
        assertThat(transfer.attributes())
                .containsEntry("transfer", "yes")
                .containsEntry("overlap", "yes")
                .containsEntry("jurisdiction", "内閣府及び厚生労働省");
        assertThat(works.ministry()).isEqualTo("国土交通省");
        assertThat(works.attributes()).doesNotContainKeys("transfer", "overlap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"令和6年度要求額(千円)", "令和６年度予定額（千円）", "令和 6 年度予算額", "令和6年度要求額"})
    void the_heading_of_the_amount_may_change(String heading) throws IOException {
        Reading reading =
                read(zip("DL202411001", GENERAL.formatted(heading), "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6"));

        assertThat(reading.items()).extracting(BudgetItem::amount).containsExactly(7_000L);
    }

    @Test
    void a_supplementary_budget_gives_its_change() throws IOException {
        Reading reading = read(zip("DL202421002", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,10,△3"));

        assertThat(reading.items())
                .extracting(BudgetItem::amount, BudgetItem::stage)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(-3_000L, Stage.SUPPLEMENTARY));
    }

    @Test
    void the_budget_after_supplementary_ones_is_the_initial_one_with_every_change() throws IOException {
        Path initial = zip("DL202411001", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,10,1,9");
        Path first = zip("DL202421001", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,12,10,2");
        Path second = zip("DL202421002", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,12,△5");

        assertThat(revised(read(initial, first, second))).containsExactly(10_000L, 2_000L, -5_000L);
        assertThat(revised(read(initial, second))).isEmpty();
        assertThat(revised(read(initial))).isEmpty();
    }

    private static List<Long> revised(Reading reading) {
        return reading.items().stream()
                .filter(item -> item.stage() == Stage.REVISED)
                .map(BudgetItem::amount)
                .toList();
    }

    @Test
    void supplementary_budgets_without_their_initial_one_are_told() throws IOException {
        Reading reading = read(zip("DL202421001", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,12,10,2"));

        assertThat(reading.select(2024, Stage.SUPPLEMENTARY).warnings())
                .extracting(Problem::reason)
                .filteredOn(reason -> !reason.startsWith("The text is not UTF-8"))
                .containsExactly("FY2024 has supplementary budgets of the general account but no initial budget:"
                        + " there is no budget after supplementary budgets");
    }

    @Test
    void a_settlement_is_in_yen_and_may_exceed_the_appropriation() throws IOException {
        Reading reading = read(zip(
                "DL202477001",
                "所管,組織,項コード,使途別分類コード,項名,目名,歳出予算額,前年度繰越額,予備費使用額,流用等増減額,歳出予算現額,支出済歳出額,翌年度繰越額,不用額,備考額",
                "防衛省,防衛本省,021,3,a,b,100,0,0,0,100,123,0,0,0"));

        assertThat(reading.items())
                .extracting(BudgetItem::amount, BudgetItem::stage)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(123L, Stage.EXECUTED));
    }

    @Test
    void a_file_of_another_name_is_read_by_its_header_and_says_so() throws IOException {
        Path file =
                Files.writeString(folder.resolve("titles.csv"), HEADER + "\n防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6\n");

        assertThat(read(file).select(2024, Stage.INITIAL).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "S030 " + file
                                + ": The file's name does not say which document this is; by its header it is read as the FY2024 initial budget, general account. Name the file as the database does, DL202411001.zip, if it is another.");
    }

    @Test
    void a_table_of_revenue_is_left_out_by_name() throws IOException {
        Path revenue = folder.resolve("DL202411001a.csv");
        Files.writeString(revenue, "主管,部名,款名,項名,目名,令和6年度予算額(千円)\n財務省,a,b,c,d,5\n");
        Path spending = zip("DL202411001", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6");

        Reading reading = read(revenue, spending);

        assertThat(reading.items()).hasSize(1);
        assertThat(reading.select().warnings())
                .filteredOn(problem -> problem.code() != Code.GUESSED_ENCODING)
                .extracting(Problem::toString)
                .containsExactly("S021 " + revenue + ": This is a table of revenue; it is left out.");
    }

    @Test
    void the_same_document_is_never_read_twice_whatever_its_format() throws IOException {
        Path titles = zip("DL202411001", HEADER, "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6");
        Path lines = Path.of("samples", "state-budget", "fy2024.json");

        assertThatThrownBy(() -> read(titles, lines))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "S024 " + lines
                                + ": The FY2024 initial budget, general account, is read twice (document 202411001); it was first read in "
                                + titles
                                + "!DL202411001b.csv. Name one of the two: the budget as it was drafted, or as parliament amended it.");
    }

    @Test
    void a_column_that_is_missing_is_told_with_the_nearest() throws IOException {
        Path file = zip(
                "DL202411001", HEADER.replace("令和6年度要求額(千円)", "令和6年度要求金額"), "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6");

        assertThatThrownBy(() -> read(file))
                .hasMessage(
                        "S005 " + file
                                + "!DL202411001b.csv (令和6年度要求額): The column '令和6年度要求額' is missing, and none that means the same was found. Did you mean '令和6年度要求金額'?");
    }

    @Test
    void an_amount_that_cannot_be_read_rejects_its_row() throws IOException {
        Path file = zip(
                "DL202411001",
                HEADER,
                "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,seven,1,6",
                "防衛省,防衛本省,021,50,21,1,11,3,09,a,b,7,1,6");

        Reading reading = read(file);

        assertThat(reading.items()).hasSize(1);
        assertThat(reading.rejected())
                .extracting(row -> row.problem().toString())
                .containsExactly("S009 " + file
                        + "!DL202411001b.csv:2 (令和6年度要求額(千円)): 'seven' is not an amount. Write thousand yen.");
    }
}
