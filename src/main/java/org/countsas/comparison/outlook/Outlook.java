package org.countsas.comparison.outlook;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Stage;

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
 */
@API(status = API.Status.EXPERIMENTAL)
public record Outlook(
        LocalDate asOf, int fiscalYear, Stage stage, String currency, List<DefinitionOutlook> definitions) {
    public Outlook {
        definitions = List.copyOf(definitions);
    }
}
