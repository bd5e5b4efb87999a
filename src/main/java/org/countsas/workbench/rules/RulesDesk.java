package org.countsas.workbench.rules;

import org.countsas.CountsAs;
import org.countsas.evaluation.CompilationCache;
import org.countsas.problem.ProblemException;
import org.countsas.quality.check.RulesCheck;
import org.countsas.workbench.budget.CurrentWorkspace;
import org.countsas.workbench.budget.Workspace;

/**
 * Where rules are edited: saves a draft that is sound, and then decides everything by it. Thread-safe.
 *
 * @param files   the files
 * @param cache   where compiled rules are kept
 * @param current what the pages show
 */
public record RulesDesk(RuleFiles files, CompilationCache cache, CurrentWorkspace current) {
    /**
     * Saves a file and decides everything anew. One save follows another.
     *
     * @param version the {@link RuleFiles#version} of the text that was edited
     * @throws ProblemException with everything that is wrong with the draft, or {@code STALE_EDIT}; nothing is written then
     */
    public synchronized void save(String path, String text, String version) {
        files.checkVersion(path, version);
        Workspace before = current.get();
        Draft draft = files.draft(path, text);
        RulesCheck check = draft.check(before.asOf());
        if (!check.passed()) {
            throw new ProblemException(check.problems());
        }
        // Compiled before it is written: what is on the disk can always be loaded.
        CountsAs compiled = CountsAs.of(draft.folder(), cache);
        Workspace after = before.with(compiled);
        files.save(path, text, version);
        current.set(after);
    }
}
