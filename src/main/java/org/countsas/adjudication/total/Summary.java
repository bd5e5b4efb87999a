package org.countsas.adjudication.total;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;
import org.countsas.source.result.Selection;

/**
 * The result of a run under one definition, in figures.
 *
 * @param definition the definition
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear the fiscal year of the items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 * @param read       how many items were read: decided and rejected
 * @param rejected   how many rows gave no item
 * @param totals     the sums
 */
@API(status = API.Status.EXPERIMENTAL)
public record Summary(
        Definition definition,
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        int read,
        int rejected,
        Totals totals) {
    private static final int DECIMALS = 4;

    /** @throws IllegalStateException unless items read = decided + rejected */
    public Summary {
        if (read != totals.items() + rejected) {
            throw new IllegalStateException(
                    read + " items read, " + totals.items() + " decided and " + rejected + " rejected");
        }
    }

    /**
     * The result of deciding a selection.
     *
     * @param totals the sums of the decisions about all its items
     * @throws IllegalStateException if there are decisions about more or fewer items
     */
    public static Summary of(Selection selection, Definition definition, LocalDate asOf, Totals totals) {
        int rejected = selection.rejected().size();
        return new Summary(
                definition,
                asOf,
                selection.fiscalYear(),
                selection.stage(),
                selection.currency(),
                selection.items().size() + rejected,
                rejected,
                totals);
    }

    /** Per cent of the definition's gross domestic product, four decimals half up; empty without a base in this currency. */
    public Optional<BigDecimal> percentOfGdp(long amount) {
        return definition
                .gdp()
                .filter(gdp -> definition.currency().equals(currency))
                .map(gdp -> BigDecimal.valueOf(amount)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(gdp.amount()), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The areas with items, in the definition's order. */
    public List<AreaTotal> areasWithItems() {
        return totals.areas().stream().filter(area -> area.items() > 0).toList();
    }
}
