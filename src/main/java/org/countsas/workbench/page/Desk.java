package org.countsas.workbench.page;

import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Access;
import org.countsas.workbench.http.StaticFiles;

/**
 * What all pages share. Immutable and thread-safe.
 *
 * @param workspace the budget
 * @param access    what a change must know, and whether there can be any
 * @param files     the style sheet and the script
 * @param command   the words of a command after its verb that read the same input, for lines to copy
 */
public record Desk(Workspace workspace, Access access, StaticFiles files, String command) {}
