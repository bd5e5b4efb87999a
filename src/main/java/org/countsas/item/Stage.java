package org.countsas.item;

import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The stage of the budget cycle that an amount belongs to. Initial and supplementary budgets answer different questions, so they are never
 * added up unless someone asks for it.
 */
@API(status = API.Status.STABLE)
public enum Stage {
    /** The initial budget of the fiscal year (当初予算). */
    INITIAL,
    /** All supplementary budgets of the fiscal year together (補正予算). */
    SUPPLEMENTARY,
    /**
     * The budget after all supplementary budgets (補正後予算): {@link #INITIAL} and {@link #SUPPLEMENTARY} together, so it is never added to
     * either.
     */
    REVISED,
    /** A budget for the first weeks of a year whose initial budget has not yet been passed; the initial budget replaces it (暫定予算). */
    PROVISIONAL,
    /** The request for the fiscal year, before the budget is passed (概算要求). */
    REQUEST,
    /** What was spent (執行額). */
    EXECUTED;

    /** The stage's id in files and on the command line: its name in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage with this {@linkplain #id() id}, in upper or lower case; empty if there is none. */
    public static Optional<Stage> ofId(String id) {
        for (Stage stage : values()) {
            if (stage.id().equalsIgnoreCase(id.strip())) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
