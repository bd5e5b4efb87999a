package org.countsas.adjudication.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countsas.report.Decisions.counted;
import static org.countsas.report.Decisions.notCounted;
import static org.countsas.report.Decisions.review;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.policy.rule.Share;
import org.countsas.report.Decisions;
import org.junit.jupiter.api.Test;

class TotalsTest {

    @Test
    void everyItemIsSummedOnceInItsPrimaryAreaAndNotInTheOthersThatItWouldCountIn() {
        Totals totals = Totals.of(
                List.of(
                        counted("1", 100, "fleet", new Counted(100, 100, 100), "ports"),
                        counted("2", 1_000, "ports", new Counted(50, 70, 210)),
                        counted("3", 2_000, "ports", new Counted(100, 140, 420)),
                        review("4", 500, "fleet", 400),
                        notCounted("5", 7)),
                Decisions.definition());

        assertThat(totals)
                .isEqualTo(new Totals(
                        5,
                        3_607,
                        0,
                        new Counted(250, 310, 730),
                        List.of(
                                new AreaTotal("fleet", "core", 1, 100, new Counted(100, 100, 100)),
                                new AreaTotal("ports", "related", 2, 3_000, new Counted(150, 210, 630))),
                        new ReviewTotal(1, 500, 400)));
    }

    @Test
    void anAreaWithoutItemsIsListedWithNothing() {
        assertThat(Totals.of(List.of(), Decisions.definition()))
                .isEqualTo(new Totals(
                        0,
                        0,
                        0,
                        Counted.NOTHING,
                        List.of(
                                new AreaTotal("fleet", "core", 0, 0, Counted.NOTHING),
                                new AreaTotal("ports", "related", 0, 0, Counted.NOTHING)),
                        new ReviewTotal(0, 0, 0)));
    }

    @Test
    void negativeAmountsLowerTheTotals() {
        Totals totals = Totals.of(
                List.of(
                        counted("1", 100, "fleet"),
                        counted("2", -30, "fleet", new Counted(-30, -15, 0)),
                        review("3", -5, "ports", 0)),
                Decisions.definition());

        assertThat(totals.amount()).isEqualTo(65);
        assertThat(totals.counted()).isEqualTo(new Counted(70, 85, 100));
        assertThat(totals.review()).isEqualTo(new ReviewTotal(1, -5, 0));
    }

    @Test
    void anItemDecidedTwiceIsADefect() {
        assertThatThrownBy(() ->
                        Totals.of(List.of(counted("1", 100, "fleet"), notCounted("1", 100)), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the item 1 is decided twice");
    }

    @Test
    void anItemThatCountsMoreThanItsAmountIsADefect() {
        assertThatThrownBy(() -> Totals.of(
                        List.of(counted("1", 100, "fleet", new Counted(0, 100, 101))), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the item 1 of 100 counts Counted[low=0, central=100, high=101]");
    }

    @Test
    void anItemThatCountsLessThanNothingIsADefect() {
        assertThatThrownBy(() ->
                        Totals.of(List.of(counted("1", 100, "fleet", new Counted(-1, 0, 0))), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReductionThatCountsAsAnExpenseIsADefect() {
        assertThatThrownBy(() -> Totals.of(
                        List.of(counted("1", -100, "fleet", new Counted(-100, 0, 1))), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void boundsThatDoNotEncloseTheCentralValueAreADefect() {
        assertThatThrownBy(() ->
                        Totals.of(List.of(counted("1", 100, "fleet", new Counted(60, 50, 70))), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        Totals.of(List.of(counted("1", 100, "fleet", new Counted(60, 80, 70))), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aYenCountedInAnAreaThatTheDefinitionDoesNotAdoptIsADefect() {
        assertThatThrownBy(() -> Totals.of(
                        List.of(counted("1", 100, "fleet"), counted("2", 40, "space")), Decisions.definition()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the areas sum to Counted[low=100, central=100, high=100], the items to Counted[low=140, central=140, high=140]");
    }

    @Test
    void aSumBeyondTheLargestNumberIsRefusedAndNotWrappedAround() {
        long most = Long.MAX_VALUE;
        assertThatThrownBy(() -> Totals.of(List.of(notCounted("1", most), notCounted("2", 1)), Decisions.definition()))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Totals.of(List.of(notCounted("1", most), notCounted("2", -1)), Decisions.definition())
                        .amount())
                .isEqualTo(most - 1);
    }

    @Property(tries = 300)
    void theAreasAlwaysSumToTheTotalAndStayWithinTheAmounts(@ForAll("decisions") List<Decision> decisions) {
        Totals totals = Totals.of(decisions, Decisions.definition());

        assertThat(totals.areas().stream().map(AreaTotal::counted).reduce(Counted.NOTHING, Counted::plus))
                .isEqualTo(totals.counted());
        assertThat(totals.counted().low()).isLessThanOrEqualTo(totals.counted().central());
        assertThat(totals.counted().central())
                .isLessThanOrEqualTo(totals.counted().high());
        assertThat(totals.areas().stream().mapToInt(AreaTotal::items).sum()
                        + totals.review().items())
                .isLessThanOrEqualTo(totals.items());
        assertThat(totals.amount())
                .isEqualTo(decisions.stream()
                        .mapToLong(decision -> decision.item().amount())
                        .sum());
    }

    @Provide
    Arbitrary<List<Decision>> decisions() {
        Arbitrary<Share> shares = Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.integers().between(0, 10_000))
                .as((a, b, c) -> new Share(
                        Math.min(a, Math.min(b, c)),
                        Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)),
                        Math.max(a, Math.max(b, c))));
        Arbitrary<Decision> one = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-1_000_000, 1_000_000_000_000L),
                        shares)
                .as((kind, amount, share) -> {
                    long a = share.lowOf(amount);
                    long b = share.highOf(amount);
                    return switch (kind) {
                        case 0 ->
                            counted(
                                    "x",
                                    amount,
                                    "fleet",
                                    new Counted(Math.min(a, b), share.centralOf(amount), Math.max(a, b)));
                        case 1 ->
                            counted(
                                    "x",
                                    amount,
                                    "ports",
                                    new Counted(Math.min(a, b), share.centralOf(amount), Math.max(a, b)));
                        case 2 -> review("x", amount, "ports", Math.max(0, b));
                        default -> notCounted("x", amount);
                    };
                });
        return one.list().ofMaxSize(30).map(TotalsTest::numbered);
    }

    private static List<Decision> numbered(List<Decision> decisions) {
        return java.util.stream.IntStream.range(0, decisions.size())
                .mapToObj(i -> {
                    Decision decision = decisions.get(i);
                    return new Decision(
                            Decisions.item(String.valueOf(i), decision.item().amount()),
                            decision.definition(),
                            decision.outcome(),
                            decision.blockOrNull(),
                            decision.areaOrNull(),
                            decision.alsoCountsIn(),
                            decision.share(),
                            decision.counted(),
                            decision.findings());
                })
                .toList();
    }
}
