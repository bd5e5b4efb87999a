package org.countsas.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RealRules;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.junit.jupiter.api.Test;

/** The invariants on every item of the review of 2024 under every definition of the project. */
class RealDecisionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void each_yen_counts_once_and_every_item_is_decided() {
        for (Definition definition : Definitions.read(RealRules.book()).all()) {
            List<Decision> decisions = decide(definition, RealRules.findings());
            assertThat(decisions).hasSameSizeAs(RealRules.items());
            Map<String, Counted> byArea = new HashMap<>();
            Counted total = Counted.NOTHING;
            for (Decision decision : decisions) {
                long amount = decision.item().amount();
                assertThat(decision.counted().low())
                        .as(decision.item().id())
                        .isBetween(Math.min(0, amount), decision.counted().central());
                assertThat(decision.counted().high())
                        .as(decision.item().id())
                        .isBetween(decision.counted().central(), Math.max(0, amount));
                total = total.plus(decision.counted());
                decision.area().ifPresent(area -> byArea.merge(area, decision.counted(), Counted::plus));
                if (decision.outcome() == Outcome.NOT_COUNTED) {
                    assertThat(decision.counted()).isEqualTo(Counted.NOTHING);
                }
            }
            assertThat(byArea.values().stream().reduce(Counted.NOTHING, Counted::plus))
                    .as(definition.id())
                    .isEqualTo(total);
            assertThat(definition.adoptions()).extracting(Adoption::policy).containsAll(byArea.keySet());
        }
    }

    @Test
    void the_order_of_policies_changes_where_items_count_and_never_which() {
        Definition definition = Definitions.read(RealRules.book()).get("japan-2025-proposal");
        Set<String> counted = counted(decide(definition, RealRules.findings()));
        assertThat(counted).hasSizeGreaterThan(500);
        List<Adoption> adoptions = new ArrayList<>(definition.adoptions());
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(adoptions, random);
            assertThat(counted(decide(definition.with(adoptions), RealRules.findings())))
                    .isEqualTo(counted);
        }
    }

    @Test
    void an_express_reject_everywhere_leaves_nothing_to_count() {
        Definition definition = Definitions.read(RealRules.book()).get("japan-2025-proposal");
        Finding reject = Cases.finding(
                "No",
                "space",
                Effect.REJECT,
                Scope.EVERYWHERE,
                Strength.EXPRESS,
                Share.NOTHING,
                java.util.Optional.empty(),
                java.util.Optional.empty());
        List<List<Finding>> rejected = RealRules.findings().stream()
                .map(each -> {
                    List<Finding> more = new ArrayList<>(each);
                    more.add(reject);
                    return more;
                })
                .collect(Collectors.toList());
        assertThat(decide(definition, rejected))
                .allSatisfy(decision -> assertThat(decision.outcome()).isEqualTo(Outcome.NOT_COUNTED));
    }

    @Test
    void adopting_the_proposed_policies_one_by_one_never_lowers_what_an_item_counts_unless_one_rejects() {
        Definition definition = Definitions.read(RealRules.book()).get("japan-2025-proposal");
        List<List<Finding>> findings = RealRules.findings().stream()
                .map(each -> each.stream()
                        .filter(finding -> finding.rule().effect() != Effect.REJECT)
                        .toList())
                .toList();
        List<Decision> before = decide(definition.with(definition.adoptions().subList(0, 1)), findings);
        for (int adopted = 2; adopted <= definition.adoptions().size(); adopted++) {
            List<Decision> after = decide(definition.with(definition.adoptions().subList(0, adopted)), findings);
            for (int i = 0; i < after.size(); i++) {
                if (after.get(i).item().amount() >= 0) {
                    assertThat(after.get(i).counted().central())
                            .as(after.get(i).item().id())
                            .isGreaterThanOrEqualTo(before.get(i).counted().central());
                }
            }
            before = after;
        }
    }

    private static Set<String> counted(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.outcome() == Outcome.COUNTED)
                .map(decision -> decision.item().id())
                .collect(Collectors.toSet());
    }

    private static List<Decision> decide(Definition definition, List<List<Finding>> findings) {
        List<BudgetItem> items = RealRules.items();
        Adjudicator adjudicator = new Adjudicator(definition, DAY);
        return IntStream.range(0, items.size())
                .mapToObj(i -> adjudicator.decide(items.get(i), findings.get(i)))
                .toList();
    }
}
