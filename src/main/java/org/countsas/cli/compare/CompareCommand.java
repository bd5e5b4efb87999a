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
import org.countsas.cli.option.YearConverter;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.like.LikeComparison;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.ComparisonAnswer;
import org.countsas.question.comparison.ComparisonQuestion;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.LikeQuestion;
import org.countsas.question.comparison.RulesComparisonQuestion;
import org.countsas.question.comparison.RunsQuestion;
import org.countsas.question.filter.ItemFilter;
import org.countsas.question.name.NameFinder;
import org.countsas.report.comparison.ComparisonJson;
import org.countsas.report.comparison.ComparisonText;
import org.countsas.report.comparison.ResultTables;
import org.countsas.report.comparison.like.LikeJson;
import org.countsas.report.comparison.like.LikeTables;
import org.countsas.report.comparison.like.LikeText;
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
        description =
                "Compares definitions, two folders of rules, two bundles, or two years or stages, and says what each change is worth.")
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

    @Option(
            names = "--with-year",
            paramLabel = "YEAR",
            converter = YearConverter.class,
            description = "Compare with this fiscal year, item by item, under one definition.")
    private @Nullable Integer otherYear;

    @Option(
            names = "--with-stage",
            paramLabel = "STAGE",
            description = "Compare with this stage, item by item, under one definition.")
    private @Nullable String otherStage;

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
        List<RecordedRun> runs = input.twoRuns();
        if (runs.size() == 2) {
            results.prepare();
            compare(runs, language);
            return 0;
        }
        LocalDate asOf = options.asOf(environment.clock(), input);
        definitions = input.definitions(definitions);
        if (otherYear != null || otherStage != null) {
            checkThatThereIsOne();
            results.prepare();
            compareWithAnother(asOf, language);
            return 0;
        }
        checkThatThereAreTwo();
        results.prepare();
        boolean twoFolders = options.folders().size() == 2;
        CountsAs rules = twoFolders ? load(0) : options.location(input).load();
        filter.filter(rules.rules()); // so that what means nothing is reported at once
        Budget budget = input.budget();
        ComparisonAnswer answer;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            EvaluatedBudget evaluated = new EvaluatedBudget(budget, rules, progress);
            answer = twoFolders ? twoFolders(evaluated, budget, asOf) : severalDefinitions(evaluated, asOf);
        }
        give(answer, rules, command(answer.comparison()), language);
        ProblemPrinter.notices(budget.selection(), language, environment.err());
        return 0;
    }

    private void give(ComparisonAnswer answer, CountsAs rules, String command, Language language) {
        Comparison comparison = answer.comparison(filter.filter(rules.rules()));
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
    }

    private void give(LikeComparison all, CountsAs rules, String command, Language language) {
        ItemFilter wanted = filter.filter(rules.rules());
        LikeComparison comparison =
                wanted.isAll() ? all : all.listing(wanted.test(rules.rules().vocabulary()));
        results.give(
                new ResultOptions.Forms(
                        "compare",
                        () -> LikeJson.of(comparison, command),
                        () -> LikeText.of(comparison, rules.rules(), command, language),
                        () -> LikeTables.of(comparison)),
                environment.out());
    }

    /** Two recorded runs, each by its own rules. */
    private void compare(List<RecordedRun> runs, Language language) {
        if (definitions.size() > 1 || !options.folders().isEmpty()) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "Two bundles are compared by their own rules, under one definition of each",
                    "Give at most one --definition, and no --rules");
        }
        RunsQuestion question = new RunsQuestion(
                new RunsQuestion.Named(name(0), runs.get(0)),
                new RunsQuestion.Named(name(1), runs.get(1)),
                definitions.isEmpty() ? null : definitions.get(0),
                options.measures());
        RunsQuestion.Answer answer = question.answer(rules -> CountsAs.of(rules, RulesLocation.cache()), done -> {});
        if (answer instanceof RunsQuestion.Answer.SameItems same) {
            give(same.comparison(), same.rules(), runsCommand(), language);
        } else if (answer instanceof RunsQuestion.Answer.OtherItems other) {
            give(other.comparison(), other.rules(), runsCommand(), language);
        }
    }

    /** The name of an input without its folder; both are told apart by their place if they have the same. */
    private String name(int input) {
        List<Path> paths = this.input.inputs();
        String name = String.valueOf(paths.get(input).getFileName());
        return paths.get(0).endsWith(paths.get(1).getFileName()) ? name + " (" + (input + 1) + ")" : name;
    }

    private String runsCommand() {
        List<String> words = new ArrayList<>(List.of("countsas", "compare"));
        input.inputs().forEach(path -> words.add(path.toString()));
        definitions.forEach(definition -> words.addAll(List.of("--definition", definition)));
        words.addAll(filter.words());
        return ShellCommand.of(words);
    }

    /** One definition over two years or stages. */
    private void compareWithAnother(LocalDate asOf, Language language) {
        LikeQuestion question = new LikeQuestion(
                definitions.isEmpty() ? null : definitions.get(0),
                asOf,
                otherYear,
                otherStage == null ? null : NameFinder.stage(otherStage));
        CountsAs rules = options.location(input).load();
        Budget budget = input.budget();
        LikeComparison comparison;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            comparison = question.answer(new EvaluatedBudget(budget, rules, progress));
        }
        List<String> words = new ArrayList<>(List.of("countsas", "compare"));
        words.addAll(
                input.words(budget.selection().fiscalYear(), budget.selection().stage()));
        words.addAll(List.of(
                "--with-year", String.valueOf(comparison.first().fiscalYear()),
                "--with-stage", comparison.first().stage().id(),
                "--definition",
                        definitions.isEmpty() ? comparison.first().definition().id() : definitions.get(0)));
        words.addAll(options.words(asOf));
        words.addAll(filter.words());
        give(comparison, rules, ShellCommand.of(words), language);
        ProblemPrinter.notices(budget.selection(), language, environment.err());
    }

    private void checkThatThereIsOne() {
        if (definitions.size() > 1 || options.folders().size() > 1) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "Two years or stages are compared under one definition, by one folder of rules",
                    "Give at most one --definition and one --rules with --with-year or --with-stage");
        }
    }

    private void checkThatThereAreTwo() {
        int folders = options.folders().size();
        boolean two = folders < 2 ? definitions.size() >= 2 : folders == 2 && definitions.size() <= 1;
        if (!two) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "There is nothing to compare",
                    "Give --definition at least twice, or --rules twice with one --definition");
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
                combinations.orElse(null),
                answer.reconciliation().orElse(null),
                rules.rules(),
                command,
                input.inputs().stream().allMatch(RecordedRun::isBundle)
                                && input.inputs().size() > 1
                        ? ""
                        : combinations
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
