package org.countsas.comparison.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.countsas.definition.Definition;
import org.countsas.definition.GrossDomesticProduct;
import org.countsas.definition.Target;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A target in money: its per cent of a base.
 *
 * @param target the target
 * @param gdp    the base
 * @param amount per cent × base, rounded half up to the unit of the currency
 */
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

    /** The levels of some targets under a definition; none if it has no base. */
    public static List<Level> of(Definition definition, List<Target> targets) {
        return definition
                .gdp()
                .map(gdp -> targets.stream().map(target -> of(target, gdp)).toList())
                .orElse(List.of());
    }

    /**
     * The base of a definition.
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
