package org.countsas.cli.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.definition.Target;
import org.countsas.evaluation.Findings;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
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
        description = "Sums up every combination of proposed policies, and finds the best ways to each target.")
public final class ScenariosCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(
            names = "--base",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition that policies are added to; by default the one in force.")
    private @Nullable String base;

    @Option(
            names = "--policies",
            paramLabel = "all|A,B,…",
            defaultValue = "all",
            description =
                    "The policies that may be added, such as space,aviation(share=50%%); 'all' are those of the proposed definition nearest to the base. At most 20.")
    private String policies = "all";

    ScenariosCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock());
        EvaluatedBudget study = EvaluatedBudget.of(input, options.one(), asOf);
        CountsAs countsAs = study.countsAs();
        Reform reform = options.withGdp(study.reform(
                base == null ? countsAs.definitions().inForceOn(asOf).id() : base));
        Reformed reformed = study.reforms().apply(reform);
        study.checkCurrency(reformed);
        List<Edit.Add> additions = policies.equals("all") ? all(countsAs, reformed.definition()) : named();
        // Before the work and not after it: whoever misspells a policy need not wait.
        Scenarios.checkCount(additions.size());
        study.reforms().apply(reform.and(List.copyOf(additions)));
        Findings findings = study.evaluate(countsAs, environment);
        Scenarios scenarios = Scenarios.of(
                reform, additions, study.reforms(), study.selection().items(), findings, asOf);
        ScenarioReport report = ScenarioReport.of(
                scenarios,
                levels(reformed.definition()),
                asOf,
                study.selection().fiscalYear(),
                study.selection().stage(),
                study.selection().currency());
        String command = command(report, input, options);
        study.give(
                new Answer(
                        "scenarios",
                        () -> ScenariosJson.of(report, command),
                        () -> ScenariosText.of(report, countsAs.rules(), command, language),
                        () -> ResultTables.of(report)),
                options,
                environment);
        return 0;
    }

    private List<Level> levels(Definition definition) {
        List<Target> targets = new ArrayList<>(definition.targets());
        options.targets().stream()
                .filter(target ->
                        targets.stream().noneMatch(known -> known.percent().compareTo(target.percent()) == 0))
                .forEach(targets::add);
        targets.sort(Comparator.comparing(Target::percent));
        return Level.of(definition, targets);
    }

    private List<Edit.Add> named() {
        // A comma within brackets parts the options of one policy.
        return Arrays.stream(policies.split(",(?![^(]*\\))"))
                .map(String::strip)
                .filter(policy -> !policy.isEmpty())
                .map(policy -> Reform.parse("base + " + policy).edits())
                .map(edits -> {
                    if (edits.size() == 1 && edits.get(0) instanceof Edit.Add add) {
                        return add;
                    }
                    throw new ProblemException(
                            Code.BAD_REFORM,
                            Place.NONE,
                            "'" + edits.get(0) + "' is not a policy",
                            "Name policies, parted by commas");
                })
                .toList();
    }

    /** The policies that the proposed definition nearest to the base has beyond it, in its order. */
    private static List<Edit.Add> all(CountsAs countsAs, Definition base) {
        Optional<Definition> proposed = countsAs.definitions().all().stream()
                .filter(definition -> definition.status() == Definition.Status.PROPOSED
                        && definition.currency().equals(base.currency()))
                .max(Comparator.<Definition>comparingLong(definition -> definition.adoptions().stream()
                                .filter(adoption ->
                                        base.adoptionOf(adoption.policy()).isPresent())
                                .count())
                        .thenComparing(Definition::id, Comparator.reverseOrder()));
        List<Edit.Add> additions = proposed.stream()
                .flatMap(definition -> definition.adoptions().stream())
                .map(Adoption::policy)
                .filter(policy -> base.adoptionOf(policy).isEmpty())
                .map(Edit.Add::new)
                .toList();
        if (additions.isEmpty()) {
            throw new ProblemException(
                    Code.REFORM_POLICY,
                    Place.NONE,
                    "No definition proposes policies beyond " + base.id(),
                    "Name them with --policies");
        }
        return additions;
    }

    /** What reproduces a report on some input. */
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
