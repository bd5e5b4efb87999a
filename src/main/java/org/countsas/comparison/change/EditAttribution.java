package org.countsas.comparison.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Splits the change between two definitions among the edits that lead from one to the other: every subset of the edits is a definition of
 * its own, its total is computed, and each edit gets its Shapley value. So an edit's part does not depend on the order in which the edits
 * are written.
 *
 * <p>Where the second goes on from the first, the edits are those of the stack. Otherwise they are what differs: policies given up,
 * policies added (each brings the second definition's order with it, as in a stack), shares, and the order if nothing is added.
 */
final class EditAttribution {
    /** 2^m totals are computed for m edits. */
    static final int MOST_EDITS = 12;

    private EditAttribution() {}

    /** The parts of the edits, in their order; none if there are too many edits. */
    static List<Contribution> of(
            ComparisonInput first, ComparisonInput second, Reforms reforms, ItemPartition signatures) {
        Optional<List<Edit>> stack =
                stack(first.reformed().reform(), second.reformed().reform());
        return stack.isPresent()
                ? ofStack(
                        first.reformed().definition(), second.reformed().definition(), stack.get(), reforms, signatures)
                : ofSteps(
                        first.reformed().definition(),
                        steps(first.reformed().definition(), second.reformed().definition()),
                        signatures);
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
            Definition base, Definition whole, List<Edit> edits, Reforms reforms, ItemPartition signatures) {
        List<Edit> players = edits.stream().filter(Edit::changesWhatCounts).toList();
        return contributions(
                names(players.stream().map(edit -> edit.sign() + " " + edit).toList()),
                chosen -> chosen.size() == players.size()
                        ? whole
                        : reforms.applySome(
                                base, chosen.stream().map(players::get).toList()),
                signatures);
    }

    private static List<Contribution> ofSteps(Definition base, List<Step> steps, ItemPartition signatures) {
        return contributions(
                names(steps.stream().map(Step::name).toList()),
                chosen -> {
                    List<Adoption> adoptions = base.adoptions();
                    for (int i : chosen) {
                        adoptions = steps.get(i).change().apply(adoptions);
                    }
                    return base.with(adoptions);
                },
                signatures);
    }

    private static List<Contribution> contributions(
            List<String> names,
            java.util.function.Function<List<Integer>, Definition> definitions,
            ItemPartition signatures) {
        if (names.isEmpty() || names.size() > MOST_EDITS) {
            return List.of();
        }
        long[][] values = new long[3][1 << names.size()];
        for (int set = 0; set < values[0].length; set++) {
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if ((set >> i & 1) == 1) {
                    chosen.add(i);
                }
            }
            Counted total = signatures.total(definitions.apply(chosen));
            values[0][set] = total.low();
            values[1][set] = total.central();
            values[2][set] = total.high();
        }
        return Contributions.of(
                new BoundedGame(
                        CooperativeGame.ofValues(values[0]),
                        CooperativeGame.ofValues(values[1]),
                        CooperativeGame.ofValues(values[2])),
                names);
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

    /** An edit that stands twice in a stack gets a number. */
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
