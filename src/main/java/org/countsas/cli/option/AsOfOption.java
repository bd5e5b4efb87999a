package org.countsas.cli.option;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.RecordedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The day on which rules must be in force. */
public final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day on which rules must be in force (yyyy-mm-dd); by default today, or the day that a bundle recorded.")
    private @Nullable String date;

    /**
     * The day named, or else today.
     *
     * @throws ProblemException {@code BAD_DATE}
     */
    public LocalDate day(Clock clock) {
        return day(clock, null);
    }

    /**
     * The day named, or else the one of the run that is asked about, or else today.
     *
     * @param run null for items that were not recorded
     * @throws ProblemException {@code BAD_DATE}
     */
    public LocalDate day(Clock clock, @Nullable RecordedRun run) {
        if (date == null) {
            return run == null ? LocalDate.now(clock) : run.asOf();
        }
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Code.BAD_DATE, Place.NONE, "'" + date + "' is not a date", "Write it as 2025-04-01");
        }
    }
}
