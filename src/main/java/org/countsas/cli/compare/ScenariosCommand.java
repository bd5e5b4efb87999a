package org.countsas.cli.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.ResultOptions;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.output.Language;
import org.countsas.question.Budget;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.ScenarioQuestion;
import org.countsas.report.comparison.ResultTables;
import org.countsas.report.comparison.ScenariosJson;
import org.countsas.report.comparison.ScenariosText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scenarios}: all combinations of proposed policies at once. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description = "Adds up every combination of proposed policies and finds the best ways to reach each target.")
final class ScenariosCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Option(
            names = "--base",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition to which policies are added; by default the one in force.")
    private @Nullable String base;

    @Option(
            names = "--policies",
            paramLabel = "all|A,B,…",
            defaultValue = ALL,
            description =
                    "The policies that may be added, such as space,aviation(share=50%%), at most 20; 'all' stands for those of the nearest proposed definition.")
    private String policies = ALL;

    ScenariosCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock(), input);
        ScenarioQuestion question =
                new ScenarioQuestion(asked(), policies.equals(ALL) ? null : policies, options.measures(), asOf);
        results.prepare();
        CountsAs rules = options.location(input).load();
        Budget budget = input.budget();
        ScenarioReport report;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            report = question.answer(new EvaluatedBudget(budget, rules, progress));
        }
        String command = command(report, input, options);
        results.give(
                new ResultOptions.Forms(
                        "scenarios",
                        () -> ScenariosJson.of(report, command),
                        () -> ScenariosText.of(report, rules.rules(), command, language),
                        () -> ResultTables.of(report)),
                environment.out());
        ProblemPrinter.notices(budget.selection(), language, environment.err());
        return 0;
    }

    private @Nullable String asked() {
        RecordedRun run = input.recorded();
        return run == null ? base : run.definition(base);
    }

    /** The command that reproduces a report on some input. */
    static String command(ScenarioReport report, InputOptions input, ComparisonOptions options) {
        List<String> words = new ArrayList<>(List.of("countsas", "scenarios"));
        words.addAll(input.words(report.fiscalYear(), report.stage()));
        words.addAll(List.of(
                "--base",
                report.scenarios().base().expression(),
                "--policies",
                report.scenarios().additions()));
        words.addAll(options.words(report.asOf()));
        return ShellCommand.of(words);
    }
}
