package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import org.countsas.item.Stage;
import org.countsas.problem.Problem;

/**
 * A row, or one amount of a row with several, that gave no budget item, and why. Immutable and thread-safe.
 *
 * @param problem    what is wrong
 * @param forRecord  the same, each file named from the input's own name on, parted by {@code /}: without the folders above it
 * @param file       the file as the user named it, an entry of an archive after {@code "!"}
 * @param row        the line of a text file on which the row begins, or the row of a sheet; from 1, the header included
 * @param id         the programme's id, if it could be read
 * @param fiscalYear the fiscal year that the amount would have had, if it is known
 * @param stage      the stage that the amount would have had, if it is known
 */
public record RejectedRow(
        Problem problem,
        Problem forRecord,
        String file,
        int row,
        Optional<String> id,
        OptionalInt fiscalYear,
        Optional<Stage> stage) {

    public RejectedRow {
        requireNonNull(problem, "problem");
        requireNonNull(forRecord, "forRecord");
        requireNonNull(file, "file");
        requireNonNull(id, "id");
        requireNonNull(fiscalYear, "fiscalYear");
        requireNonNull(stage, "stage");
    }

    /** The row as it is put on record: it says nothing of the machine on which it was read, and is the same on every other. */
    public RejectedRow recorded() {
        return new RejectedRow(
                forRecord, forRecord, requireNonNull(forRecord.place().file()), row, id, fiscalYear, stage);
    }

    boolean mayConcern(int year, Stage wanted) {
        return fiscalYear.orElse(year) == year && stage.orElse(wanted) == wanted;
    }
}
