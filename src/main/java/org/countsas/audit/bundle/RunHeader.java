package org.countsas.audit.bundle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import org.apiguardian.api.API;
import org.countsas.item.Stage;

/**
 * What a run decided about, when and by which program.
 *
 * @param time       when it began; a bundle records it to the second
 * @param product    name and version of the program
 * @param asOf       the day on which rules had to be in force
 * @param fiscalYear fiscal year of all items
 * @param stage      their stage
 * @param currency   their currency, ISO 4217
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunHeader(Instant time, String product, LocalDate asOf, int fiscalYear, Stage stage, String currency) {
    public RunHeader {
        requireNonNull(time, "time");
        requireNonNull(product, "product");
        requireNonNull(asOf, "asOf");
        requireNonNull(stage, "stage");
        requireNonNull(currency, "currency");
    }
}
