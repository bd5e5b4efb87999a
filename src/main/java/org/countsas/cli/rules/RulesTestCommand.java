package org.countsas.cli.rules;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.cli.option.RulesLocation;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.question.rules.RuleTestQuestion;
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
        description = "Runs the rule tests (tests/*.yaml) and, where one fails, says what made the difference.")
final class RulesTestCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--without-engine",
            description = "Evaluate conditions only. Nothing is compiled, and the engine is not checked against them.")
    private boolean withoutEngine;

    @Option(names = "--json", description = "Print the results as JSON and nothing else.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results to this file, as JUnit XML.")
    private @Nullable Path junit;

    RulesTestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        RuleTestQuestion question = new RuleTestQuestion(withoutEngine ? null : RulesLocation.cache());
        RuleTestRun run = question.answer(rules.location().book());
        if (junit != null) {
            AtomicFile.write(junit, out -> RuleTestXml.write(run, out));
        }
        if (json) {
            environment.out().document(RuleTestReport.json(run));
        } else {
            environment.out().lines(RuleTestReport.text(run, !withoutEngine, language));
        }
        return run.passed() ? 0 : 1;
    }
}
