package org.countsas.workbench.page;

import org.countsas.workbench.budget.CurrentWorkspace;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Access;
import org.countsas.workbench.http.StaticFiles;
import org.countsas.workbench.review.ReviewDesk;
import org.countsas.workbench.rules.RulesDesk;
import org.jspecify.annotations.Nullable;

/**
 * What all pages share. Immutable and thread-safe.
 *
 * @param current   the budget
 * @param access    what a change must know, and whether there can be any
 * @param files     the style sheet and the script
 * @param rules     where rules are edited
 * @param reviews   where reviews are recorded; null if the workbench shows no bundle
 * @param command   the words of a command after its verb that read the same input, for lines to copy
 */
public record Desk(
        CurrentWorkspace current,
        Access access,
        StaticFiles files,
        RulesDesk rules,
        @Nullable ReviewDesk reviews,
        String command) {
    /** The budget as it is decided now. */
    Workspace workspace() {
        return current.get();
    }
}
