package org.countsas.cli.rules;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.quality.mutation.Mutant;
import org.countsas.quality.mutation.MutationReport;
import org.countsas.quality.mutation.MutationRun;
import org.countsas.quality.mutation.Mutations;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.quality.ruletest.RuleTestRun;
import org.countsas.quality.ruletest.RuleTests;
import org.countsas.report.quality.MutationReportText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules mutate}: whether tests would notice small changes to the rules. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description =
                "Makes small changes to rules and vocabulary, one at a time, and reports those that no test notices.")
final class RulesMutateCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Sets the order of the mutants, and so the sample if the run is cut short; by default 1.",
            defaultValue = "1")
    private long seed = 1;

    @Option(names = "--limit", paramLabel = "N", description = "Try at most this many mutants; by default all.")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Stop after this many seconds; by default 240.",
            defaultValue = "240")
    private int seconds = 240;

    @Option(
            names = "--json",
            description = "Print all mutants, each with the test that notices it, as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            description = "Exit with 1 if the mutation score is lower than this.")
    private double atLeast;

    RulesMutateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        // This measures elapsed time: the clock of the environment says which day it is, and may stand still.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Language language = rules.language();
        RuleBook book = rules.location().book();
        RuleSet set = RuleSet.of(book);
        RuleTests tests = RuleTestReader.read(book, Definitions.read(book));
        RuleTestRun unchanged = RuleTestRun.of(set, tests);
        if (!unchanged.passed()) {
            throw new ProblemException(
                    Code.FAILING_RULE_TESTS,
                    Place.file(book.folder().name()),
                    unchanged.failedTests() + unchanged.failedPhrases() + " rule tests fail before anything is changed",
                    "See 'rules test'");
        }
        List<Mutant> mutants = Mutations.of(set);
        MutationReport report;
        try (Progress progress = new Progress(environment, Math.min(limit, mutants.size()))) {
            report = new MutationRun(set, tests)
                    .run(mutants, seed, Math.max(0, limit), () -> System.nanoTime() - end > 0, progress);
        }
        if (json) {
            environment.out().document(MutationReportText.json(report, seed));
        } else {
            environment.out().lines(MutationReportText.text(report, seed, language));
        }
        // A run that tried nothing shows nothing.
        double percent = report.verdicts().isEmpty() ? 0 : report.score().percent();
        if (percent < atLeast) {
            environment.err().line(MutationReportText.below(percent, atLeast, language));
        }
        return percent < atLeast ? 1 : 0;
    }
}
