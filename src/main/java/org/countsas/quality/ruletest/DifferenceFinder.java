package org.countsas.quality.ruletest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.Verb;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.countsas.problem.Place;
import org.countsas.quality.ruletest.Difference.Kind;
import org.countsas.quality.ruletest.Expectation.Unmet;
import org.countsas.vocabulary.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Says which condition made the difference between what a test expects and what it got. If the test names a rule, it is a condition of that
 * rule; if it names only an outcome, it is the single condition that kept each rule from it.
 */
final class DifferenceFinder {
    private static final int MOST_NEAR_MISSES = 3;

    private final RuleSet rules;
    private final RuleTest test;
    private final Decision decision;
    private final Item item;

    DifferenceFinder(RuleSet rules, RuleTest test, Decision decision, Item item) {
        this.rules = rules;
        this.test = test;
        this.decision = decision;
        this.item = item;
    }

    List<Difference> of(Unmet unmet) {
        return switch (unmet.part()) {
            case "rule", "fires", "defeated" -> ofExpectedRule(rule(unmet.expected()));
            case "doesNotFire" -> met(rule(unmet.expected()));
            default -> ofResult();
        };
    }

    private Rule rule(String name) {
        return rules.rules().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Difference> ofExpectedRule(Rule rule) {
        Optional<WeighedFinding> finding = Expectation.findingOf(rule.name(), decision);
        if (finding.isEmpty()) {
            return notMet(rule);
        }
        if (finding.get().standing() == Standing.OUTSIDE) {
            return List.of(new Difference(
                    Kind.OUTSIDE, placeOf(rule), rule.name(), decision.definition() + ", " + test.asOf()));
        }
        return finding.get()
                .defeatedBy()
                .map(this::rule)
                .map(winner ->
                        List.of(new Difference(Kind.DEFEATED_BY, placeOf(winner), winner.name(), strength(winner))))
                .orElseGet(this::decidedBy);
    }

    private List<Difference> ofResult() {
        if (test.expected().rule().isPresent()) {
            return List.of(); // said once, at the rule
        }
        List<Difference> differences = new ArrayList<>(decidedBy());
        test.expected()
                .outcome()
                .filter(outcome -> outcome != decision.outcome())
                .ifPresent(outcome -> differences.addAll(nearMisses(outcome)));
        return differences;
    }

    private List<Difference> decidedBy() {
        return decision.decisive().map(WeighedFinding::finding).map(Finding::rule).stream()
                .map(rule -> new Difference(Kind.DECIDED_BY, placeOf(rule), rule.name(), strength(rule)))
                .toList();
    }

    /** The single conditions that keep rules that would give this outcome from holding. */
    private List<Difference> nearMisses(Outcome outcome) {
        Effect effect = switch (outcome) {
            case COUNTED -> Effect.COUNT;
            case NOT_COUNTED -> Effect.REJECT;
            case REVIEW -> Effect.REVIEW;
        };
        return rules.rules().stream()
                .filter(rule -> rule.effect() == effect
                        && test.definition().adoptionOf(rule.policy()).isPresent())
                .filter(rule -> outcome == Outcome.NOT_COUNTED
                        || test.expected().area().map(rule.policy()::equals).orElse(true))
                .filter(rule -> Expectation.findingOf(rule.name(), decision).isEmpty())
                .map(this::notMet)
                .filter(missing -> missing.size() == 1)
                .flatMap(List::stream)
                .limit(MOST_NEAR_MISSES)
                .toList();
    }

    private List<Difference> notMet(Rule rule) {
        List<Difference> differences = new ArrayList<>();
        notMet(rule.condition(), rule, null, differences);
        if (rule.facilities().isPresent() && !joinMet(rule.facilities().get())) {
            notMet(rule.facilities().get(), rule, differences);
        }
        return differences;
    }

    private boolean joinMet(FacilityJoin join) {
        boolean some = rules.facilities().stream()
                .anyMatch(facility -> join.condition().holds(item, facility));
        return (join.quantifier() == Quantifier.NONE) != some;
    }

    private void notMet(FacilityJoin join, Rule rule, List<Difference> differences) {
        if (join.quantifier() == Quantifier.NONE) {
            rules.facilities().stream()
                    .filter(facility -> join.condition().holds(item, facility))
                    .findFirst()
                    .ifPresent(facility -> differences.add(new Difference(
                            Kind.NOT_MET,
                            place(rule, join.condition()),
                            "not " + join.condition().source().text(),
                            facility.label().en())));
            return;
        }
        // Of many facilities that do not meet the condition, one that the item mentions is most informative, and next
        // the one that meets
        // most.
        rules.facilities().stream()
                .min(Comparator.comparing((Facility facility) ->
                                item.found().fieldsOf(facility.getConcept()).isEmpty())
                        .thenComparing(facility -> notMet(join, rule, facility).size()))
                .ifPresent(facility -> differences.addAll(notMet(join, rule, facility)));
    }

    private List<Difference> notMet(FacilityJoin join, Rule rule, Facility facility) {
        List<Difference> missing = new ArrayList<>();
        notMet(join.condition(), rule, facility, missing);
        return missing;
    }

    private void notMet(Condition condition, Rule rule, @Nullable Facility facility, List<Difference> differences) {
        if (condition.holds(item, facility)) {
            return;
        }
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> notMet(part, rule, facility, differences));
        } else {
            String seen = condition instanceof Condition.Not not
                    ? seen(not.part(), facility)
                    : condition instanceof Condition.Any ? "" : seen(condition, facility);
            differences.add(new Difference(
                    Kind.NOT_MET, place(rule, condition), condition.source().text(), seen));
        }
    }

    private List<Difference> met(Rule rule) {
        List<Difference> differences = new ArrayList<>();
        met(rule.condition(), rule, null, differences);
        rule.facilitiesMet(item, rules.facilities())
                .forEach(facility -> met(rule.facilities().orElseThrow().condition(), rule, facility, differences));
        return differences;
    }

    private void met(Condition condition, Rule rule, @Nullable Facility facility, List<Difference> differences) {
        if (!condition.holds(item, facility)) {
            return;
        }
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> met(part, rule, facility, differences));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> met(part, rule, facility, differences));
        } else {
            differences.add(new Difference(
                    Kind.MET,
                    place(rule, condition),
                    condition.source().text(),
                    condition instanceof Condition.Not ? "" : seen(condition, facility)));
        }
    }

    /** What the item says where the condition looks: {@code field 'text'}; empty if nothing. */
    private String seen(Condition condition, @Nullable Facility facility) {
        Stream<Mention> mentions = Stream.empty();
        if (condition instanceof Condition.Mentioned mentioned) {
            mentions = mentioned.concepts().stream()
                    .flatMap(concept -> item.found().of(mentioned.verb().fields(), concept).stream());
        } else if (condition instanceof Condition.MentionedOften often) {
            mentions = often.concepts().stream()
                    .flatMap(concept -> item.found().of(Verb.MENTIONS.fields(), concept).stream());
        } else if (condition instanceof Condition.FacilityMentioned mentioned && facility != null) {
            mentions = item.found().of(mentioned.verb().fields(), facility.getConcept()).stream();
        } else if (condition instanceof Condition.PropertyIs property) {
            return property.property().word() + " '" + property.property().of(item.programme()) + "'";
        } else if (condition instanceof Condition.AttributeIs attribute) {
            return attribute.key() + " '" + item.attribute(attribute.key()) + "'";
        }
        return String.join(
                ", ",
                mentions.map(mention -> mention.field().id() + " '" + mention.text() + "'")
                        .distinct()
                        .toList());
    }

    private static String strength(Rule rule) {
        return Expectation.word(rule.strength()) + ", " + rule.policy();
    }

    private static Place placeOf(Rule rule) {
        return Place.line(rule.file(), rule.line());
    }

    private static Place place(Rule rule, Condition condition) {
        return Place.at(
                rule.file(), condition.source().line(), condition.source().column());
    }
}
