package org.countsas.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.report.Decisions.counted;
import static org.countsas.report.Decisions.notCounted;
import static org.countsas.report.Decisions.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countsas.adjudication.Decision;
import org.countsas.quality.Label.Verdict;
import org.countsas.quality.Score.WrongItem;
import org.countsas.quality.Score.WrongItem.Kind;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static Label count(String item, String area) {
        return new Label(item, Verdict.COUNT, area);
    }

    private static Label not(String item, String area) {
        return new Label(item, Verdict.NOT, area);
    }

    private static Label borderline(String item, String area) {
        return new Label(item, Verdict.BORDERLINE, area);
    }

    private static Score score(Decision decision, Label... labels) {
        return Score.of(List.of(decision), Arrays.asList(labels));
    }

    @Test
    void aLabelledItemThatIsCountedInItsAreaIsAHit() {
        Score score = score(counted("1", 100, "fleet"), count("1", "fleet"));

        assertThat(score.all()).isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
        assertThat(score.byArea())
                .containsOnlyKeys("fleet")
                .containsEntry("fleet", new Tally(1, 0, 0, 0, 1, 100, 0, 0));
        assertThat(score.wrong()).isEmpty();
        assertThat(score.unknown()).isEmpty();
    }

    @Test
    void anItemCountedInAnotherAreaIsAHitWhoseAreaIsWrong() {
        Decision decision = counted("1", 100, "ports");
        Score score = score(decision, count("1", "fleet"));

        assertThat(score.all()).isEqualTo(new Tally(1, 0, 0, 0, 0, 100, 0, 0));
        assertThat(score.all().f1()).contains(new BigDecimal("1.0000"));
        assertThat(score.all().areaAccuracy()).contains(new BigDecimal("0.0000"));
        assertThat(score.wrong()).containsExactly(new WrongItem(Kind.OTHER_AREA, decision, List.of("fleet")));
    }

    @Test
    void anItemWithSeveralCountRowsIsRightInAnyOfTheirAreasAndOneItem() {
        for (String area : List.of("fleet", "ports")) {
            Score score = score(counted("1", 100, area), count("1", "fleet"), count("1", "ports"));

            assertThat(score.all()).as(area).isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
            assertThat(score.byArea().get("fleet").areaAccuracy()).contains(new BigDecimal("1.0000"));
            assertThat(score.byArea().get("ports").areaAccuracy()).contains(new BigDecimal("1.0000"));
            assertThat(score.wrong()).isEmpty();
        }
    }

    @Test
    void theAreasInWhichAnItemWouldAlsoCountDoNotMakeItsAreaRight() {
        Decision decision = counted("1", 100, "ports", new org.countsas.adjudication.Counted(100, 100, 100), "fleet");

        assertThat(score(decision, count("1", "fleet")).all().rightArea()).isZero();
    }

    @Test
    void aCountRowWithoutAnAreaIsRightInEveryArea() {
        assertThat(score(counted("1", 100, "ports"), count("1", "")).all())
                .isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
    }

    @Test
    void aLabelledItemThatIsNotCountedOrOnlyToBeReviewedIsMissed() {
        Decision decision = review("2", 30, "fleet", 30);
        Score score =
                Score.of(List.of(notCounted("1", 100), decision), List.of(count("1", "fleet"), count("2", "fleet")));

        assertThat(score.all()).isEqualTo(new Tally(0, 2, 0, 0, 0, 0, 130, 0));
        assertThat(score.wrong()).extracting(WrongItem::kind).containsExactly(Kind.MISSED, Kind.MISSED);
        assertThat(score.all().recall()).contains(new BigDecimal("0.0000"));
        assertThat(score.all().precision()).isEmpty();
        assertThat(score.all().areaAccuracy()).isEmpty();
    }

    @Test
    void aNotRowWithAnAreaIsWrongOnlyWhenTheItemIsCountedInThatArea() {
        Decision inTheArea = counted("1", 100, "fleet");

        assertThat(score(inTheArea, not("1", "fleet")).all()).isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0, 100));
        assertThat(score(inTheArea, not("1", "fleet")).wrong())
                .containsExactly(new WrongItem(Kind.WRONGLY_COUNTED, inTheArea, List.of("fleet")));
        assertThat(score(counted("1", 100, "ports"), not("1", "fleet")).all())
                .isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
        assertThat(score(notCounted("1", 100), not("1", "fleet")).all()).isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
        assertThat(score(review("1", 100, "fleet", 100), not("1", "fleet")).all())
                .isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void aNotRowWithoutAnAreaIsWrongWhenTheItemIsCountedAtAll() {
        assertThat(score(counted("1", 100, "fleet"), not("1", "")).all())
                .isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0, 100));
        assertThat(score(counted("1", 100, "ports"), not("1", "")).all())
                .isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0, 100));
        assertThat(score(notCounted("1", 100), not("1", "")).all()).isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void anItemMayCountInOneAreaAndNotInAnother() {
        Label[] labels = {count("1", "fleet"), not("1", "ports")};
        Score right = score(counted("1", 100, "fleet"), labels);
        Score wrong = score(counted("1", 100, "ports"), labels);

        assertThat(right.all()).isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
        assertThat(right.byArea().get("ports")).isEqualTo(new Tally(0, 0, 0, 1, 0, 0, 0, 0));
        assertThat(wrong.all()).isEqualTo(new Tally(1, 0, 0, 0, 0, 100, 0, 0));
        assertThat(wrong.byArea().get("ports")).isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0, 100));
    }

    @Test
    void aBorderlineItemIsLeftOutHoweverItIsDecided() {
        for (Decision decision :
                List.of(counted("1", 100, "fleet"), notCounted("1", 100), review("1", 100, "fleet", 50))) {
            Score score = score(decision, borderline("1", "fleet"));
            assertThat(score.all()).isEqualTo(Tally.NOTHING);
            assertThat(score.byArea()).isEmpty();
            assertThat(score.wrong()).isEmpty();
            assertThat(score.all().f1()).isEmpty();
        }
    }

    @Test
    void aBorderlineRowDoesNotExcuseACountInAnAreaWhereAnotherRowSaysNot() {
        assertThat(score(counted("1", 100, "fleet"), borderline("1", "ports"), not("1", "fleet"))
                        .all())
                .isEqualTo(new Tally(0, 0, 1, 0, 0, 0, 0, 100));
        assertThat(score(counted("1", 100, "ports"), borderline("1", "ports"), not("1", "fleet"))
                        .all())
                .isEqualTo(Tally.NOTHING);
    }

    @Test
    void labelledIdsThatAreNotInTheInputAreListedAndLeftOut() {
        Score score = Score.of(
                List.of(counted("1", 100, "fleet")),
                List.of(count("1", "fleet"), count("9", "fleet"), not("8", ""), count("9", "ports")));

        assertThat(score.unknown()).containsExactly("8", "9");
        assertThat(score.all()).isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
    }

    @Test
    void itemsWithoutALabelDoNotMatter() {
        assertThat(Score.of(
                                List.of(counted("1", 100, "fleet"), counted("2", 5, "fleet"), notCounted("3", 6)),
                                List.of(count("1", "fleet")))
                        .all())
                .isEqualTo(new Tally(1, 0, 0, 0, 1, 100, 0, 0));
    }

    @Test
    void theRatiosAreThoseOfTheTextbookToFourDecimalsHalfUp() {
        Tally tally = new Tally(7, 2, 1, 5, 6, 700, 100, 300);

        assertThat(tally.precision()).contains(new BigDecimal("0.8750"));
        assertThat(tally.recall()).contains(new BigDecimal("0.7778"));
        assertThat(tally.f1()).contains(new BigDecimal("0.8235"));
        assertThat(tally.areaAccuracy()).contains(new BigDecimal("0.8571"));
        assertThat(tally.precisionOfAmount()).contains(new BigDecimal("0.7000"));
        assertThat(tally.recallOfAmount()).contains(new BigDecimal("0.8750"));
        assertThat(Tally.NOTHING.f1()).isEmpty();
    }

    @Property(tries = 200)
    void theOrderOfLabelsAndItemsDoesNotMatter(
            @ForAll("decisions") List<Decision> decisions,
            @ForAll("labels") List<Label> labels,
            @ForAll Random random) {
        List<Decision> shuffledDecisions = new ArrayList<>(decisions);
        List<Label> shuffledLabels = new ArrayList<>(labels);
        Collections.shuffle(shuffledDecisions, random);
        Collections.shuffle(shuffledLabels, random);

        assertThat(Score.of(shuffledDecisions, shuffledLabels)).isEqualTo(Score.of(decisions, labels));
    }

    @Property(tries = 200)
    void everyLabelledItemIsOneOfTheTalliesOrLeftOut(
            @ForAll("decisions") List<Decision> decisions, @ForAll("labels") List<Label> labels) {
        Score score = Score.of(decisions, labels);
        Tally all = score.all();
        long known = labels.stream()
                .map(Label::item)
                .distinct()
                .filter(id -> decisions.stream()
                        .anyMatch(decision -> decision.item().id().equals(id)))
                .count();

        assertThat((long) all.hits() + all.missed() + all.wrong() + all.left()).isLessThanOrEqualTo(known);
        assertThat(all.rightArea()).isLessThanOrEqualTo(all.hits());
        assertThat(score.wrong()).hasSize(all.missed() + all.wrong() + all.hits() - all.rightArea());
    }

    @Provide
    Arbitrary<List<Decision>> decisions() {
        return Arbitraries.integers().between(0, 3).list().ofSize(6).map(kinds -> {
            List<Decision> decisions = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                String id = String.valueOf(i);
                decisions.add(
                        switch (kinds.get(i)) {
                            case 0 -> counted(id, 10L * i, "fleet");
                            case 1 -> counted(id, 10L * i, "ports");
                            case 2 -> review(id, 10L * i, "fleet", 10L * i);
                            default -> notCounted(id, 10L * i);
                        });
            }
            return decisions;
        });
    }

    @Provide
    Arbitrary<List<Label>> labels() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(Verdict.values()),
                        Arbitraries.of("fleet", "ports", ""))
                .as((item, verdict, area) -> new Label(String.valueOf(item), verdict, area))
                .list()
                .ofMaxSize(14);
    }
}
