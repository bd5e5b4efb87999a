package org.countsas.source.result;

import org.apiguardian.api.API;
import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which amounts something concerns, as far as that is known. Immutable and thread-safe.
 *
 * @param id         the programme's id; null if it is unknown or there are several
 * @param fiscalYear the fiscal year; null if it is unknown or there are several
 * @param stage      the stage; null if it is unknown or there are several
 */
@API(status = API.Status.EXPERIMENTAL)
public record Scope(
        @Nullable String id,
        @Nullable Integer fiscalYear,
        @Nullable Stage stage) {
    /** Every amount of the input. */
    public static final Scope EVERYTHING = new Scope(null, null, null);

    /** Every amount of a programme. */
    public static Scope ofProgramme(String id) {
        return new Scope(id, null, null);
    }

    /** The amounts of a fiscal year and stage. */
    public static Scope of(int fiscalYear, Stage stage) {
        return new Scope(null, fiscalYear, stage);
    }

    /** Whether amounts of this fiscal year and stage may be among those meant. */
    boolean mayInclude(int year, Stage of) {
        return (fiscalYear == null || fiscalYear == year) && (stage == null || stage == of);
    }
}
