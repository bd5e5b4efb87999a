package org.countsas.quality.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.report.quality.LintText;
import org.junit.jupiter.api.Test;

class ShippedRulesLintTest {
    @Test
    void nothing_in_the_shipped_rules_is_needless() {
        RuleBook book = RuleBookReader.read(RulesFolder.of(Path.of("rules")));

        LintReport report = Lint.of(RuleSet.of(book), Definitions.read(book).all(), SmallLint.DAY);

        assertThat(report.findings())
                .as(String.join("\n", LintText.text(report, null, book, Language.EN)))
                .isEmpty();
        assertThat(report.undecided()).isZero();
    }
}
