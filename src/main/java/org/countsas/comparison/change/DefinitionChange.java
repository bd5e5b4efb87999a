package org.countsas.comparison.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * How the result of another definition differs from that of the first.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from             label of the first result
 * @param to               label of the other
 * @param delta            total of the other less total of the first
 * @param percentagePoints the difference in percentage points of gross domestic product, each total measured against the one of its own
 *                         definition; null if one of them has none
 * @param contributions    the change split among the edits: these sum to {@code delta} at every bound; empty if there are more than
 *                         {@value EditAttribution#MOST_EDITS} edits, or if the rules differ
 * @param items            the items about which they decide differently, or those of them that are listed, the largest difference first
 * @param rules            the same change by the rule that made the difference, the largest first: these sum to {@code delta} too
 */
@API(status = API.Status.EXPERIMENTAL)
public record DefinitionChange(
        String from,
        String to,
        TotalDelta delta,
        @Nullable BigDecimal percentagePoints,
        List<Contribution> contributions,
        List<ItemChange> items,
        List<RuleChange> rules) {

    public DefinitionChange {
        contributions = List.copyOf(contributions);
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }

    /** How many items are decided differently, whether all of them are listed or not. */
    public int differing() {
        return rules.stream().mapToInt(RuleChange::items).sum();
    }

    DefinitionChange listing(Predicate<ItemChange> wanted) {
        return new DefinitionChange(
                from,
                to,
                delta,
                percentagePoints,
                contributions,
                items.stream().filter(wanted).toList(),
                rules);
    }
}
