package org.countsas.comparison.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;

/**
 * Finds the share of one policy at which a total reaches a target, by adjudicating again at each share that is tried.
 *
 * <p>With one share for the whole policy, which items count in it does not depend on the share, and a larger share never counts less of an
 * item. So the total never falls, and a binary search finds the smallest share. Where amounts are negative this does not hold, and
 * every share is tried. Caches what it computes. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ShareSolver {
    private static final int WHOLE = 10_000;

    private final Reforms reforms;
    private final ItemPartition partition;
    private final boolean rising;

    /**
     * @param reforms makes the definitions that are tried
     * @param items   the items, in one currency
     * @param asOf    the day on which rules must be in force
     */
    public ShareSolver(Reforms reforms, List<BudgetItem> items, Findings findings, LocalDate asOf) {
        this.reforms = reforms;
        this.partition = ItemPartition.of(items, findings, asOf);
        this.rising = items.stream().noneMatch(item -> item.amount() < 0);
    }

    /**
     * The smallest share of a policy that reaches a target.
     *
     * @throws ProblemException {@code REFORM_POLICY} if the definition does not adopt the policy
     */
    public ShareSolution solve(Definition definition, String policy, Level level) {
        List<String> adopted = definition.adoptions().stream()
                .map(adoption -> adoption.policy())
                .toList();
        if (!adopted.contains(policy)) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "There is no '" + policy + "' in the definition to count at another share",
                    Suggestion.fix(policy, adopted));
        }
        OptionalInt share = rising ? searched(definition, policy, level) : tried(definition, policy, level);
        Counted total = total(definition, policy, share.orElse(WHOLE));
        long missing = share.isPresent() ? 0 : Math.subtractExact(level.amount(), total.central());
        return new ShareSolution(
                policy,
                level,
                total(definition, policy, 0),
                share.isPresent() ? share.getAsInt() : null,
                total,
                missing);
    }

    private OptionalInt searched(Definition definition, String policy, Level level) {
        if (!reaches(definition, policy, WHOLE, level)) {
            return OptionalInt.empty();
        }
        int below = -1;
        int reaching = WHOLE;
        while (reaching - below > 1) {
            int middle = (below + reaching) >>> 1;
            if (reaches(definition, policy, middle, level)) {
                reaching = middle;
            } else {
                below = middle;
            }
        }
        return OptionalInt.of(reaching);
    }

    private OptionalInt tried(Definition definition, String policy, Level level) {
        return IntStream.rangeClosed(0, WHOLE)
                .filter(share -> reaches(definition, policy, share, level))
                .findFirst();
    }

    private boolean reaches(Definition definition, String policy, int share, Level level) {
        return total(definition, policy, share).central() >= level.amount();
    }

    private Counted total(Definition definition, String policy, int share) {
        return partition.total(
                reforms.applySome(definition, List.of(new Edit.SetShare(policy, new Share(share, share, share)))));
    }
}
