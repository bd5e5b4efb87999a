package org.countsas.cli.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.ResultOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.question.Budget;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.question.comparison.ReconciliationQuestion;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.report.reconciliation.ReconciliationJson;
import org.countsas.report.reconciliation.ReconciliationPage;
import org.countsas.report.reconciliation.ReconciliationTables;
import org.countsas.report.reconciliation.ReconciliationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconcile}: what counts compared with what the government published, and what explains the difference. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Sets what counts beside what the government published, and shows what explains the difference.")
final class ReconcileCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Mixin
    private ResultOptions results = new ResultOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "A definition or a reform; by default the one in force.")
    private @Nullable String definition;

    @Option(
            names = "--official",
            paramLabel = "ID",
            description = "Official figures of the rules; by default the first in the currency of the input.")
    private @Nullable String official;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the reconciliation to this file, as a page with charts to read or print.")
    private @Nullable Path report;

    ReconcileCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        ReconciliationQuestion question = new ReconciliationQuestion(asked(), official, asOf);
        results.prepare();
        CountsAs countsAs = rules.location(input).load();
        Budget budget = input.budget();
        Reconciliation answer;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            answer = question.answer(new EvaluatedBudget(budget, countsAs, progress));
        }
        String command = command(answer, budget);
        if (report != null) {
            String page = ReconciliationPage.of(answer, countsAs.rules(), command, language);
            AtomicFile.write(report, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        }
        results.give(
                new ResultOptions.Forms(
                        "reconcile",
                        () -> ReconciliationJson.of(answer, command),
                        () -> ReconciliationText.of(answer, countsAs.rules(), command, language),
                        () -> ReconciliationTables.of(answer, language)),
                environment.out());
        ProblemPrinter.notices(budget.selection(), language, environment.err());
        return 0;
    }

    private @Nullable String asked() {
        RecordedRun run = input.recorded();
        return run == null ? definition : run.definition(definition);
    }

    private String command(Reconciliation answer, Budget budget) {
        List<String> words = new ArrayList<>(List.of("countsas", "reconcile"));
        words.addAll(
                input.words(budget.selection().fiscalYear(), budget.selection().stage()));
        words.addAll(List.of(
                "--definition",
                Objects.requireNonNullElse(asked(), answer.definition().id())));
        words.addAll(List.of("--official", answer.official().id()));
        words.addAll(List.of("--as-of", answer.asOf().toString()));
        return ShellCommand.of(words);
    }
}
