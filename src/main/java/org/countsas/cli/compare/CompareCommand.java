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
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.ComparisonOptions;
import org.countsas.cli.option.FilterOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.ResultOptions;
import org.countsas.cli.option.RulesLocation;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.comparison.ComparisonAnswer;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.RulesComparisonQuestion;
import org.countsas.question.filter.ItemFilter;
import org.countsas.report.comparison.ComparisonJson;
import org.countsas.report.comparison.ComparisonText;
import org.countsas.report.comparison.ResultTables;
import org.countsas.report.comparison.page.ComparisonPage;
import org.countsas.report.comparison.page.PageContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: definitions side by side, and what causes the difference. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares definitions, or two folders of rules, and says what each change is worth.")
final class CompareCommand implements Callable<Integer> {
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
            description =
                    "A definition, a reform such as 'japan-2022 + space', or a YAML file of one. Name at least two; the first is compared with each of the others.")
    private List<String> definitions = new ArrayList<>();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the comparison to this file, as a page with charts to read or print.")
    private @Nullable Path report;

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = options.language();
        LocalDate asOf = options.asOf(environment.clock());
        checkThatThereAreTwo();
        results.prepare();
        boolean twoFolders = options.folders().size() == 2;
        CountsAs rules = twoFolders ? load(0) : options.location().load();
        ItemFilter listed = filter.filter(rules.rules());
        Budget budget = input.budget();
        ComparisonAnswer answer;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            EvaluatedBudget evaluated = new EvaluatedBudget(budget, rules, progress);
            answer = twoFolders ? twoFolders(evaluated, budget, asOf) : severalDefinitions(evaluated, asOf);
        }
        Comparison comparison = answer.comparison(listed);
        String command = command(comparison);
        if (report != null) {
            String page = ComparisonPage.of(page(answer, comparison, rules, command), language);
            AtomicFile.write(report, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        }
        results.give(
                new ResultOptions.Forms(
                        "compare",
                        () -> ComparisonJson.of(comparison, command),
                        () -> ComparisonText.of(comparison, rules.rules(), command, language),
                        () -> ResultTables.of(comparison, language)),
                environment.out());
        ProblemPrinter.notices(budget.selection(), language, environment.err());
        return 0;
    }

    private void checkThatThereAreTwo() {
        int folders = options.folders().size();
        boolean two = folders < 2 ? definitions.size() >= 2 : folders == 2 && definitions.size() <= 1;
        if (!two) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "There is not one thing to compare with another",
                    "Give --definition twice or more, or --rules twice with one --definition");
        }
    }

    private ComparisonAnswer severalDefinitions(EvaluatedBudget budget, LocalDate asOf) {
        return new ComparisonQuestion(definitions, options.measures(), asOf).answer(budget);
    }

    private ComparisonAnswer twoFolders(EvaluatedBudget before, Budget budget, LocalDate asOf) {
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            EvaluatedBudget after = new EvaluatedBudget(budget, load(1), progress);
            return new RulesComparisonQuestion(
                            definitions.isEmpty() ? null : definitions.get(0), options.measures(), asOf)
                    .answer(
                            new RulesComparisonQuestion.Side(
                                    options.folders().get(0).toString(), before),
                            new RulesComparisonQuestion.Side(
                                    options.folders().get(1).toString(), after));
        }
    }

    private CountsAs load(int folder) {
        return new RulesLocation(options.folders().get(folder)).load();
    }

    private PageContent page(ComparisonAnswer answer, Comparison comparison, CountsAs rules, String command) {
        Optional<ScenarioReport> combinations = answer.combinations();
        return new PageContent(
                comparison,
                combinations,
                answer.reconciliation().orElse(null),
                rules.rules(),
                command,
                combinations
                        .map(each -> ScenariosCommand.command(each, input, options))
                        .orElse(""));
    }

    private String command(Comparison comparison) {
        List<String> words = new ArrayList<>(List.of("countsas", "compare"));
        words.addAll(input.words(comparison.fiscalYear(), comparison.stage()));
        (options.folders().size() == 2 ? comparison.results().subList(0, 1) : comparison.results())
                .forEach(result ->
                        words.addAll(List.of("--definition", result.reformed().expression())));
        words.addAll(options.words(comparison.asOf()));
        words.addAll(filter.words());
        return ShellCommand.of(words);
    }
}
