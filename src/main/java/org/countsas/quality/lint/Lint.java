package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.evaluation.RuleSet;

/** Looks for rules and terms that cannot matter. The result depends on the rules, the definitions and the day alone. */
@API(status = API.Status.INTERNAL)
public final class Lint {
    private Lint() {}

    /**
     * Looks at all rules and concepts.
     *
     * @param definitions the definitions under which rules are adjudicated
     * @param asOf        the day for the items that show what was found, if any day would do
     */
    public static LintReport of(RuleSet rules, List<Definition> definitions, LocalDate asOf) {
        RuleLint ruleLint = new RuleLint(rules, definitions, asOf);
        List<LintFinding> findings = new ArrayList<>(ruleLint.findings());
        findings.addAll(new VocabularyLint(rules).findings());
        return new LintReport(
                rules.rules().size(), rules.vocabulary().concepts().size(), findings, ruleLint.undecided());
    }
}
