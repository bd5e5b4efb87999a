package org.countsas.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.RuleEngine;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.ruletest.RuleSet;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestResult;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.quality.ruletest.RuleTestRunner;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.report.quality.RuleTestReport;
import org.countsas.report.quality.RuleTestXml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules test}: whether rules decide as their tests say. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs the tests of rules (tests/*.yaml) and says what made the difference where one fails.")
final class RulesTestCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--without-engine",
            description =
                    "Evaluate conditions alone, which takes no compilation, and do not hold the engine against them.")
    private boolean withoutEngine;

    @Option(names = "--json", description = "Print the results as JSON and nothing else.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as JUnit XML here.")
    private @Nullable Path junit;

    RulesTestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        RuleBook book = rules.book();
        RuleTests tests = RuleTestReader.read(book, Definitions.read(book));
        RuleTestRun run = withoutEngine ? RuleTestRun.of(RuleSet.of(book), tests) : withEngine(book, tests);
        if (junit != null) {
            AtomicFile.write(junit, out -> RuleTestXml.write(run, out));
        }
        if (json) {
            environment.out().document(RuleTestReport.json(run));
        } else {
            RuleTestReport.text(run, !withoutEngine, language).forEach(environment.out()::line);
        }
        return run.passed() ? 0 : 1;
    }

    private static RuleTestRun withEngine(RuleBook book, RuleTests tests) {
        RuleEngine engine = RuleEngine.of(book, RulesOptions.cache());
        List<List<Finding>> findings = engine.evaluate(
                tests.tests().stream().map(test -> test.item().programme()).toList());
        RuleTestRunner runner = new RuleTestRunner(RuleSet.of(book));
        List<RuleTestResult> results = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            results.add(runner.run(tests.tests().get(i), findings.get(i)));
        }
        return new RuleTestRun(
                results, tests.phrases().stream().map(runner::run).toList());
    }
}
