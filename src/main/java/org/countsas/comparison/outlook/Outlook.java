package org.countsas.comparison.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.comparison.target.PercentOfGdp;
import org.countsas.item.Stage;
import org.countsas.official.YearlyGdp;

/**
 * How far definitions are from their targets, and what would reach them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param asOf        the day on which rules had to be in force
 * @param fiscalYear  fiscal year of the items
 * @param stage       their stage
 * @param currency    their currency, ISO 4217
 * @param definitions the outlook of each definition, in the order asked
 * @param gdp         the gross domestic product of fiscal years in this currency, as far as a source gives it
 */
@API(status = API.Status.EXPERIMENTAL)
public record Outlook(
        LocalDate asOf,
        int fiscalYear,
        Stage stage,
        String currency,
        List<DefinitionOutlook> definitions,
        List<YearlyGdp> gdp) {
    public Outlook {
        definitions = List.copyOf(definitions);
        gdp = List.copyOf(gdp);
    }

    /** What an amount of a fiscal year is in per cent of the gross domestic product of the same year; empty without a source for that. */
    public Optional<BigDecimal> percentOfSameYear(long amount, int year) {
        return gdp.stream()
                .filter(each -> each.fiscalYear() == year)
                .findFirst()
                .map(each -> PercentOfGdp.of(amount, each.amount()));
    }
}
