package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.List;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.report.quality.LintTests;
import org.countsas.report.quality.LintText;

/** Small rules under two definitions, looked at on a day. */
record SmallLint(SmallRules rules) {
    static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private static final String DEFINITION = """
            definition: %s
            title: {en: Small, ja: 小}
            status: comparison
            source: [areas]
            currency: JPY
            blocks: [{id: related, label: {en: Related, ja: 関連}}]
            policies: [%s]
            """;

    /** Rules of shipbuilding; one definition adopts ports too. The concepts are sound, so what is found is in the rules. */
    static SmallLint of(RuleFileText... rules) {
        return new SmallLint(SmallRules.complete()
                .with("definitions/one.yaml", DEFINITION.formatted("one", "{policy: shipbuilding, block: related}"))
                .with(
                        "definitions/two.yaml",
                        DEFINITION.formatted(
                                "two", "{policy: ports, block: related}, {policy: shipbuilding, block: related}"))
                .withRules("shipbuilding", rules));
    }

    /** One concept with these terms and phrases, in YAML. */
    static SmallLint ofConcept(String terms, String notWithin) {
        SmallLint lint = of(RuleFileText.named("Ships").ifItem("names(\"ship\")"));
        lint.rules.with(
                "vocabulary/words.yaml",
                "vocabulary: words\nconcepts:\n  ship:\n    label: {en: ships, ja: 船}\n    terms: [" + terms
                        + "]\n    notWithin: [" + notWithin + "]\n");
        return lint;
    }

    SmallLint with(String path, String text) {
        rules.with(path, text);
        return this;
    }

    RuleBook book() {
        return rules.read();
    }

    LintReport report() {
        RuleBook book = book();
        return Lint.of(RuleSet.of(book), Definitions.read(book).all(), DAY);
    }

    /** What a person is told, without the sum. */
    List<String> lines() {
        List<String> lines = LintText.text(report(), null, book(), Language.EN);
        return lines.subList(0, Math.max(0, lines.size() - 2));
    }

    /** The findings, saved as tests beside the rules and run. */
    RuleTestRun runOfSavedTests() {
        String tests = LintTests.of(report());
        RuleBook book = with("tests/lint.yaml", tests).book();
        RuleTests read = RuleTestReader.read(book, Definitions.read(book));
        return RuleTestRun.of(RuleSet.of(book), read);
    }
}
