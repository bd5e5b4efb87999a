package org.countsas.comparison.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.PercentOfGdp;
import org.countsas.definition.Definition;

/**
 * One of the definitions that are compared, with its sums over the items of the year and stage that were chosen.
 *
 * <p>Immutable and thread-safe.
 *
 * @param label         what tells the side from the others: its expression, with the folder of rules where these differ
 * @param reformed      the definition and how it was come by
 * @param rulesDigest   digest of the rules that decided
 * @param counted       what counts, the sum over the areas
 * @param sums          the same broken down, in each dimension; parts without items are left out, except areas
 * @param ministryAreas the same by ministry and area, in the order of the two dimensions
 * @param reviewItems   how many items a person must still judge; none of them is counted
 * @param reviewHigh    the most that these would add
 * @param years         what counts in every fiscal year and stage that was read and has amounts, the oldest first
 * @param distances     how far it is from each target; none if the definition has no base
 */
public record DefinitionResult(
        String label,
        Reformed reformed,
        String rulesDigest,
        Counted counted,
        Map<Dimension, List<PartTotal>> sums,
        List<MinistryAreaTotal> ministryAreas,
        int reviewItems,
        long reviewHigh,
        List<YearTotal> years,
        List<Distance> distances) {

    public DefinitionResult {
        sums = Map.copyOf(sums);
        ministryAreas = List.copyOf(ministryAreas);
        years = List.copyOf(years);
        distances = List.copyOf(distances);
    }

    public Definition definition() {
        return reformed.definition();
    }

    /** An amount in per cent of the definition's gross domestic product; empty if it has none. */
    public Optional<BigDecimal> percentOfGdp(long amount) {
        return definition().gdp().map(gdp -> PercentOfGdp.of(amount, gdp.amount()));
    }

    /** The sums of a dimension. */
    public List<PartTotal> by(Dimension dimension) {
        return sums.getOrDefault(dimension, List.of());
    }
}
