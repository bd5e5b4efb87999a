package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Standing;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleSet;
import org.countsas.evaluation.TreeFindings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.Condition;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.problem.Place;
import org.countsas.quality.lint.LintFinding.Witness;
import org.jspecify.annotations.Nullable;

/** Finds rules that cannot matter, each proved over all items and days. Not thread-safe. */
final class RuleLint {
    private static final long AMOUNT = 1_000_000;

    private final RuleSet rules;
    private final List<Definition> definitions;
    private final RepresentativeDays days;
    private final Claims claims;
    private final Solver solver;
    private final Witnesses witnesses;
    private final TreeFindings trees;
    private final List<LintFinding> findings = new ArrayList<>();
    private int undecided;

    RuleLint(RuleSet rules, List<Definition> definitions, LocalDate asOf) {
        this.rules = rules;
        this.definitions = definitions;
        this.days = new RepresentativeDays(rules.facilities(), asOf);
        this.claims = new Claims(rules.facilities());
        MentionPatterns texts = new MentionPatterns(rules.vocabulary());
        this.solver = new Solver(texts);
        this.witnesses = new Witnesses(rules.vocabulary(), texts);
        this.trees = new TreeFindings(rules);
    }

    List<LintFinding> findings() {
        List<Rule> alive = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (isImpossible(days.of(List.of(rule)), day -> List.of(claims.rule(rule, day, true)))) {
                neverHolds(rule);
            } else {
                alive.add(rule);
            }
        }
        Map<String, List<Rule>> byPolicy = alive.stream().collect(Collectors.groupingBy(Rule::policy));
        for (Rule rule : alive) {
            needless(rule, byPolicy.getOrDefault(rule.policy(), List.of()));
            if (rule.effect() != Effect.REJECT) {
                defeated(rule);
            }
        }
        return findings;
    }

    /** How many questions took too long, or had an answer that could not be shown by an item. */
    int undecided() {
        return undecided;
    }

    private void neverHolds(Rule rule) {
        List<LocalDate> when = days.of(List.of(rule));
        List<Condition> conditions = Claims.conditions(rule);
        Set<Integer> core = new LinkedHashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            core.add(i);
        }
        for (int i = conditions.size() - 1; i >= 0; i--) {
            int left = i;
            if (isImpossible(when, day -> parts(rule, day, index -> core.contains(index) && index != left))) {
                core.remove(i);
            }
        }
        String text = core.stream().map(i -> conditions.get(i).source().text()).collect(Collectors.joining(", "));
        // The last contradictory condition is left out, often a negation, so that the item has what the rule looks for.
        Optional<Witness> witness = core.stream()
                .sorted(Comparator.reverseOrder())
                .map(left -> item(
                        rule,
                        when,
                        day -> parts(rule, day, index -> !index.equals(left)),
                        List.of(),
                        List.of(rule.name()),
                        List.of()))
                .flatMap(Optional::stream)
                .findFirst();
        add(LintKind.NEVER_HOLDS, rule, text, List.of(), witness.orElse(null));
    }

    private List<Claim> parts(Rule rule, LocalDate day, Predicate<Integer> chosen) {
        List<Claim> all = claims.parts(rule, day);
        List<Claim> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (chosen.test(i)) {
                parts.add(all.get(i));
            }
        }
        return parts;
    }

    private void needless(Rule rule, List<Rule> ofPolicy) {
        List<Rule> covering = ofPolicy.stream()
                .filter(other -> !other.equals(rule) && saysAsMuch(other, rule) && holdsWherever(rule, other))
                .toList();
        List<Rule> equal = covering.stream()
                .filter(other -> saysAsMuch(rule, other) && holdsWherever(other, rule))
                .toList();
        // Of equal rules the first is kept; it may still be needless because of a third.
        Optional<Rule> first = equal.stream()
                .filter(other -> ofPolicy.indexOf(other) < ofPolicy.indexOf(rule))
                .findFirst();
        Optional<Rule> subsuming =
                covering.stream().filter(other -> !equal.contains(other)).findFirst();
        Optional<Rule> because = first.or(() -> subsuming);
        because.ifPresent(other -> {
            Optional<Witness> witness = item(
                    rule,
                    days.of(List.of(rule, other)),
                    day -> List.of(claims.rule(rule, day, true)),
                    List.of(rule.name(), other.name()),
                    List.of(),
                    List.of());
            addShown(
                    first.isPresent() ? LintKind.EQUAL : LintKind.SUBSUMED,
                    rule,
                    List.of(other.name()),
                    witness.orElse(null));
        });
    }

    /** Whether a rule concludes as much as another of its policy, in every definition: it decides where both hold. */
    private boolean saysAsMuch(Rule strong, Rule weak) {
        if (strong.effect() != weak.effect()
                || strong.scope().compareTo(weak.scope()) < 0
                || strong.strength().compareTo(weak.strength()) < 0) {
            return false;
        }
        boolean stronger = strong.strength().compareTo(weak.strength()) > 0;
        return stronger
                || weak.effect() == Effect.REJECT
                || (strong.share().compareTo(weak.share()) >= 0
                        && adoptions(weak.policy()).stream()
                                .allMatch(adoption -> adoption.shareOf(strong).compareTo(adoption.shareOf(weak)) >= 0));
    }

    private List<Adoption> adoptions(String policy) {
        return definitions.stream()
                .flatMap(definition -> definition.adoptionOf(policy).stream())
                .toList();
    }

    private boolean holdsWherever(Rule rule, Rule other) {
        return isImpossible(
                days.of(List.of(rule, other)),
                day -> List.of(claims.rule(rule, day, true), claims.rule(other, day, false)));
    }

    private void defeated(Rule rule) {
        List<Definition> adopting = definitions.stream()
                .filter(definition -> definition.adoptionOf(rule.policy()).isPresent())
                .toList();
        List<List<Rule>> rejects = adopting.isEmpty()
                ? List.of(rejects(rule, policy -> false))
                : adopting.stream()
                        .map(definition -> rejects(
                                rule, policy -> definition.adoptionOf(policy).isPresent()))
                        .toList();
        if (rejects.stream().anyMatch(List::isEmpty) || !rejects.stream().allMatch(each -> isDefeatedBy(rule, each))) {
            return;
        }
        List<Rule> needed = new ArrayList<>(rejects.get(0));
        for (Rule reject : rejects.get(0)) {
            List<Rule> fewer =
                    needed.stream().filter(other -> !other.equals(reject)).toList();
            if (!fewer.isEmpty() && isDefeatedBy(rule, fewer)) {
                needed.remove(reject);
            }
        }
        List<Rule> all = new ArrayList<>(needed);
        all.add(rule);
        Optional<Witness> witness = item(
                rule,
                days.of(all),
                day -> List.of(claims.rule(rule, day, true)),
                List.of(rule.name()),
                List.of(),
                adopting.isEmpty() ? List.of() : List.of(rule.name()));
        addShown(LintKind.ALWAYS_DEFEATED, rule, needed.stream().map(Rule::name).toList(), witness.orElse(null));
    }

    private List<Rule> rejects(Rule rule, Predicate<String> adopted) {
        return rules.rules().stream()
                .filter(other ->
                        other.effect() == Effect.REJECT && other.strength().compareTo(rule.strength()) >= 0)
                .filter(other -> other.policy().equals(rule.policy())
                        || (other.scope() == Scope.EVERYWHERE && adopted.test(other.policy())))
                .toList();
    }

    private boolean isDefeatedBy(Rule rule, List<Rule> rejects) {
        List<Rule> all = new ArrayList<>(rejects);
        all.add(rule);
        return isImpossible(days.of(all), day -> {
            List<Claim> asked = new ArrayList<>(List.of(claims.rule(rule, day, true)));
            rejects.forEach(reject -> asked.add(claims.rule(reject, day, false)));
            return asked;
        });
    }

    private boolean isImpossible(List<LocalDate> when, Function<LocalDate, List<Claim>> asked) {
        for (LocalDate day : when) {
            Solver.Solution solution = solver.solve(asked.apply(day));
            undecided += solution.decided() ? 0 : 1;
            if (!solution.impossible()) {
                return false;
            }
        }
        return true;
    }

    /** An item that meets the claims, after evaluation has confirmed that it shows what it should. */
    private Optional<Witness> item(
            Rule rule,
            List<LocalDate> when,
            Function<LocalDate, List<Claim>> asked,
            List<String> fires,
            List<String> doesNotFire,
            List<String> defeated) {
        Optional<Definition> definition = definitions.stream()
                .filter(each -> each.adoptionOf(rule.policy()).isPresent())
                .findFirst()
                .or(() -> definitions.stream().findFirst());
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        for (LocalDate day : when) {
            Optional<Programme> programme =
                    solver.solve(asked.apply(day)).model().map(witnesses::programme);
            if (programme.isPresent()
                    && isShownBy(programme.get(), definition.get(), day, fires, doesNotFire, defeated)) {
                return Optional.of(new LintFinding.Item(
                        programme.get(), definition.get().id(), day, fires, doesNotFire, defeated));
            }
        }
        return Optional.empty();
    }

    private boolean isShownBy(
            Programme programme,
            Definition definition,
            LocalDate day,
            List<String> fires,
            List<String> doesNotFire,
            List<String> defeated) {
        List<Finding> found = trees.of(trees.item(programme));
        Set<String> holding = found.stream()
                .filter(finding -> finding.inForceOn(day))
                .map(finding -> finding.rule().name())
                .collect(Collectors.toSet());
        BudgetItem item = new BudgetItem(programme, 2024, Stage.INITIAL, AMOUNT, definition.currency());
        Decision decision = new Adjudicator(definition, day).decide(item, found);
        Set<String> defeats = decision.findings().stream()
                .filter(each -> each.standing() == Standing.DEFEATED)
                .map(each -> each.finding().rule().name())
                .collect(Collectors.toSet());
        return holding.containsAll(fires)
                && doesNotFire.stream().noneMatch(holding::contains)
                && defeats.containsAll(defeated);
    }

    /** What no item shows is not reported: the proof and the evaluation must agree. */
    private void addShown(LintKind kind, Rule rule, List<String> because, @Nullable Witness witness) {
        if (witness != null || definitions.isEmpty()) {
            add(kind, rule, "", because, witness);
        } else {
            undecided++;
        }
    }

    private void add(LintKind kind, Rule rule, String text, List<String> because, @Nullable Witness witness) {
        findings.add(new LintFinding(kind, Place.line(rule.file(), rule.line()), rule.name(), text, because, witness));
    }
}
