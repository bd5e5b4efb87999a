package org.countsas.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.countsas.CountsAs;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.Facility;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Concept;

/**
 * Items made of what the vocabulary knows: real ones meet few of the rules' corners. Terms, phrases that are no mention, facilities,
 * doubled and cut terms, odd widths and dashes stand in any field, so that every rule comes to hold somewhere.
 */
class GeneratedItemsTest {
    private static final CountsAs COUNTS_AS = RealItems.COUNTS_AS;
    private static final Explainer EXPLAINER = new Explainer(COUNTS_AS.rules());
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Set<String> HELD = new TreeSet<>();

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void treesAgreeWithTheEngineOnGeneratedItems(@ForAll("batches") List<Programme> batch) {
        var findings = COUNTS_AS.evaluate(batch, done -> {});
        for (Programme programme : batch) {
            Set<String> matched = findings.of(programme).stream()
                    .map(finding -> finding.rule().name())
                    .collect(Collectors.toSet());
            HELD.addAll(matched);
            for (RuleResult result : EXPLAINER.rules(programme)) {
                assertThat(result.holds())
                        .as("%s of %s", result.rule().name(), programme)
                        .isEqualTo(matched.contains(result.rule().name()));
                assertThat(result.missing() == 0)
                        .as("%s misses %d", result.rule().name(), result.missing())
                        .isEqualTo(result.holds());
                assertThat(TreesAgreeWithEngineTest.consistent(result.condition()))
                        .isTrue();
            }
            List<Finding> byTrees = EXPLAINER.findings(programme);
            assertThat(byTrees).isEqualTo(findings.of(programme));
        }
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void counterfactualsOfGeneratedItemsFlip(@ForAll("programmes") Programme programme) {
        BudgetItem item = new BudgetItem(programme, 2024, Stage.INITIAL, -7, "JPY");
        COUNTS_AS.definitions().all().forEach(definition -> {
            var before = EXPLAINER.decide(item, definition, DAY).outcome();
            for (Counterfactual each : EXPLAINER.counterfactuals(item, definition, DAY)) {
                ChangedCase changed = each.changed();
                var found = COUNTS_AS
                        .evaluate(List.of(changed.item().programme()), done -> {})
                        .of(changed.item().programme())
                        .stream()
                        .filter(finding ->
                                !changed.without().contains(finding.rule().name()))
                        .toList();
                var after = new org.countsas.adjudication.Adjudicator(changed.definition(), DAY)
                        .decide(changed.item(), found)
                        .outcome();
                assertThat(after == org.countsas.adjudication.Outcome.COUNTED)
                        .isNotEqualTo(before == org.countsas.adjudication.Outcome.COUNTED);
            }
        });
    }

    @AfterContainer
    static void nearlyEveryRuleHeldSomewhere() {
        Set<String> never =
                COUNTS_AS.rules().rules().stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));
        never.removeAll(HELD);
        System.out.println("Rules that held of a generated item: " + HELD.size() + "; never: " + never);
        assertThat(HELD.size()).isGreaterThan(COUNTS_AS.rules().rules().size() * 9 / 10);
    }

    @Provide
    Arbitrary<List<Programme>> batches() {
        return programmes().list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Programme> programmes() {
        Arbitrary<String> text = pieces().list().ofMaxSize(3).map(pieces -> String.join(" ", pieces));
        Arbitrary<List<String>> several = pieces().list().ofMaxSize(2);
        // A rule's own concepts together: drawn at random they would hardly ever meet.
        Arbitrary<Rule> rule = Arbitraries.of(COUNTS_AS.rules().rules());
        return Combinators.combine(rule, text, text, text, text, several, Arbitraries.of(0, 1, 2))
                .as((meant, bureau, name, purpose, overview, plans, how) -> {
                    List<String> terms = how == 0 ? List.of() : terms(meant, how == 1);
                    String joined = String.join("、", terms);
                    return Programme.builder("g")
                            .ministry(joined)
                            .bureau(bureau)
                            .account(joined)
                            .name(joined + name)
                            .purpose(purpose)
                            .overview(joined + overview)
                            .majorExpense(name)
                            .plans(plans)
                            .laws(terms)
                            .attributes(java.util.Map.of("subfunction", how == 0 ? "053" : how == 1 ? "051" : "054"))
                            .build();
                });
    }

    private static List<String> terms(Rule rule, boolean wantedOnly) {
        Set<String> concepts = new LinkedHashSet<>();
        collect(rule.condition(), false, wantedOnly, concepts);
        List<String> terms = new ArrayList<>();
        concepts.forEach(id -> COUNTS_AS
                .rules()
                .vocabulary()
                .concept(id)
                .ifPresent(concept -> terms.add(concept.terms().get(0).replace("*", ""))));
        if (rule.facilities().isPresent()) {
            List<String> kinds = FacilityChanges.kinds(rule.facilities().get().condition());
            COUNTS_AS.rules().facilities().stream()
                    .filter(facility -> kinds.contains(facility.getKind()))
                    .findFirst()
                    .map(Facility::label)
                    .filter(label -> wantedOnly && rule.facilities().get().quantifier() != Rule.Quantifier.NONE)
                    .ifPresent(label -> terms.add(label.ja()));
        }
        return terms;
    }

    private static void collect(
            org.countsas.policy.Condition condition, boolean negative, boolean wantedOnly, Set<String> concepts) {
        if (condition instanceof org.countsas.policy.Condition.All all) {
            all.parts().forEach(part -> collect(part, negative, wantedOnly, concepts));
        } else if (condition instanceof org.countsas.policy.Condition.Any any) {
            any.parts().forEach(part -> collect(part, negative, wantedOnly, concepts));
        } else if (condition instanceof org.countsas.policy.Condition.Not not) {
            collect(not.part(), !negative, wantedOnly, concepts);
        } else if (condition instanceof org.countsas.policy.Condition.Mentioned mentioned
                && !(negative && wantedOnly)) {
            concepts.add(mentioned.concepts().get(0));
        }
    }

    private static Arbitrary<String> pieces() {
        List<String> pieces = new ArrayList<>(List.of("", "の整備", "ー", "－", "Ｏ", "\uD842\uDFB7", "…", "ﾃﾛ", "a"));
        for (Concept concept : COUNTS_AS.rules().vocabulary().concepts()) {
            concept.terms().forEach(term -> pieces.add(term.replace("*", "s")));
            concept.terms().forEach(term -> pieces.add(term.substring(0, term.length() - 1)));
            pieces.addAll(concept.notWithin());
        }
        COUNTS_AS
                .rules()
                .facilities()
                .forEach(facility -> pieces.add(facility.label().ja()));
        return Arbitraries.of(pieces);
    }
}
