package org.countsas.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.countsas.definition.Definitions;
import org.countsas.policy.RuleBook;
import org.countsas.policy.RuleBookReader;
import org.countsas.policy.RulesFolder;
import org.countsas.quality.ruletest.RuleSet;
import org.countsas.report.Language;
import org.countsas.report.LintText;
import org.junit.jupiter.api.Test;

class ShippedRulesLintTest {
    @Test
    void nothing_in_the_shipped_rules_is_needless() {
        RuleBook book = RuleBookReader.read(RulesFolder.of(Path.of("rules")));

        LintReport report = Lint.of(RuleSet.of(book), Definitions.read(book).all(), SmallLint.DAY);

        assertThat(report.findings())
                .as(String.join("\n", LintText.text(report, Optional.empty(), book, Language.EN)))
                .isEmpty();
        assertThat(report.undecided()).isZero();
    }
}
