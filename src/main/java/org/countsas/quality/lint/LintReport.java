package org.countsas.quality.lint;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What was found in rules and vocabulary.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rules     how many rules were examined
 * @param concepts  how many concepts
 * @param findings  what cannot matter, rules first, in the order of their files
 * @param undecided how many questions were abandoned, so there may be more to find
 */
@API(status = API.Status.INTERNAL)
public record LintReport(int rules, int concepts, List<LintFinding> findings, int undecided) {
    public LintReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found. */
    public boolean passed() {
        return findings.isEmpty();
    }
}
