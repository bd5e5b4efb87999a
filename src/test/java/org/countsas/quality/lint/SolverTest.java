package org.countsas.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.countsas.evaluation.RandomConditions;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.policy.rule.Rule;
import org.junit.jupiter.api.Test;

/** What the solver says of rules of all kinds, held against items. */
class SolverTest {
    private static final int RULES = 60;
    private static final int ROUNDS = 20;

    @Test
    void what_is_impossible_holds_of_no_item_and_what_is_possible_of_the_item_made_for_it() {
        Random random = new Random(5);
        int impossible = 0;
        int shown = 0;
        int unshown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            RuleFileText[] texts = IntStream.range(0, RULES)
                    .mapToObj(i -> RuleFileText.named("Rule " + i).when(RandomConditions.next(random)))
                    .toArray(RuleFileText[]::new);
            RuleBook book =
                    SmallRules.complete().withRules("shipbuilding", texts).read();
            TreeFindings trees = new TreeFindings(RuleSet.of(book));
            List<Item> items = IntStream.range(0, 300)
                    .mapToObj(i -> trees.item(RandomConditions.programme(random)))
                    .toList();
            Claims claims = new Claims(book.facilities());
            MentionPatterns asked = new MentionPatterns(book.vocabulary());
            Solver solver = new Solver(asked);
            Witnesses witnesses = new Witnesses(book.vocabulary(), asked);
            for (int i = 0; i < RULES; i++) {
                Rule rule = book.rules().get(i);
                Rule other = book.rules().get(random.nextInt(RULES));
                Solver.Solution solution = solver.solve(
                        List.of(claims.rule(rule, SmallLint.DAY, true), claims.rule(other, SmallLint.DAY, false)));
                assertThat(solution.decided()).isTrue();
                String asks = texts[i] + "and not\n" + texts[book.rules().indexOf(other)];
                if (solution.impossible()) {
                    impossible++;
                    assertThat(items)
                            .as(asks)
                            .noneMatch(item ->
                                    rule.holds(item, book.facilities()) && !other.holds(item, book.facilities()));
                } else {
                    Programme programme = witnesses.programme(solution.model().orElseThrow());
                    Item item = trees.item(programme);
                    boolean does = rule.holds(item, book.facilities()) && !other.holds(item, book.facilities());
                    shown += does ? 1 : 0;
                    // Where mentions may not be many, the item made may have too many: then nothing is claimed.
                    assertThat(does || asks.contains("mentionCount"))
                            .as(asks + programme)
                            .isTrue();
                    unshown += does ? 0 : 1;
                }
            }
        }
        assertThat(impossible).isGreaterThan(20);
        assertThat(shown).isGreaterThan(500);
        assertThat(unshown).isLessThan(10);
    }
}
