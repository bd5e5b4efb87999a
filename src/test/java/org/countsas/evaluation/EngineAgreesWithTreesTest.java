package org.countsas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Scanner;
import org.junit.jupiter.api.Test;

/**
 * The meaning of a rule is stated three times: by the engine that matches it, by the plan that stands for the engine where a whole budget is
 * decided, and by the tree that explains it. They must never differ; engine and plan not even in the evidence.
 */
class EngineAgreesWithTreesTest {

    @Test
    void on_every_rule_and_every_item_of_the_review_of_2024() {
        List<Programme> programmes =
                RealRules.items().stream().map(BudgetItem::programme).toList();
        assertThat(programmes).hasSize(5_664);
        assertThat(names(RealRules.findings())).isEqualTo(byTrees(RealRules.book(), programmes));
        assertThat(RulePlan.of(RealRules.book()).evaluate(programmes)).isEqualTo(RealRules.findings());
        assertThat(RealRules.findings().stream().mapToInt(List::size).sum()).isGreaterThan(1_000);
    }

    /** Items in which concepts and values that rules ask for stand in fields where real items have them, and where they do not. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void on_every_rule_and_on_items_made_of_the_rules_own_words(
            @ForAll @Size(min = 20, max = 60) List<@From("programmes") Programme> programmes) {
        List<List<Finding>> found = RealRules.engine().evaluate(programmes);

        assertThat(names(found)).isEqualTo(byTrees(RealRules.book(), programmes));
        assertThat(RulePlan.of(RealRules.book()).evaluate(programmes)).isEqualTo(found);
    }

    /** Conditions that nobody has written yet: every construct of the language, nested at random. */
    @Test
    void on_rules_that_are_made_at_random() {
        Random random = new Random(20261122);
        RuleFileText[] rules = IntStream.range(0, 150)
                .mapToObj(i -> RuleFileText.named("Rule " + i).when(RandomConditions.next(random)))
                .toArray(RuleFileText[]::new);
        RuleBook book = SmallRules.complete().withRules("shipbuilding", rules).read();
        assertThat(book.rules()).hasSize(150);
        List<Programme> programmes = Stream.generate(() -> RandomConditions.programme(random))
                .limit(400)
                .toList();

        List<List<Finding>> findings =
                RuleEngine.of(book, CompilationCache.none()).evaluate(programmes);
        List<List<String>> found = names(findings);

        assertThat(found).isEqualTo(byTrees(book, programmes));
        assertThat(RulePlan.of(book).evaluate(programmes)).isEqualTo(findings);
        Map<String, Long> held = found.stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(held.values().stream().filter(count -> count < 400).count())
                .as("rules that hold of some items and not of others")
                .isGreaterThan(100);
    }

    private static List<List<String>> names(List<List<Finding>> findings) {
        return findings.stream()
                .map(each -> each.stream().map(finding -> finding.rule().name()).toList())
                .toList();
    }

    private static List<List<String>> byTrees(RuleBook book, List<Programme> programmes) {
        Scanner scanner = book.vocabulary().scanner();
        List<List<String>> names = new ArrayList<>();
        for (Programme programme : programmes) {
            Item item = new Item(programme, scanner.scan(programme));
            names.add(book.rules().stream()
                    .filter(rule -> rule.holds(item, book.facilities()))
                    .map(Rule::name)
                    .sorted()
                    .toList());
        }
        return names;
    }

    @Provide
    static Arbitrary<Programme> programmes() {
        RuleBook book = RealRules.book();
        List<String> terms = book.vocabulary().concepts().stream()
                .flatMap(concept -> concept.terms().stream())
                .map(term -> term.replaceFirst("\\*$", ""))
                .toList();
        List<String> ministries = book.vocabulary().concepts().stream()
                .filter(concept -> concept.file().endsWith("organisations.yaml"))
                .flatMap(concept -> concept.terms().stream())
                .toList();
        Arbitrary<String> organisation = Arbitraries.of(ministries.isEmpty() ? terms : ministries);
        Arbitrary<String> text = Arbitraries.of(terms).list().ofMaxSize(4).map(words -> String.join("、", words));
        Arbitrary<String> longText = Arbitraries.of(terms).list().ofMaxSize(12).map(words -> String.join("と", words));
        Arbitrary<List<String>> cited =
                text.filter(each -> !each.isEmpty()).list().ofMaxSize(2);
        return Combinators.combine(
                        organisation,
                        organisation,
                        text,
                        longText,
                        longText,
                        cited,
                        cited,
                        Combinators.combine(text, text).as(List::of))
                .as((ministry, bureau, name, purpose, overview, plans, laws, funds) -> Programme.builder("1")
                        .ministry(ministry)
                        .bureau(bureau)
                        .name(name)
                        .purpose(purpose)
                        .overview(overview)
                        .plans(plans)
                        .laws(laws)
                        .account(funds.get(0))
                        .majorExpense(funds.get(1))
                        .build());
    }
}
