package org.countsas.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.policy.rule.Share;
import org.countsas.quality.LabelReader;
import org.countsas.quality.Score;
import org.countsas.report.Samples;
import org.countsas.source.result.Selection;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job on the real review: official figures and hand labels, to the yen where a figure is exact. */
class JapanTest {
    private static final long HUNDRED_MILLION = 100_000_000;

    private static AreaTotal area(String area) {
        return Review.totals("japan-2022").areas().stream()
                .filter(each -> each.area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"japan-2022", "japan-2025-proposal"})
    void everyProjectIsDecidedAndEveryYenOfTheReviewIsThere(String definition) {
        Selection selection = Review.selection();
        Totals totals = Review.totals(definition);

        assertThat(selection.rejected()).isEmpty();
        assertThat(selection.items()).hasSize(5_664);
        assertThat(totals.items()).isEqualTo(5_664);
        assertThat(totals.amount()).isEqualTo(121_141_049_606_724L);
        assertThat(selection.currency()).isEqualTo("JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"japan-2022", "japan-2025-proposal"})
    void eachYenCountsOnceAndWithinItsItem(String definition) {
        List<Decision> decisions = Review.decisions(definition);
        Totals totals = Review.totals(definition);

        assertThat(decisions).allSatisfy(decision -> {
            Counted counted = decision.counted();
            assertThat(counted.low()).isBetween(0L, counted.central());
            assertThat(counted.central()).isBetween(counted.low(), counted.high());
            assertThat(counted.high())
                    .isBetween(counted.central(), decision.item().amount());
            assertThat(decision.alsoCountsIn()).doesNotContain(decision.area().orElse("-"));
        });
        assertThat(totals.areas().stream().map(AreaTotal::counted).reduce(Counted.NOTHING, Counted::plus))
                .isEqualTo(totals.counted());
        assertThat(totals.areas().stream().mapToInt(AreaTotal::items).sum()).isEqualTo((int) decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.COUNTED)
                .count());
    }

    @Test
    void allProjectsOfTheMinistryOfDefenceAreCoreAndWhole() {
        List<Decision> ministry = Review.decisions("japan-2022").stream()
                .filter(decision -> decision.item().programme().ministry().equals("防衛省"))
                .toList();

        assertThat(ministry).hasSize(320).allSatisfy(decision -> {
            assertThat(decision.item().programme().majorExpense()).isEqualTo("防衛関係費");
            assertThat(decision.outcome()).isEqualTo(Outcome.COUNTED);
            assertThat(decision.area()).contains("core-defence");
            assertThat(decision.block()).contains("core");
            assertThat(decision.counted().central()).isEqualTo(decision.item().amount());
        });
        assertThat(Review.decisions("japan-2022").stream()
                        .filter(decision ->
                                decision.item().programme().majorExpense().contains("防衛関係費")))
                .hasSize(320);
    }

    @Test
    void allProjectsOfTheCoastGuardCountWhole() {
        List<Decision> coastGuard = Review.decisions("japan-2022").stream()
                .filter(decision -> decision.item().programme().ministry().equals("国土交通省　海上保安庁"))
                .toList();

        assertThat(coastGuard).hasSize(20).allSatisfy(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.COUNTED);
            assertThat(decision.area()).contains("coast-guard");
            assertThat(decision.share()).isEqualTo(Share.WHOLE);
        });
        assertThat(coastGuard.stream()
                        .mapToLong(decision -> decision.counted().central())
                        .sum())
                .isEqualTo(144_040_487_000L);
        assertThat(area("coast-guard").counted())
                .isEqualTo(new Counted(144_040_487_000L, 144_040_487_000L, 144_040_487_000L));
    }

    @ParameterizedTest(name = "{0}: {1} hundred million yen")
    @CsvSource({"public-infrastructure, 370", "research-and-development, 1805", "cybersecurity, 125"})
    void theOfficialFigureOfFiscalYear2024LiesWithinTheBounds(String area, long official) {
        Counted counted = area(area).counted();

        assertThat(official * HUNDRED_MILLION).isBetween(counted.low(), counted.high());
    }

    @Test
    void officialSecurityAssistanceCountsWholeAndToTheYen() {
        Decision assistance = Review.decisions("japan-2022").stream()
                .filter(decision -> decision.item().programme().name().contains("安全保障能力強化支援"))
                .findFirst()
                .orElseThrow();

        assertThat(assistance.item().id()).isEqualTo("6700");
        assertThat(assistance.area()).contains("international-cooperation");
        assertThat(assistance.share()).isEqualTo(Share.WHOLE);
        assertThat(assistance.counted()).isEqualTo(new Counted(5_045_132_000L, 5_045_132_000L, 5_045_132_000L));
    }

    @Test
    void theShareOfGdpIsThatOfTheCountedCentralValue() {
        Totals totals = Review.totals("japan-2022");
        Summary summary = new Summary(
                Samples.countsAs().definitions().get("japan-2022"),
                Review.DAY,
                2024,
                Review.selection().stage(),
                "JPY",
                5_664,
                0,
                totals);

        assertThat(summary.percentOfGdp(totals.counted().central()))
                .contains(BigDecimal.valueOf(totals.counted().central())
                        .divide(new BigDecimal("5600000000000"), 4, java.math.RoundingMode.HALF_UP));
        assertThat(summary.percentOfGdp(560_000_000_000_000L)).contains(new BigDecimal("100.0000"));
    }

    @Test
    void theProposalCountsEveryItemThatTheDefinitionInForceCountsExceptResearchThatMovesToItsField() {
        Map<String, Decision> proposal = Review.decisions("japan-2025-proposal").stream()
                .collect(Collectors.toMap(decision -> decision.item().id(), Function.identity()));

        assertThat(Review.decisions("japan-2022").stream().filter(decision -> decision.outcome() == Outcome.COUNTED))
                .allSatisfy(decision -> {
                    Decision wider = proposal.get(decision.item().id());
                    assertThat(wider.outcome()).isEqualTo(Outcome.COUNTED);
                    assertThat(wider.counted().high())
                            .isGreaterThanOrEqualTo(decision.counted().high());
                    if (!wider.area().equals(decision.area())) {
                        assertThat(decision.area()).contains("research-and-development");
                        assertThat(wider.alsoCountsIn()).contains("research-and-development");
                    }
                });
    }

    @Test
    void theProposalAgreesWithTheHandLabels() {
        Score score = Score.of(Review.decisions("japan-2025-proposal"), LabelReader.read(SharedData.labels()));

        assertThat(score.unknown()).isEmpty();
        assertThat(score.all().f1().orElseThrow()).isGreaterThanOrEqualTo(new BigDecimal("0.92"));
        assertThat(score.all().areaAccuracy().orElseThrow()).isGreaterThanOrEqualTo(new BigDecimal("0.95"));
        assertThat(score.byArea()).hasSize(14);
    }

    @Test
    void everyDecisionCitesItsReasonAndEveryPartialShareItsSource() {
        assertThat(Review.decisions("japan-2025-proposal").stream()
                        .filter(decision -> decision.outcome() == Outcome.COUNTED))
                .allSatisfy(decision -> {
                    var rule = decision.decisive().orElseThrow().finding().rule();
                    assertThat(rule.citations())
                            .isNotEmpty()
                            .allMatch(source ->
                                    Samples.countsAs().rules().source(source).isPresent());
                    assertThat(rule.because().en()).isNotBlank();
                    assertThat(rule.because().ja()).isNotBlank();
                    if (!decision.share().equals(Share.WHOLE)) {
                        assertThat(rule.shareCitation()).isPresent();
                    }
                    assertThat(decision.decisive().orElseThrow().finding().evidence())
                            .isNotEmpty();
                });
    }
}
