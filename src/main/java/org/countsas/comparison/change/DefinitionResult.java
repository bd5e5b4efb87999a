package org.countsas.comparison.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.PercentOfGdp;
import org.countsas.definition.Definition;

/**
 * The sums of one definition over the items of the chosen fiscal year and stage.
 *
 * <p>Immutable and thread-safe.
 *
 * @param label         what distinguishes the result from the others: the definition's expression, with the folder of rules if these differ
 * @param reformed      the definition and where it comes from
 * @param rulesDigest   digest of the rules that decided
 * @param counted       what counts, the sum over the areas
 * @param sums          the same broken down by each dimension; parts without items are left out, except areas
 * @param ministryAreas the same by ministry and area, in the order of the two dimensions
 * @param reviewItems   how many items a person must still judge; none of them is counted
 * @param reviewHigh    the most that these would add
 * @param years         what counts in every fiscal year and stage that was read and has amounts, the oldest first
 * @param distances     how far the total is from each target; none if the definition has no gross domestic product to measure against
 */
@API(status = API.Status.EXPERIMENTAL)
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

    /** The definition. */
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
