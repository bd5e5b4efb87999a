package org.countsas.candidate;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.jspecify.annotations.Nullable;

/**
 * An item that does not count and much resembles those that do. That it counts is for a person to say.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item        the item
 * @param resemblance in per cent of what the median item that counts would reach, 0 or more; where nothing counts in the policy, points for
 *                    the concepts of its rules that the item mentions
 * @param words       the words by which it resembles them, the strongest first, in lower case
 * @param nearest     the items that count and use the most of its words, the nearest first
 * @param proposal    the one term that would count it and change the least else; null if no single term would
 */
@API(status = API.Status.EXPERIMENTAL)
public record Candidate(
        BudgetItem item,
        int resemblance,
        List<String> words,
        List<BudgetItem> nearest,
        @Nullable ProposedTerm proposal) {
    public Candidate {
        words = List.copyOf(words);
        nearest = List.copyOf(nearest);
    }
}
