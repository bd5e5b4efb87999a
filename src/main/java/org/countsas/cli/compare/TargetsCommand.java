package org.countsas.cli.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.comparison.outlook.DefinitionOutlook;
import org.countsas.comparison.outlook.Outlook;
import org.countsas.comparison.outlook.PlanTracker;
import org.countsas.comparison.outlook.ShareSolution;
import org.countsas.comparison.outlook.ShareSolver;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.evaluation.Findings;
import org.countsas.output.Language;
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
        description = "Shows how far definitions are from targets, over the years, and which share would reach them.")
public final class TargetsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "A definition or a reform, once or several times; by default the one in force.")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--solve-share",
            paramLabel = "POLICY",
            description = "Find the share of this policy that reaches each target; may be given several times.")
    private List<String> shares = new ArrayList<>();

    TargetsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock());
        EvaluatedBudget study = EvaluatedBudget.of(input, options.one(), asOf);
        CountsAs countsAs = study.countsAs();
        List<String> named = definitions.isEmpty()
                ? List.of(countsAs.definitions().inForceOn(asOf).id())
                : definitions.stream().distinct().toList();
        List<Reformed> reformed = named.stream()
                .map(study::reform)
                .map(options::withGdp)
                .map(study.reforms()::apply)
                .toList();
        for (Reformed each : reformed) {
            study.checkCurrency(each);
            Level.gdpOf(each.definition());
        }
        Findings findings = study.evaluate(countsAs, environment);
        Comparer comparer = new Comparer(study.selection().items(), study.every(), asOf, options.targets());
        ShareSolver solver = new ShareSolver(study.reforms(), study.selection().items(), findings, asOf);
        List<DefinitionOutlook> answers = new ArrayList<>();
        for (Reformed each : reformed) {
            DefinitionResult side = comparer.result(study.subject(each.expression(), each, findings));
            List<ShareSolution> solutions = new ArrayList<>();
            for (String policy : shares) {
                for (Distance distance : side.distances()) {
                    solutions.add(solver.solve(each.definition(), policy, distance.level()));
                }
            }
            answers.add(new DefinitionOutlook(
                    side, PlanTracker.of(each.definition(), study.every(), findings, asOf), solutions));
        }
        Outlook outlook = new Outlook(
                asOf,
                study.selection().fiscalYear(),
                study.selection().stage(),
                study.selection().currency(),
                answers);
        String command = command(outlook);
        Answer answer = new Answer(
                "targets",
                () -> OutlookJson.of(outlook, command),
                () -> OutlookText.of(outlook, countsAs.rules(), command, language),
                () -> ResultTables.of(outlook));
        study.give(answer, options, environment);
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
