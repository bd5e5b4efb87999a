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
import org.countsas.comparison.outlook.Outlook;
import org.countsas.output.Language;
import org.countsas.question.Budget;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.TargetQuestion;
import org.countsas.report.comparison.OutlookJson;
import org.countsas.report.comparison.OutlookText;
import org.countsas.report.comparison.ResultTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code targets}: how far definitions are from their targets, over the years, and which share would reach one. */
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        description =
                "Shows how far definitions are from their targets, year by year, and which share of a policy would reach them.")
final class TargetsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "A definition or a reform; may be repeated. By default the one in force.")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--solve-share",
            paramLabel = "POLICY",
            description = "Find the share of this policy that reaches each target; may be repeated.")
    private List<String> shares = new ArrayList<>();

    TargetsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock(), input);
        TargetQuestion question = new TargetQuestion(input.definitions(definitions), shares, options.measures(), asOf);
        results.prepare();
        CountsAs rules = options.location(input).load();
        Budget budget = input.budget();
        Outlook outlook;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            outlook = question.answer(new EvaluatedBudget(budget, rules, progress));
        }
        String command = command(outlook);
        results.give(
                new ResultOptions.Forms(
                        "targets",
                        () -> OutlookJson.of(outlook, command),
                        () -> OutlookText.of(outlook, rules.rules(), command, language),
                        () -> ResultTables.of(outlook)),
                environment.out());
        ProblemPrinter.notices(budget.selection(), language, environment.err());
        return 0;
    }

    private String command(Outlook outlook) {
        List<String> words = new ArrayList<>(List.of("countsas", "targets"));
        words.addAll(input.words(outlook.fiscalYear(), outlook.stage()));
        outlook.definitions()
                .forEach(each -> words.addAll(
                        List.of("--definition", each.result().reformed().expression())));
        shares.forEach(policy -> words.addAll(List.of("--solve-share", policy)));
        words.addAll(options.words(outlook.asOf()));
        return ShellCommand.of(words);
    }
}
