package org.countsas.comparison.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.definition.Target;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A target as an amount of money: its per cent of a gross domestic product.
 *
 * @param target the target
 * @param gdp    the gross domestic product
 * @param amount target.percent × gdp, rounded half up to the unit of the currency
 */
@API(status = API.Status.EXPERIMENTAL)
public record Level(Target target, GrossDomesticProduct gdp, long amount) {
    /** The level of a target. */
    public static Level of(Target target, GrossDomesticProduct gdp) {
        return new Level(
                target,
                gdp,
                target.percent()
                        .multiply(BigDecimal.valueOf(gdp.amount()))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** The levels of some targets under a definition; none if it has no gross domestic product. */
    public static List<Level> of(Definition definition, List<Target> targets) {
        return definition
                .gdp()
                .map(gdp -> targets.stream().map(target -> of(target, gdp)).toList())
                .orElse(List.of());
    }

    /**
     * The gross domestic product of a definition.
     *
     * @throws ProblemException {@code NO_MEASURE} if it has none
     */
    public static GrossDomesticProduct gdpOf(Definition definition) {
        return definition
                .gdp()
                .orElseThrow(() -> new ProblemException(
                        Code.NO_MEASURE,
                        Place.NONE,
                        "The definition " + definition.id() + " has no gross domestic product to hold totals against",
                        "State one with --gdp, such as --gdp 600tn"));
    }
}
