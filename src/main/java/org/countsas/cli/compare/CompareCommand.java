package org.countsas.cli.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Distance;
import org.countsas.definition.Adoption;
import org.countsas.evaluation.Findings;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.comparison.ComparisonJson;
import org.countsas.report.comparison.ComparisonText;
import org.countsas.report.comparison.ResultTables;
import org.countsas.report.comparison.page.ComparisonPage;
import org.countsas.report.comparison.page.PageContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: definitions side by side, and what the difference is due to. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares definitions, or two folders of rules, and says what each change is worth.")
public final class CompareCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description =
                    "A definition, a reform such as 'japan-2022 + space', or a YAML file of one; at least two, the first is held against the others.")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the comparison here, as one page with charts to read or print.")
    private @Nullable Path report;

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock());
        List<Path> folders = options.rules();
        if (folders.size() > 2
                || (folders.size() < 2 && definitions.size() < 2)
                || (folders.size() == 2 && definitions.size() > 1)) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "There is not one thing to compare with another",
                    "Give --definition twice or more, or --rules twice with one --definition");
        }
        EvaluatedBudget study = EvaluatedBudget.of(input, options, asOf);
        CountsAs first = study.countsAs();
        List<ComparisonInput> subjects = folders.size() == 2 ? twoFolders(study, folders) : severalDefinitions(study);
        Comparison comparison = new Comparer(study.selection().items(), study.every(), asOf, options.targets())
                .compare(subjects, study.reforms());
        String command = command(comparison, asOf);
        if (report != null) {
            PageContent page = page(comparison, subjects, study, command);
            AtomicFile.write(
                    report, out -> out.write(ComparisonPage.of(page, language).getBytes(StandardCharsets.UTF_8)));
        }
        study.give(
                new Answer(
                        "compare",
                        () -> ComparisonJson.of(comparison, command),
                        () -> ComparisonText.of(comparison, first.rules(), command, language),
                        () -> ResultTables.of(comparison, language)),
                options,
                environment);
        return 0;
    }

    private List<ComparisonInput> severalDefinitions(EvaluatedBudget study) {
        List<Reformed> reformed = definitions.stream()
                .distinct()
                .map(study::reform)
                .map(options::withGdp)
                .map(study.reforms()::apply)
                .toList();
        reformed.forEach(study::checkCurrency);
        Findings findings = study.evaluate(study.countsAs(), environment);
        return reformed.stream()
                .map(each -> study.subject(each.expression(), each, findings))
                .toList();
    }

    private List<ComparisonInput> twoFolders(EvaluatedBudget study, List<Path> folders) {
        List<ComparisonInput> subjects = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CountsAs rules = i == 0 ? study.countsAs() : EvaluatedBudget.load(folders, 1);
            EvaluatedBudget own = new EvaluatedBudget(study.selection(), study.every(), study.asOf(), rules);
            String definition = definitions.isEmpty()
                    ? rules.definitions().inForceOn(study.asOf()).id()
                    : definitions.get(0);
            Reformed reformed = own.reforms().apply(options.withGdp(own.reform(definition)));
            own.checkCurrency(reformed);
            subjects.add(own.subject(
                    reformed.expression() + " (" + folders.get(i) + ")", reformed, own.evaluate(rules, environment)));
        }
        return subjects;
    }

    /** The comparison with all combinations of the policies that the last definition adds to the first, if the rules are the same. */
    private PageContent page(
            Comparison comparison, List<ComparisonInput> subjects, EvaluatedBudget study, String command) {
        ComparisonInput first = subjects.get(0);
        ComparisonInput last = subjects.get(subjects.size() - 1);
        List<Edit.Add> additions =
                first.findings() == last.findings() ? additions(first.reformed(), last.reformed()) : List.of();
        if (additions.isEmpty() || additions.size() > Scenarios.MOST_POLICIES) {
            return new PageContent(
                    comparison, Optional.empty(), study.countsAs().rules(), command, "");
        }
        Scenarios scenarios = Scenarios.of(
                first.reformed().reform(),
                additions,
                study.reforms(),
                study.selection().items(),
                first.findings(),
                study.asOf());
        ScenarioReport combinations = ScenarioReport.of(
                scenarios,
                comparison.baseline().distances().stream().map(Distance::level).toList(),
                study.asOf(),
                comparison.fiscalYear(),
                comparison.stage(),
                comparison.currency());
        return new PageContent(
                comparison,
                Optional.of(combinations),
                study.countsAs().rules(),
                command,
                ScenariosCommand.command(combinations, input, options));
    }

    /** Each added policy as the last definition has it: as its own edits say, or from the definition that it begins with. */
    private static List<Edit.Add> additions(Reformed first, Reformed last) {
        List<Edit.Add> additions = new ArrayList<>();
        for (Adoption adoption : last.definition().adoptions()) {
            if (first.definition().adoptionOf(adoption.policy()).isEmpty()) {
                additions.add(last.reform().edits().stream()
                        .filter(Edit.Add.class::isInstance)
                        .map(Edit.Add.class::cast)
                        .filter(edit -> edit.policy().equals(adoption.policy()))
                        .findFirst()
                        .orElse(new Edit.Add(
                                adoption.policy(), null, null, last.reform().base())));
            }
        }
        return additions;
    }

    private String command(Comparison comparison, LocalDate asOf) {
        List<String> words = new ArrayList<>(List.of("countsas", "compare"));
        words.addAll(input.words(comparison.fiscalYear(), comparison.stage()));
        (options.rules().size() == 2 ? comparison.results().subList(0, 1) : comparison.results())
                .forEach(side ->
                        words.addAll(List.of("--definition", side.reformed().expression())));
        words.addAll(options.words(asOf));
        return ShellCommand.of(words);
    }
}
