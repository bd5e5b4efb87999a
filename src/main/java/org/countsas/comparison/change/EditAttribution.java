package org.countsas.comparison.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.attribution.Contributions;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.game.CooperativeGame;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reforms;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;

/**
 * Splits the change between two definitions among the edits that lead from one to the other. Every subset of the edits is a definition; its
 * total is computed, and each edit gets its Shapley value. So the part of an edit does not depend on the order in which the edits are
 * written.
 *
 * <p>If the second reform continues the first, the edits are those that it adds. Otherwise they are the differences: policies given up,
 * policies added (each brings the order of the second definition with it, as in a reform), shares, and the order if nothing is added.
 */
final class EditAttribution {
    /** 2^m totals are computed for m edits. */
    static final int MOST_EDITS = 12;

    private EditAttribution() {}

    /** The parts of the edits, in their order; none if there are more than {@value #MOST_EDITS} edits. */
    static List<Contribution> of(
            ComparisonInput first, ComparisonInput second, Reforms reforms, ItemPartition partition) {
        Optional<List<Edit>> stack =
                stack(first.reformed().reform(), second.reformed().reform());
        return stack.isPresent()
                ? ofStack(
                        first.reformed().definition(), second.reformed().definition(), stack.get(), reforms, partition)
                : ofSteps(
                        first.reformed().definition(),
                        steps(first.reformed().definition(), second.reformed().definition()),
                        partition);
    }

    private static Optional<List<Edit>> stack(Reform first, Reform second) {
        int shared = first.edits().size();
        boolean goesOn = first.base().equals(second.base())
                && second.edits().size() >= shared
                && second.edits().subList(0, shared).equals(first.edits());
        return goesOn
                ? Optional.of(second.edits().subList(shared, second.edits().size()))
                : Optional.empty();
    }

    private static List<Contribution> ofStack(
            Definition base, Definition whole, List<Edit> edits, Reforms reforms, ItemPartition partition) {
        List<Edit> counting = edits.stream().filter(Edit::changesWhatCounts).toList();
        return contributions(
                names(counting.stream().map(edit -> edit.sign() + " " + edit).toList()),
                chosen -> chosen.size() == counting.size()
                        ? whole
                        : reforms.applySome(
                                base, chosen.stream().map(counting::get).toList()),
                partition);
    }

    private static List<Contribution> ofSteps(Definition base, List<Step> steps, ItemPartition partition) {
        return contributions(
                names(steps.stream().map(Step::name).toList()),
                chosen -> {
                    List<Adoption> adoptions = base.adoptions();
                    for (int i : chosen) {
                        adoptions = steps.get(i).change().apply(adoptions);
                    }
                    return base.with(adoptions);
                },
                partition);
    }

    private static List<Contribution> contributions(
            List<String> names, Function<List<Integer>, Definition> definitions, ItemPartition partition) {
        if (names.isEmpty() || names.size() > MOST_EDITS) {
            return List.of();
        }
        Counted[] totals = new Counted[1 << names.size()];
        for (int coalition = 0; coalition < totals.length; coalition++) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if ((coalition >> i & 1) == 1) {
                    chosen.add(i);
                }
            }
            totals[coalition] = partition.total(definitions.apply(chosen));
        }
        return Contributions.of(
                new BoundedGame(
                        game(totals, Counted::low), game(totals, Counted::central), game(totals, Counted::high)),
                names);
    }

    private static CooperativeGame game(Counted[] totals, ToLongFunction<Counted> bound) {
        return CooperativeGame.ofValues(Arrays.stream(totals).mapToLong(bound).toArray());
    }

    private record Step(String name, UnaryOperator<List<Adoption>> change) {}

    private static List<Step> steps(Definition first, Definition second) {
        List<Step> steps = new ArrayList<>();
        List<String> order = second.adoptions().stream().map(Adoption::policy).toList();
        boolean adds = false;
        for (Adoption adoption : first.adoptions()) {
            String policy = adoption.policy();
            Optional<Adoption> other = second.adoptionOf(policy);
            if (other.isEmpty()) {
                steps.add(new Step(
                        "- " + policy,
                        adoptions -> adoptions.stream()
                                .filter(each -> !each.policy().equals(policy))
                                .toList()));
            } else if (!other.get().shares().equals(adoption.shares())) {
                steps.add(new Step(
                        "+ share(" + policy + ")",
                        adoptions -> adoptions.stream()
                                .map(each -> each.policy().equals(policy) ? other.get() : each)
                                .toList()));
            }
        }
        for (Adoption adoption : second.adoptions()) {
            if (first.adoptionOf(adoption.policy()).isEmpty()) {
                adds = true;
                steps.add(new Step("+ " + adoption.policy(), adoptions -> {
                    List<Adoption> more = new ArrayList<>(adoptions);
                    more.add(adoption);
                    return Reforms.ordered(more, order);
                }));
            }
        }
        List<String> kept = first.adoptions().stream()
                .map(Adoption::policy)
                .filter(order::contains)
                .toList();
        if (!adds && !kept.equals(order)) {
            steps.add(new Step(
                    "+ order(" + String.join(" > ", order) + ")", adoptions -> Reforms.ordered(adoptions, order)));
        }
        return steps;
    }

    /** An edit that a reform has twice gets a number. */
    private static List<String> names(List<String> edits) {
        Map<String, Integer> seen = new HashMap<>();
        return edits.stream()
                .map(edit -> {
                    int times = seen.merge(edit, 1, Integer::sum);
                    return times == 1 ? edit : edit + " (" + times + ")";
                })
                .toList();
    }
}
