package org.countsas.quality.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countsas.evaluation.RuleSet;
import org.countsas.policy.Condition;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Place;
import org.countsas.quality.mutation.ConditionMutations.Changed;
import org.countsas.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/** All mutants of a set of rules. */
public final class Mutations {
    private Mutations() {}

    /** The mutants of rules and vocabulary, in the order of their files. */
    public static List<Mutant> of(RuleSet rules) {
        List<Mutant> mutants = new ArrayList<>();
        rules.rules().forEach(rule -> rule(rule, mutants));
        rules.vocabulary().concepts().forEach(concept -> concept(concept, mutants));
        return mutants;
    }

    private static void rule(Rule rule, List<Mutant> mutants) {
        for (Changed changed : ConditionMutations.of(rule.condition())) {
            mutants.add(mutant(changed, with(rule, changed.whole(), rule.facilitiesOrNull())));
        }
        rule.facilities().ifPresent(join -> {
            String text = join.condition().source().text();
            mutants.add(new Mutant.OfRule(
                    MutationKind.DROP_CONDITION,
                    with(rule, rule.condition(), null),
                    place(rule, join.condition()),
                    text,
                    ""));
            for (Changed changed : ConditionMutations.of(join.condition())) {
                mutants.add(mutant(
                        changed,
                        with(
                                rule,
                                rule.condition(),
                                new FacilityJoin(join.quantifier(), changed.whole(), join.line()))));
            }
        });
        Place place = Place.line(rule.file(), rule.line());
        for (Strength strength : neighbours(rule.strength())) {
            mutants.add(new Mutant.OfRule(
                    MutationKind.CHANGE_STRENGTH, with(rule, strength), place, word(rule.strength()), word(strength)));
        }
        conclusions(rule)
                .forEach(changed -> mutants.add(new Mutant.OfRule(
                        MutationKind.CHANGE_EFFECT, changed, place, conclusion(rule), conclusion(changed))));
        if (rule.effect() == Effect.COUNT) {
            Share half = new Share(
                    rule.share().low() / 2,
                    rule.share().central() / 2,
                    rule.share().high() / 2);
            mutants.add(new Mutant.OfRule(
                    MutationKind.CHANGE_SHARE,
                    with(rule, half),
                    place,
                    rule.share().toString(),
                    half.toString()));
        }
        if (rule.since().isPresent() || rule.until().isPresent()) {
            String dates = rule.since().map(Object::toString).orElse("") + ".."
                    + rule.until().map(Object::toString).orElse("");
            mutants.add(new Mutant.OfRule(MutationKind.DROP_DATES, withoutDates(rule), place, dates, ""));
        }
    }

    private static Mutant mutant(Changed changed, Rule rule) {
        Place place =
                Place.at(rule.file(), changed.source().line(), changed.source().column());
        return new Mutant.OfRule(changed.kind(), rule, place, changed.source().text(), changed.after());
    }

    private static Place place(Rule rule, Condition condition) {
        return Place.at(
                rule.file(), condition.source().line(), condition.source().column());
    }

    private static List<Strength> neighbours(Strength strength) {
        List<Strength> all = List.of(Strength.values());
        int at = all.indexOf(strength);
        return all.stream()
                .filter(other -> Math.abs(all.indexOf(other) - at) == 1)
                .toList();
    }

    private static List<Rule> conclusions(Rule rule) {
        List<Rule> changed = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            for (Scope scope : effect == Effect.REJECT ? Scope.values() : new Scope[] {Scope.POLICY}) {
                if (effect != rule.effect() || scope != rule.scope()) {
                    changed.add(new Rule(
                            rule.name(),
                            rule.policy(),
                            effect,
                            scope,
                            rule.strength(),
                            rule.share(),
                            rule.shareCitationOrNull(),
                            rule.basis(),
                            rule.citations(),
                            rule.because(),
                            rule.sinceOrNull(),
                            rule.untilOrNull(),
                            rule.condition(),
                            rule.facilitiesOrNull(),
                            rule.file(),
                            rule.line()));
                }
            }
        }
        return changed;
    }

    private static String conclusion(Rule rule) {
        return rule.scope() == Scope.EVERYWHERE ? "rejectEverywhere" : word(rule.effect());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Rule with(Rule rule, Condition condition, @Nullable FacilityJoin facilities) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.effect(),
                rule.scope(),
                rule.strength(),
                rule.share(),
                rule.shareCitationOrNull(),
                rule.basis(),
                rule.citations(),
                rule.because(),
                rule.sinceOrNull(),
                rule.untilOrNull(),
                condition,
                facilities,
                rule.file(),
                rule.line());
    }

    private static Rule with(Rule rule, Strength strength) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.effect(),
                rule.scope(),
                strength,
                rule.share(),
                rule.shareCitationOrNull(),
                rule.basis(),
                rule.citations(),
                rule.because(),
                rule.sinceOrNull(),
                rule.untilOrNull(),
                rule.condition(),
                rule.facilitiesOrNull(),
                rule.file(),
                rule.line());
    }

    private static Rule with(Rule rule, Share share) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.effect(),
                rule.scope(),
                rule.strength(),
                share,
                rule.shareCitationOrNull(),
                rule.basis(),
                rule.citations(),
                rule.because(),
                rule.sinceOrNull(),
                rule.untilOrNull(),
                rule.condition(),
                rule.facilitiesOrNull(),
                rule.file(),
                rule.line());
    }

    private static Rule withoutDates(Rule rule) {
        return new Rule(
                rule.name(),
                rule.policy(),
                rule.effect(),
                rule.scope(),
                rule.strength(),
                rule.share(),
                rule.shareCitationOrNull(),
                rule.basis(),
                rule.citations(),
                rule.because(),
                null,
                null,
                rule.condition(),
                rule.facilitiesOrNull(),
                rule.file(),
                rule.line());
    }

    private static void concept(Concept concept, List<Mutant> mutants) {
        Place place = Place.line(concept.file(), concept.line());
        List<String> terms = concept.terms().stream().distinct().toList();
        for (String term : terms.size() > 1 ? terms : List.<String>of()) {
            Concept changed = new Concept(
                    concept.id(),
                    concept.label(),
                    without(terms, term),
                    concept.notWithin(),
                    concept.file(),
                    concept.line());
            mutants.add(new Mutant.OfConcept(MutationKind.REMOVE_TERM, changed, place, term, ""));
        }
        for (String phrase : concept.notWithin()) {
            Concept changed = new Concept(
                    concept.id(),
                    concept.label(),
                    concept.terms(),
                    without(concept.notWithin(), phrase),
                    concept.file(),
                    concept.line());
            mutants.add(new Mutant.OfConcept(MutationKind.REMOVE_NOT_WITHIN, changed, place, phrase, ""));
        }
    }

    private static List<String> without(List<String> texts, String left) {
        return texts.stream().filter(text -> !text.equals(left)).toList();
    }
}
