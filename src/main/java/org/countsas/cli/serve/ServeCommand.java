package org.countsas.cli.serve;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.audit.key.SigningKey;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesLocation;
import org.countsas.cli.option.RulesOptions;
import org.countsas.cli.option.TrustOptions;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.workbench.Workbench;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Binding;
import org.countsas.workbench.review.ReviewDesk;
import org.countsas.workbench.rules.RuleFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: the workbench, a web page of this machine. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Shows a budget, and why each item counts or does not, as pages in a browser. Nothing leaves this machine.")
final class ServeCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Mixin
    private BindingOptions binding = new BindingOptions();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--review-key",
            paramLabel = "FILE",
            description = "Private key (PEM) that signs reviews of a bundle; 'countsas keys new' creates one.")
    private @Nullable Path reviewKey;

    @Option(names = "--read-only", description = "Refuse every change.")
    private boolean readOnly;

    ServeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Binding where = binding.binding();
        Path bundle = bundle();
        return bundle == null ? serveInput(where) : serveBundle(bundle, where);
    }

    /** The bundle, if one is named and nothing else. */
    private @Nullable Path bundle() {
        List<Path> inputs = input.inputs();
        return inputs.size() == 1 && RecordedRun.isBundle(inputs.get(0)) ? inputs.get(0) : null;
    }

    private int serveInput(Binding where) throws InterruptedException {
        if (reviewKey != null) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "--review-key signs reviews, and reviews are kept beside a bundle",
                    "Name a bundle, which 'countsas classify --bundle' writes");
        }
        LocalDate asOf = rules.asOf(environment.clock());
        Budget budget = input.budget();
        RulesLocation location = rules.location();
        Workspace workspace = workspace(budget, location.load(), definition.text(), asOf);
        RuleFiles files = new RuleFiles(location.writable(), location.folder().name());
        run(workspace, settings(where, files, null), budget);
        return 0;
    }

    /** A bundle is shown by its own rules and under its own definition, and cannot be changed; people's reviews stand beside it. */
    private int serveBundle(Path bundle, Binding where) throws InterruptedException {
        RecordedRun recorded = RecordedRun.read(bundle);
        String chosen = definition.text();
        if (chosen == null) {
            chosen = recorded.definitions().get(0);
        }
        if (!recorded.definitions().contains(chosen)) {
            throw new ProblemException(
                    Code.UNKNOWN_DEFINITION,
                    Place.NONE,
                    "The bundle has no definition '" + chosen + "'",
                    "Name one of " + String.join(", ", recorded.definitions()));
        }
        Budget budget = Budget.of(recorded.reading(), null, null);
        Workspace workspace =
                workspace(budget, CountsAs.of(recorded.rules(), RulesLocation.cache()), chosen, recorded.asOf());
        ReviewDesk reviews = new ReviewDesk(
                bundle,
                chosen,
                trust.ring(),
                reviewKey == null ? null : SigningKey.read(reviewKey),
                environment.clock());
        run(workspace, settings(where, new RuleFiles(null, "rules"), reviews), budget);
        return 0;
    }

    private Workspace workspace(Budget budget, CountsAs countsAs, @Nullable String chosen, LocalDate asOf) {
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            return new Workspace(new EvaluatedBudget(budget, countsAs, progress), chosen, asOf);
        }
    }

    private void run(Workspace workspace, Workbench.Settings settings, Budget budget) throws InterruptedException {
        try (Workbench workbench = Workbench.start(workspace, settings, this::report)) {
            Thread end = new Thread(workbench::close, "end of the workbench");
            Runtime.getRuntime().addShutdownHook(end);
            environment.out().line(rules.language().text("workbench", workbench.url()));
            environment.out().line(rules.language().text("workbench.end"));
            ProblemPrinter.notices(
                    budget.selection().rejected(), budget.selection().warnings(), rules.language(), environment.err());
            workbench.join();
        }
    }

    private Workbench.Settings settings(Binding where, RuleFiles files, @Nullable ReviewDesk reviews) {
        return new Workbench.Settings(where, readOnly, words(), trust.ring(), files, RulesLocation.cache(), reviews);
    }

    private String words() {
        return input.inputs().stream()
                .map(ShellCommand::path)
                .map(Words::quoted)
                .collect(Collectors.joining(" "));
    }

    /** What failed in CountsAs itself, in one line; whoever runs the workbench can report it. */
    private void report(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        environment.err().line("X001: CountsAs failed: " + thrown + (trace.length == 0 ? "" : " at " + trace[0]));
    }
}
