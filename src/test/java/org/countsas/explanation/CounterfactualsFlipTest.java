package org.countsas.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A counterfactual that does not flip the outcome is a defect, and so is one of which a part would do. Both are shown here by the
 * engine and not by the search itself: the changed items go through Drools like any other.
 */
@Tag("hot")
class CounterfactualsFlipTest {
    private static final CountsAs COUNTS_AS = RealItems.COUNTS_AS;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int ITEMS = 1_000;
    private static final long SEED = 20_241_122;

    /** A set of changes that flips or one that must not, made, with the outcome before. */
    private record Claim(
            BudgetItem item, List<Change> changes, ChangedCase changed, boolean flips, boolean countedBefore) {}

    @ParameterizedTest
    @ValueSource(strings = {"japan-2022", "japan-2025-proposal"})
    void everySetFlipsTheOutcomeOfTheEngineAndNoPartOfItDoes(String id) {
        Definition definition = COUNTS_AS.definitions().get(id);
        List<BudgetItem> items = new ArrayList<>(RealItems.of(SharedData.rs2024()));
        Collections.shuffle(items, new Random(SEED));
        items = items.subList(0, ITEMS);
        Explainer explainer = new Explainer(COUNTS_AS.rules());
        Findings before = COUNTS_AS.evaluate(
                programmes(items.stream().map(BudgetItem::programme).toList()), done -> {});
        List<Claim> claims = new ArrayList<>();
        int explained = 0;
        int sets = 0;
        for (BudgetItem item : items) {
            boolean counted = decide(before, item, definition) == Outcome.COUNTED;
            List<Counterfactual> found = explainer.counterfactuals(item, definition, DAY);
            assertThat(found).hasSizeLessThanOrEqualTo(10);
            explained += found.isEmpty() ? 0 : 1;
            for (Counterfactual each : found) {
                sets++;
                claims.add(new Claim(item, each.changes(), each.changed(), true, counted));
                for (int size = 1; size < each.changes().size(); size++) {
                    for (List<Change> part : Counterfactuals.parts(each.changes(), size)) {
                        claims.add(new Claim(item, part, explainer.changed(part, item, definition), false, counted));
                    }
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        for (int from = 0; from < claims.size(); from += 5_000) {
            List<Claim> some = claims.subList(from, Math.min(from + 5_000, claims.size()));
            Findings after = COUNTS_AS.evaluate(
                    programmes(some.stream()
                            .map(claim -> claim.changed().item().programme())
                            .toList()),
                    done -> {});
            for (Claim claim : some) {
                boolean counted = decide(after, claim.changed()) == Outcome.COUNTED;
                if ((counted != claim.countedBefore()) != claim.flips()) {
                    wrong.add(claim.item().id()
                            + (claim.flips() ? " is not flipped by " : " is flipped by a part: ")
                            + claim.changes().stream().map(Change::key).collect(Collectors.joining("; ")));
                }
            }
        }
        System.out.println(id + ": " + ITEMS + " items, " + explained + " with counterfactuals, " + sets + " sets, "
                + (claims.size() - sets) + " parts of sets, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(sets).as("sets: a check of nothing proves nothing").isGreaterThan(1_000);
    }

    /** Each once: the same object may stand in several claims. */
    private static List<Programme> programmes(List<Programme> programmes) {
        Map<Programme, Boolean> distinct = new IdentityHashMap<>();
        return programmes.stream()
                .filter(programme -> distinct.put(programme, true) == null)
                .toList();
    }

    private static Outcome decide(Findings findings, BudgetItem item, Definition definition) {
        return new Adjudicator(definition, DAY)
                .decide(List.of(item), findings)
                .get(0)
                .outcome();
    }

    private static Outcome decide(Findings findings, ChangedCase changed) {
        List<Finding> there = findings.of(changed.item().programme()).stream()
                .filter(finding -> !changed.without().contains(finding.rule().name()))
                .toList();
        return new Adjudicator(changed.definition(), DAY)
                .decide(changed.item(), there)
                .outcome();
    }
}
