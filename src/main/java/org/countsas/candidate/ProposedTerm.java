package org.countsas.candidate;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;

/**
 * A term that a concept does not have, and what would be decided otherwise if it had. Every effect was found by deciding again.
 *
 * <p>Immutable and thread-safe.
 *
 * @param policy   the policy for which it was looked for
 * @param concept  the concept's id
 * @param term     the term as a vocabulary file would have it
 * @param usedBy   how many items that count in the policy use it already, in whichever words they count: it marks them
 * @param counts   items that would newly count, in whichever policy, in the order of the budget
 * @param rejects  items that would no longer count, nor be for a person to judge
 * @param contests items that a person would have to judge, and none has to now
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProposedTerm(
        String policy,
        String concept,
        String term,
        int usedBy,
        List<BudgetItem> counts,
        List<BudgetItem> rejects,
        List<BudgetItem> contests) {
    public ProposedTerm {
        counts = List.copyOf(counts);
        rejects = List.copyOf(rejects);
        contests = List.copyOf(contests);
    }
}
