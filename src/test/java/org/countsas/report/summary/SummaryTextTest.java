package org.countsas.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.report.Decisions.counted;
import static org.countsas.report.Decisions.notCounted;
import static org.countsas.report.Decisions.review;

import java.util.ArrayList;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;
import org.countsas.output.Language;
import org.countsas.report.Decisions;
import org.countsas.report.Samples;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

    private static List<String> text(Definition definition, List<Decision> decisions, Language language) {
        Summary summary = new Summary(
                definition,
                Decisions.DAY,
                2024,
                Stage.INITIAL,
                "JPY",
                decisions.size(),
                0,
                Totals.of(decisions, definition));
        return SummaryText.of(summary, decisions, Samples.countsAs().rules(), language);
    }

    @Test
    void theResultComesFirstThenWhereItComesFromThenWhatIsOpen() {
        assertThat(text(
                        Decisions.definition("JPY", 1_000_000_000_000L),
                        List.of(
                                counted("1", 2_000_000_000L, "fleet"),
                                counted(
                                        "22",
                                        30_000_000_000L,
                                        "ports",
                                        new Counted(1_500_000_000L, 2_100_000_000L, 6_300_000_000L)),
                                review("3", 500_000_000L, "fleet", 400_000_000L),
                                notCounted("4", 7_000_000_000L)),
                        Language.EN))
                .containsExactly(
                        "Definition two-areas: Two areas (for comparison), rules as of 2026-04-01",
                        "",
                        "  Total: 39.50 bn yen",
                        "  Counted: 4.10 bn yen (low 3.50 bn yen, high 8.30 bn yen)",
                        "  0.41 % of GDP (GDP: 1,000.00 bn yen)",
                        "    Half a per cent: 5.00 bn yen, 0.90 bn yen below it",
                        "",
                        "  Block    Area   Items  Amount (bn yen)  Counted   Low  High",
                        "  Core     fleet      1             2.00     2.00  2.00  2.00",
                        "  Related  ports      1            30.00     2.10  1.50  6.30",
                        "  Sum                 2            32.00     4.10  3.50  8.30",
                        "",
                        "Largest counted items",
                        "  22  Programme 22  ports  2.10 bn yen",
                        "   1  Programme 1   fleet  2.00 bn yen",
                        "",
                        "Needs review: 1 items of 0.50 bn yen; up to 0.40 bn yen more if all were judged to count",
                        "  3  Programme 3  fleet  0.50 bn yen",
                        "",
                        "Sums over review sheets or budget rows; they are not official totals.");
    }

    @Test
    void theJapaneseSummaryCountsInHundredMillionsOfYen() {
        assertThat(text(
                        Decisions.definition("JPY", 1_000_000_000_000L),
                        List.of(
                                counted("1", 2_000_000_000L, "fleet"),
                                counted(
                                        "22",
                                        30_000_000_000L,
                                        "ports",
                                        new Counted(1_500_000_000L, 2_100_000_000L, 6_300_000_000L)),
                                review("3", 500_000_000L, "fleet", 400_000_000L),
                                notCounted("4", 7_000_000_000L)),
                        Language.JA))
                .containsExactly(
                        "定義 two-areas：二つの分野（比較用）、規則の基準日 2026-04-01",
                        "",
                        "  総額：395.0億円",
                        "  算入額：41.0億円（下限 35.0億円、上限 83.0億円）",
                        "  GDP比0.41%（GDP：10,000.0億円）",
                        "    0.5％：50.0億円（9.0億円下回る）",
                        "",
                        "  区分  分野   件数  予算額（億円）  算入額  下限  上限",
                        "  中核  fleet     1            20.0    20.0  20.0  20.0",
                        "  関連  ports     1           300.0    21.0  15.0  63.0",
                        "  計              2           320.0    41.0  35.0  83.0",
                        "",
                        "算入額の大きい項目",
                        "  22  Programme 22  ports  21.0億円",
                        "   1  Programme 1   fleet  20.0億円",
                        "",
                        "要確認：1件、5.0億円。すべて算入と判断された場合の上積みは最大4.0億円",
                        "  3  Programme 3  fleet  5.0億円",
                        "",
                        "レビューシートまたは予算表の行の合計であり、公式の総額ではない。");
    }

    @Test
    void withoutABaseThereIsNoPercentageAndNoTarget() {
        assertThat(text(Decisions.definition("JPY", 0), List.of(notCounted("1", 5)), Language.EN))
                .contains("  No share of GDP: the definition has no base in JPY", "Needs review: nothing")
                .noneMatch(line -> line.contains("Half a per cent") || line.contains("Largest"));
    }

    @Test
    void aLevelThatIsReachedIsSaidToBeExceededByNothing() {
        assertThat(text(
                        Decisions.definition("JPY", 1_000_000_000_000L),
                        List.of(counted("1", 5_000_000_000L, "fleet")),
                        Language.EN))
                .contains("    Half a per cent: 5.00 bn yen, 0.00 bn yen above it");
    }

    @Test
    void tenOfTheLargestItemsAreShownAndEqualOnesByTheirId() {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 25; i > 10; i--) {
            decisions.add(counted(String.valueOf(i), 5, "fleet"));
        }
        List<String> lines = text(Decisions.definition(), decisions, Language.EN);
        List<String> largest =
                lines.subList(lines.indexOf("Largest counted items") + 1, lines.indexOf("Largest counted items") + 11);

        assertThat(largest)
                .extracting(line -> line.strip().split(" ")[0])
                .containsExactly("11", "12", "13", "14", "15", "16", "17", "18", "19", "20");
        assertThat(lines.get(lines.indexOf("Largest counted items") + 11)).isEmpty();
    }

    @Test
    void fiveItemsToReviewAreShownAndTheOthersCounted() {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            decisions.add(review(String.valueOf(i), 10L * i, "ports", 10L * i));
        }
        List<String> lines = text(Decisions.definition(), decisions, Language.EN);

        assertThat(lines)
                .contains(
                        "Needs review: 8 items of 360 yen; up to 360 yen more if all were judged to count",
                        "  8  Programme 8  ports  80 yen",
                        "  … and 3 more in the files of --out");
        assertThat(lines).noneMatch(line -> line.startsWith("  3  "));
    }
}
