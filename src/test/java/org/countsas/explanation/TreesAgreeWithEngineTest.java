package org.countsas.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.rule.Rule;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An explanation that differs from the result is worse than none: both are held against each other on every rule and real item. */
@Tag("hot")
class TreesAgreeWithEngineTest {
    private static final CountsAs COUNTS_AS = RealItems.COUNTS_AS;

    @Test
    void everyRuleHoldsOfEveryRealItemByItsTreeExactlyWhereTheEngineSaysSo() {
        List<Programme> programmes = RealItems.of(SharedData.rs2024()).stream()
                .map(BudgetItem::programme)
                .toList();
        Findings findings = COUNTS_AS.evaluate(programmes, done -> {});
        Explainer explainer = new Explainer(COUNTS_AS.rules());
        List<String> differences = new ArrayList<>();
        long pairs = 0;
        long met = 0;
        for (Programme programme : programmes) {
            Set<String> matched = findings.of(programme).stream()
                    .map(finding -> finding.rule().name())
                    .collect(Collectors.toSet());
            for (RuleResult result : explainer.rules(programme)) {
                Rule rule = result.rule();
                pairs++;
                met += result.holds() ? 1 : 0;
                if (result.holds() != matched.contains(rule.name())
                        || result.holds() != (result.missing() == 0)
                        || !consistent(result.condition())) {
                    differences.add(programme.id() + ": " + rule.name());
                }
            }
        }
        System.out.println(pairs + " pairs of " + programmes.size() + " items and "
                + COUNTS_AS.rules().rules().size() + " rules compared, " + met + " hold, " + differences.size()
                + " differences");
        assertThat(differences).isEmpty();
        assertThat(met)
                .as("pairs that hold: a comparison of nothing proves nothing")
                .isGreaterThan(500);
    }

    @Test
    void findingsByTreesAreThoseOfTheEngineWithTheirEvidenceAndDates() {
        List<BudgetItem> items = RealItems.of(SharedData.rs2024());
        Findings findings =
                COUNTS_AS.evaluate(items.stream().map(BudgetItem::programme).toList(), done -> {});
        Explainer explainer = new Explainer(COUNTS_AS.rules());
        for (BudgetItem item : items) {
            List<Finding> byTrees = explainer.findings(item.programme());
            assertThat(byTrees).as(item.id()).isEqualTo(findings.of(item.programme()));
        }
        LocalDate day = LocalDate.of(2026, 1, 1);
        COUNTS_AS
                .definitions()
                .all()
                .forEach(definition -> assertThat(items.stream()
                                .map(item -> explainer.decide(item, definition, day))
                                .toList())
                        .isEqualTo(new Adjudicator(definition, day).decide(items, findings)));
    }

    /** A condition made of others is met as its parts say. */
    static boolean consistent(ConditionResult result) {
        boolean parts = result.details().stream().allMatch(TreesAgreeWithEngineTest::consistent);
        return parts
                && switch (result.condition().getClass().getSimpleName()) {
                    case "All" -> result.met() == result.details().stream().allMatch(ConditionResult::met);
                    case "Any" -> result.met() == result.details().stream().anyMatch(ConditionResult::met);
                    case "Not" -> result.met() != result.details().get(0).met();
                    default -> result.details().isEmpty();
                };
    }
}
