package org.countsas.cli.classify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.total.Summary;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.BundleOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definition;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.question.DefinitionChoice;
import org.countsas.record.DecisionFiles;
import org.countsas.report.summary.SummaryJson;
import org.countsas.report.summary.SummaryText;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classify}: which items count, and how much that makes. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = "Decides about every item of a budget and sums up what counts.")
public final class ClassifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description =
                    "A definition or a reform such as 'japan-2022 + space', once or several times; by default the one in force.")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write decisions.csv, .jsonl and .xlsx, rejected.csv and summary.json here.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the summary as JSON and nothing else.")
    private boolean json;

    @Mixin
    private BundleOptions bundle = new BundleOptions();

    ClassifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Instant time = environment.clock().instant();
        try {
            return classify(time);
        } finally {
            bundle.close();
        }
    }

    private int classify(Instant time) {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock());
        Selection selection = input.select(input.read());
        CountsAs countsAs = rules.load();
        List<Definition> chosen = chosen(countsAs, asOf);
        if (out != null) {
            // Before the work and not after it: whoever names a folder that cannot be written to need not wait.
            AtomicFile.createFolder(out);
        }
        bundle.begin(countsAs, chosen, selection, asOf, time, language);
        List<DefinitionRun> runs = new ArrayList<>();
        try {
            for (Definition definition : chosen) {
                runs.add(new DefinitionRun(
                        definition, chosen.size() == 1 || out == null ? out : out.resolve(definition.id()), language));
            }
            decide(selection, countsAs, chosen, asOf, runs);
            List<Summary> summaries =
                    runs.stream().map(run -> run.summary(selection, asOf)).toList();
            if (out != null) {
                runs.forEach(DefinitionRun::finish);
                write(out, summaries, selection, countsAs);
            }
            if (json) {
                environment.out().document(SummaryJson.of(summaries));
            } else {
                print(selection, language);
                for (int i = 0; i < runs.size(); i++) {
                    environment.out().line("");
                    SummaryText.of(summaries.get(i), runs.get(i).highlights(), countsAs.rules(), language)
                            .forEach(environment.out()::line);
                }
            }
        } finally {
            runs.forEach(DefinitionRun::close);
        }
        bundle.finish(selection, json ? environment.err() : environment.out(), environment.err());
        List<Problem> warnings = new ArrayList<>(selection.warnings());
        chosen.stream()
                .filter(definition -> !definition.currency().equals(selection.currency()))
                .map(definition -> otherCurrency(definition, selection))
                .forEach(warnings::add);
        ProblemPrinter.notices(selection.rejected(), warnings, language, environment.err());
        return 0;
    }

    /** Decides about one item after another and hands the decisions on; none is kept. */
    private void decide(
            Selection selection, CountsAs countsAs, List<Definition> chosen, LocalDate asOf, List<DefinitionRun> runs) {
        try (Progress progress = new Progress(environment, selection.items().size());
                Stream<List<Decision>> decided = countsAs.classify(selection.items().stream(), chosen, asOf)) {
            decided.forEachOrdered(decisions -> {
                for (int i = 0; i < runs.size(); i++) {
                    runs.get(i).add(decisions.get(i));
                }
                bundle.add(decisions.get(0).item(), decisions);
                progress.accept(1);
            });
        }
    }

    private List<Definition> chosen(CountsAs countsAs, LocalDate asOf) {
        return definitions.isEmpty()
                ? List.of(countsAs.definitions().inForceOn(asOf))
                : definitions.stream()
                        .distinct()
                        .map(text -> DefinitionChoice.of(countsAs.definitions(), countsAs.rules(), text))
                        .distinct()
                        .toList();
    }

    private static Problem otherCurrency(Definition definition, Selection selection) {
        return new Problem(
                Code.DEFINITION_CURRENCY,
                Place.NONE,
                "The definition " + definition.id() + " is made for amounts in " + definition.currency()
                        + ", and these are in " + selection.currency(),
                "Choose another with --definition, or read the result as a trial");
    }

    private void print(Selection selection, Language language) {
        int read = selection.items().size() + selection.rejected().size();
        environment
                .out()
                .line(language.text(
                        "read",
                        language.number(read),
                        language.number(selection.items().size()),
                        language.number(selection.rejected().size())));
        boolean byDefault = selection.yearByDefault() && selection.stageByDefault();
        environment
                .out()
                .line(language.text(
                        "selection",
                        String.valueOf(selection.fiscalYear()),
                        language.text("stage." + selection.stage().id()),
                        byDefault ? " " + language.text("selection.default") : ""));
        if (selection.programmesWithoutAmount() > 0) {
            environment.out().line(language.text("aside", language.number(selection.programmesWithoutAmount())));
        }
    }

    private static void write(Path out, List<Summary> summaries, Selection selection, CountsAs countsAs) {
        DecisionFiles.writeRejected(out, selection.rejected());
        String json =
                SummaryJson.withMeasures(summaries, countsAs.rules().folder().digest());
        AtomicFile.write(
                out.resolve("summary.json"), stream -> stream.write((json + "\n").getBytes(StandardCharsets.UTF_8)));
    }
}
