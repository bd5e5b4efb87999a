package org.countsas.comparison.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Cases;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;

/** Rejections of all policies, reviews, strengths, shares and orders, whatever they are: sums are those of deciding every item. */
class ScenarioGameTest {
    private static final List<String> BASE = List.of("a", "b");
    private static final List<String> ADDED = List.of("c", "d", "e", "f");

    @Property(tries = 200)
    void every_combination_is_what_deciding_every_item_gives(@ForAll Random random) {
        List<Adoption> all = new ArrayList<>();
        for (String policy : List.of("a", "b", "c", "d", "e", "f")) {
            List<Adoption.ShareOverride> shares = random.nextInt(3) == 0
                    ? List.of(new Adoption.ShareOverride(null, share(random), "source"))
                    : List.of();
            all.add(new Adoption(policy, "block", shares));
        }
        List<Adoption> plain = new ArrayList<>(all.subList(0, 2));
        Collections.shuffle(plain, random);
        Collections.shuffle(all, random);
        Definition base = Cases.definition(plain);
        Definition full = Cases.definition(all);
        Map<Programme, List<Finding>> findings = new IdentityHashMap<>();
        List<BudgetItem> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Programme programme = Programme.builder("p" + i).build();
            findings.put(programme, findings(random));
            items.add(new BudgetItem(programme, 2024, Stage.INITIAL, random.nextInt(2_000_000) - 300_000, "JPY"));
        }

        BoundedGame game = new ScenarioGame(base, full, ADDED).of(ItemPartition.of(items, findings::get, Cases.DAY));

        long[][] values = {
            game.low().values(), game.central().values(), game.high().values()
        };
        for (int set = 0; set < 16; set++) {
            Definition definition = set == 0 ? base : subset(full, set);
            Counted expected = bruteForce(definition, items, findings);
            assertThat(new Counted(values[0][set], values[1][set], values[2][set]))
                    .as("set %d", set)
                    .isEqualTo(expected);
        }
    }

    private static Definition subset(Definition full, int set) {
        return full.with(full.adoptions().stream()
                .filter(adoption ->
                        BASE.contains(adoption.policy()) || (set >> ADDED.indexOf(adoption.policy()) & 1) == 1)
                .toList());
    }

    private static Counted bruteForce(
            Definition definition, List<BudgetItem> items, Map<Programme, List<Finding>> findings) {
        Adjudicator adjudicator = new Adjudicator(definition, Cases.DAY);
        Counted total = Counted.NOTHING;
        for (BudgetItem item : items) {
            Decision decision = adjudicator.decide(item, findings.get(item.programme()));
            total = decision.outcome() == Outcome.COUNTED ? total.plus(decision.counted()) : total;
        }
        return total;
    }

    /** Findings of few rules, so that items share them; a rule's name says all of it. */
    private static List<Finding> findings(Random random) {
        Map<String, Finding> findings = new java.util.TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String policy = List.of("a", "b", "c", "d", "e", "f").get(random.nextInt(6));
            Effect effect = Effect.values()[random.nextInt(3)];
            Scope scope = effect == Effect.REJECT && random.nextBoolean() ? Scope.EVERYWHERE : Scope.POLICY;
            Strength strength = Strength.values()[random.nextInt(3)];
            Share share = effect == Effect.REJECT
                    ? Share.NOTHING
                    : List.of(Share.WHOLE, new Share(500, 700, 2100), new Share(0, 5891, 10_000))
                            .get(random.nextInt(3));
            Optional<java.time.LocalDate> from =
                    random.nextInt(5) == 0 ? Optional.of(Cases.DAY.plusDays(random.nextInt(3) - 1)) : Optional.empty();
            String name = policy + effect + scope + strength + share + from;
            findings.put(name, Cases.finding(name, policy, effect, scope, strength, share, from, Optional.empty()));
        }
        return List.copyOf(findings.values());
    }

    private static Share share(Random random) {
        int low = random.nextInt(10_001);
        int high = low + random.nextInt(10_001 - low);
        return new Share(low, low + random.nextInt(high - low + 1), high);
    }
}
