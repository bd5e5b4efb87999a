package org.countsas.workbench.budget;

import org.countsas.item.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Under which definition, in which year: what the address of every page may say. Immutable and thread-safe.
 *
 * @param definition an id, or a reform on one line; null for the one with which the workbench was started
 * @param fiscalYear null for the one with which the workbench was started
 * @param stage      null for the one with which the workbench was started
 */
public record Scope(
        @Nullable String definition,
        @Nullable Integer fiscalYear,
        @Nullable Stage stage) {
    /** What the workbench was started with. */
    public static final Scope USUAL = new Scope(null, null, null);
}
