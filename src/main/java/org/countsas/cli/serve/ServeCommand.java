package org.countsas.cli.serve;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesLocation;
import org.countsas.cli.option.RulesOptions;
import org.countsas.cli.option.TrustOptions;
import org.countsas.question.Budget;
import org.countsas.question.comparison.EvaluatedBudget;
import org.countsas.workbench.Workbench;
import org.countsas.workbench.budget.Workspace;
import org.countsas.workbench.http.Binding;
import org.countsas.workbench.rules.RuleFiles;
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

    @Option(names = "--read-only", description = "Refuse every change.")
    private boolean readOnly;

    ServeCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        LocalDate asOf = rules.asOf(environment.clock(), input);
        Binding where = binding.binding();
        Budget budget = input.budget();
        CountsAs countsAs = rules.location(input).load();
        Workspace workspace;
        try (Progress progress = new Progress(environment, budget.programmes().size())) {
            workspace = new Workspace(new EvaluatedBudget(budget, countsAs, progress), definition.text(input), asOf);
        }
        try (Workbench workbench = Workbench.start(workspace, settings(where), this::report)) {
            Thread end = new Thread(workbench::close, "end of the workbench");
            Runtime.getRuntime().addShutdownHook(end);
            environment.out().line("Workbench: " + workbench.url());
            environment.out().line("End it with Ctrl+C.");
            ProblemPrinter.notices(
                    budget.selection().rejected(), budget.selection().warnings(), rules.language(), environment.err());
            workbench.join();
        }
        return 0;
    }

    private Workbench.Settings settings(Binding where) {
        RulesLocation location = rules.location(input);
        return new Workbench.Settings(
                where,
                readOnly,
                words(),
                trust.ring(),
                new RuleFiles(location.writable(), location.folder().name()),
                RulesLocation.cache());
    }

    private String words() {
        return input.inputs().stream().map(Path::toString).map(Words::quoted).collect(Collectors.joining(" "));
    }

    /** What failed in CountsAs itself, in one line; whoever runs the workbench can report it. */
    private void report(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        environment.err().line("X001: CountsAs failed: " + thrown + (trace.length == 0 ? "" : " at " + trace[0]));
    }
}
