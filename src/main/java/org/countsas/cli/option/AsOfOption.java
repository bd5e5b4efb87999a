package org.countsas.cli.option;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day on which rules must be in force. */
public final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which rules must be in force (yyyy-mm-dd); by default today.")
    private @Nullable String date;

    /**
     * The day named, or else today.
     *
     * @throws ProblemException {@code BAD_DATE}
     */
    public LocalDate day(Clock clock) {
        try {
            return date == null ? LocalDate.now(clock) : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Code.BAD_DATE, Place.NONE, "'" + date + "' is not a date", "Write it as 2025-04-01");
        }
    }
}
