package org.countsas.explanation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.policy.Condition;
import org.countsas.policy.Item;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;

/**
 * Searches the smallest sets of changes that flip an outcome: an item that counts would not, any other would.
 *
 * <p>Trying all sets of changes would be hopeless: a rule book of two hundred rules knows a thousand of them, and a set may need
 * three. So sets are grown from what stands in the way. For an item that does not count, each COUNT rule offers the smallest
 * sets of its own leaves that would make it hold; if it then is outside the definition, its adoption is added; if a REJECT
 * defeats it, that rule's absence, or the leaves that would make it not hold. For an item that counts, the decisive rule
 * offers the sets that make it not hold, its policy offers to be dropped, and each REJECT in its way offers to hold. What
 * then still stands in the way is treated in the same manner, up to {@value #LARGEST} changes.
 *
 * <p>Every set is verified: the item's texts are really edited and scanned again, every rule is evaluated on the edited item,
 * and the definition, as changed, decides. A set that flips the outcome is reduced until no part of it does. What is
 * reported therefore is minimal by inclusion; a minimal set that is not grown in this way may be missed.
 *
 * <p>Not thread-safe.
 */
final class Counterfactuals {
    /** The most changes in a set: more are no longer an answer to "what would have to be otherwise?". */
    static final int LARGEST = 3;

    private static final int MOST_ANSWERS = 10;
    private static final int MOST_DECISIONS = 3_000;
    private static final int MOST_WAYS = 24;
    /** What a way keeps that builds on a rule which holds already. */
    private static final int WHOLE_RULE = 1_000;

    private final RuleBook book;
    private final BudgetItem item;
    private final Definition definition;
    private final LocalDate asOf;
    private final TreeEvaluator evaluator;
    private final List<Rule> rules;
    private final Item original;
    private final Adjudicator adjudicator;
    private final ItemEdits edits;
    private final Map<Set<String>, State> decided = new HashMap<>();
    private final Map<Set<String>, Evaluated> evaluated = new HashMap<>();
    private final boolean counts;

    /** What is decided when some changes are made, and about which item. */
    private record State(Item item, ChangedCase changed, Decision decision) {}

    /** An edited item with what all rules find of it. */
    private record Evaluated(Item item, List<Finding> findings) {}

    /** A set of changes with how much of a rule it builds on: answers that keep more of what the item has are told first. */
    private record Way(List<Change> changes, int kept) {}

    Counterfactuals(RuleBook book, BudgetItem item, Definition definition, LocalDate asOf) {
        this.book = book;
        this.item = item;
        this.definition = definition;
        this.asOf = asOf;
        this.evaluator = new TreeEvaluator(book);
        this.rules = book.rules();
        this.original = evaluator.item(item.programme());
        this.adjudicator = new Adjudicator(definition, asOf);
        this.edits = new ItemEdits(book.vocabulary());
        this.counts = decide(List.of()).decision().outcome() == Outcome.COUNTED;
    }

    /** At most ten sets, the smallest first, those of one size by their changes. */
    List<Counterfactual> find() {
        Map<Integer, Map<Set<String>, Way>> bySize = new TreeMap<>();
        for (int size = 1; size <= LARGEST; size++) {
            bySize.put(size, new LinkedHashMap<>());
        }
        grow(new Way(List.of(), 0), bySize);
        Map<Set<String>, Counterfactual> found = new LinkedHashMap<>();
        Map<Set<String>, Integer> kept = new HashMap<>();
        for (int size = 1; size <= LARGEST && found.size() < MOST_ANSWERS; size++) {
            // Sets of this size may still be added while it is worked through, by none but larger ones: the order is
            // safe.
            for (Way way : mostKeptFirst(requireNonNull(bySize.get(size)).values())) {
                List<Change> candidate = way.changes();
                if (decided.size() >= MOST_DECISIONS || found.size() >= MOST_ANSWERS) {
                    break;
                }
                if (found.keySet().stream().anyMatch(keys(candidate)::containsAll)) {
                    continue;
                }
                if (flips(candidate)) {
                    List<Change> least = reduced(candidate);
                    State flipped = decide(least);
                    found.putIfAbsent(keys(least), new Counterfactual(least, flipped.changed(), flipped.decision()));
                    kept.merge(keys(least), way.kept(), Math::max);
                } else {
                    grow(way, bySize);
                }
            }
        }
        return found.values().stream()
                .sorted(Comparator.<Counterfactual>comparingInt(
                                each -> each.changes().size())
                        .thenComparing(each -> kept.get(keys(each.changes())), Comparator.reverseOrder())
                        .thenComparing(each -> String.join("; ", keys(each.changes()))))
                .limit(MOST_ANSWERS)
                .toList();
    }

    /** The order in which answers of one size are told: the search may stop as soon as it has enough of them. */
    private static List<Way> mostKeptFirst(Collection<Way> ways) {
        return ways.stream()
                .sorted(Comparator.comparingInt(Way::kept)
                        .reversed()
                        .thenComparing(way -> String.join("; ", keys(way.changes()))))
                .toList();
    }

    private boolean flips(Collection<Change> changes) {
        return (decide(changes).decision().outcome() == Outcome.COUNTED) != counts;
    }

    /** A smallest part of the changes that flips the outcome as they do, none of whose parts does. */
    private List<Change> reduced(List<Change> changes) {
        for (int size = 1; size < changes.size(); size++) {
            for (List<Change> part : parts(changes, size)) {
                if (flips(part)) {
                    return part;
                }
            }
        }
        return changes;
    }

    static List<List<Change>> parts(List<Change> changes, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<Change>> parts = new ArrayList<>();
        for (int first = 0; first <= changes.size() - size; first++) {
            for (List<Change> rest : parts(changes.subList(first + 1, changes.size()), size - 1)) {
                List<Change> part = new ArrayList<>(List.of(changes.get(first)));
                part.addAll(rest);
                parts.add(part);
            }
        }
        return parts;
    }

    /** Adds the sets that go on from these changes by removing what then stands in the way. */
    private void grow(Way way, Map<Integer, Map<Set<String>, Way>> bySize) {
        State state = decide(way.changes());
        for (Way more :
                counts ? waysToStop(state) : waysToCount(state, way.changes().isEmpty())) {
            Map<String, Change> all = new TreeMap<>();
            way.changes().forEach(change -> all.put(change.key(), change));
            more.changes().forEach(change -> all.put(change.key(), change));
            boolean grew = all.size() > way.changes().size();
            if (grew && all.size() <= LARGEST) {
                Way longer = new Way(List.copyOf(all.values()), Math.max(way.kept(), more.kept()));
                requireNonNull(bySize.get(all.size()))
                        .merge(all.keySet(), longer, (first, second) -> second.kept() > first.kept() ? second : first);
            }
        }
    }

    private List<Way> waysToCount(State state, boolean first) {
        List<Way> ways = new ArrayList<>();
        Set<String> held = new HashSet<>();
        for (WeighedFinding weighed : state.decision().findings()) {
            Rule rule = weighed.finding().rule();
            held.add(rule.name());
            if (rule.effect() != Effect.COUNT) {
                continue;
            }
            if (weighed.standing() == Standing.OUTSIDE
                    && definition.adoptionOf(rule.policy()).isEmpty()
                    && weighed.finding().inForceOn(asOf)) {
                ways.add(new Way(List.of(new Change.Adopt(rule.policy())), WHOLE_RULE));
            }
            weighed.defeatedBy().flatMap(book::rule).ifPresent(reject -> {
                ways.add(new Way(List.of(new Change.Without(reject.name())), WHOLE_RULE));
                waysTo(reject.condition(), state.item(), false).forEach(way -> ways.add(new Way(way, WHOLE_RULE)));
            });
        }
        if (first) {
            for (Rule rule : rules) {
                if (rule.effect() == Effect.COUNT && !held.contains(rule.name()) && Explainer.inForce(rule, asOf)) {
                    boolean adopted = definition.adoptionOf(rule.policy()).isPresent();
                    int kept = ConditionTrees.metByHaving(rule.condition(), state.item());
                    List<Change> more = new ArrayList<>();
                    if (!rule.facilitiesHold(state.item(), book.facilities())) {
                        Optional<Change> facility = FacilityChanges.toHold(rule, state.item(), book.facilities(), asOf);
                        if (facility.isEmpty()) {
                            continue;
                        }
                        more.add(facility.get());
                    }
                    if (!adopted) {
                        more.add(new Change.Adopt(rule.policy()));
                    }
                    waysTo(rule.condition(), state.item(), true)
                            .forEach(way -> ways.add(new Way(plus(way, more), kept)));
                }
            }
        }
        return ways;
    }

    private List<Way> waysToStop(State state) {
        List<Way> ways = new ArrayList<>();
        for (WeighedFinding weighed : state.decision().findings()) {
            Rule rule = weighed.finding().rule();
            boolean stands = weighed.standing() == Standing.DECISIVE || weighed.standing() == Standing.SUPPORTING;
            if (rule.effect() != Effect.COUNT || !stands) {
                continue;
            }
            ways.add(new Way(List.of(new Change.Drop(rule.policy())), WHOLE_RULE));
            waysTo(rule.condition(), state.item(), false).forEach(way -> ways.add(new Way(way, WHOLE_RULE)));
            FacilityChanges.toFail(rule, state.item(), book.facilities())
                    .ifPresent(change -> ways.add(new Way(List.of(change), WHOLE_RULE)));
            for (Rule reject : rules) {
                boolean reaches = reject.effect() == Effect.REJECT
                        && (reject.policy().equals(rule.policy())
                                || (reject.scope() == Scope.EVERYWHERE
                                        && definition
                                                .adoptionOf(reject.policy())
                                                .isPresent()))
                        && reject.strength().compareTo(rule.strength()) >= 0;
                if (reaches && Explainer.inForce(reject, asOf) && !reject.holds(state.item(), book.facilities())) {
                    int kept = ConditionTrees.metByHaving(reject.condition(), state.item());
                    waysTo(reject.condition(), state.item(), true).forEach(way -> ways.add(new Way(way, kept)));
                }
            }
        }
        return ways;
    }

    /** The smallest sets of leaves that would have to be otherwise for the condition to be as wanted. */
    private static List<List<Change>> waysTo(Condition condition, Item item, boolean wanted) {
        if (condition instanceof Condition.All all) {
            return wanted ? together(all.parts(), item, true) : either(all.parts(), item, false);
        }
        if (condition instanceof Condition.Any any) {
            return wanted ? either(any.parts(), item, true) : together(any.parts(), item, false);
        }
        if (condition instanceof Condition.Not not) {
            return waysTo(not.part(), item, !wanted);
        }
        if (condition.holds(item, null) == wanted) {
            return List.of(List.of());
        }
        return isStated(condition, item) ? List.of(List.of(new Change.OfItem(condition, wanted))) : List.of();
    }

    /** An attribute that the source does not state is not what anyone would change. */
    private static boolean isStated(Condition condition, Item item) {
        return !(condition instanceof Condition.AttributeIs is)
                || item.programme().attributes().containsKey(is.key());
    }

    private static List<List<Change>> either(List<Condition> parts, Item item, boolean wanted) {
        List<List<Change>> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(waysTo(part, item, wanted)));
        return smallest(ways);
    }

    private static List<List<Change>> together(List<Condition> parts, Item item, boolean wanted) {
        List<List<Change>> ways = List.of(List.of());
        for (Condition part : parts) {
            List<List<Change>> longer = new ArrayList<>();
            for (List<Change> way : ways) {
                for (List<Change> more : waysTo(part, item, wanted)) {
                    List<Change> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(both);
                }
            }
            ways = smallest(longer);
        }
        return ways;
    }

    private static List<List<Change>> smallest(List<List<Change>> ways) {
        return ways.stream()
                .filter(way -> way.size() <= LARGEST)
                .sorted(Comparator.comparingInt(List::size))
                .limit(MOST_WAYS)
                .toList();
    }

    private static List<Change> plus(List<Change> changes, List<Change> more) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return all;
    }

    private static Set<String> keys(Collection<Change> changes) {
        Set<String> keys = new TreeSet<>();
        changes.forEach(change -> keys.add(change.key()));
        return keys;
    }

    /** Changes of the definition alone leave the item as it was: its findings are not looked for again. */
    private Evaluated evaluated(Programme programme, Collection<Change> changes) {
        Set<String> ofItem = keys(changes.stream()
                .filter(change -> change instanceof Change.OfItem || change instanceof Change.OfFacility)
                .toList());
        return evaluated.computeIfAbsent(ofItem, key -> {
            Item edited = evaluator.edited(programme, original);
            return new Evaluated(edited, evaluator.findings(edited));
        });
    }

    private State decide(Collection<Change> changes) {
        return decided.computeIfAbsent(keys(changes), key -> {
            ChangedCase changed = ChangedCase.by(changes, item, definition, edits);
            Evaluated evaluated = evaluated(changed.item().programme(), changes);
            List<Finding> findings = evaluated.findings().stream()
                    .filter(finding ->
                            !changed.without().contains(finding.rule().name()))
                    .toList();
            Adjudicator judge =
                    changed.definition() == definition ? adjudicator : new Adjudicator(changed.definition(), asOf);
            return new State(evaluated.item(), changed, judge.decide(changed.item(), findings));
        });
    }
}
