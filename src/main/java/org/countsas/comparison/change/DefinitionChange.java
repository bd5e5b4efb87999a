package org.countsas.comparison.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;

/**
 * What lies between the first definition and another one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from             label of the first side
 * @param to               label of the other
 * @param worth            total of the other less total of the first
 * @param percentagePoints of gross domestic product, each held against its own base; empty if one has none
 * @param contributions    the change split among the edits: these sum to {@code worth} at every bound; empty if there are more than
 *                         {@value EditAttribution#MOST_EDITS}, or if rules differ and definitions do not
 * @param items            the items about which they decide differently, the largest difference first
 * @param rules            the same change by the rule that made the difference, the largest first: these sum to {@code worth} too
 */
public record DefinitionChange(
        String from,
        String to,
        TotalDelta worth,
        Optional<BigDecimal> percentagePoints,
        List<Contribution> contributions,
        List<ItemChange> items,
        List<RuleChange> rules) {

    public DefinitionChange {
        contributions = List.copyOf(contributions);
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }
}
