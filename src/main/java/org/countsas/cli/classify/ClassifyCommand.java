package org.countsas.cli.classify;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.adjudication.total.Summary;
import org.countsas.adjudication.total.Totals;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.FilterOptions;
import org.countsas.cli.option.ForceOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RecordOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.cli.option.Version;
import org.countsas.output.Language;
import org.countsas.question.Classification;
import org.countsas.question.ClassificationFiles;
import org.countsas.question.DefinitionFinder;
import org.countsas.question.bundle.RunPlace;
import org.countsas.question.bundle.RunRecorder;
import org.countsas.question.filter.FilterReader;
import org.countsas.question.filter.ItemFilter;
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
        description = "Decides on every item of a budget and adds up what counts.")
final class ClassifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description =
                    "A definition, or a reform such as 'japan-2022 + space'; may be repeated. By default the one in force.")
    private List<String> definitions = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write decisions.csv, .jsonl and .xlsx, rejected.csv and summary.json to this folder.")
    private @Nullable Path out;

    @Mixin
    private ForceOption force = new ForceOption();

    @Option(names = "--json", description = "Print the summary as JSON and nothing else.")
    private boolean json;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Mixin
    private RecordOptions recording = new RecordOptions();

    ClassifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Instant time = environment.clock().instant();
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        RunPlace place = recording.place();
        force.check(out);
        Selection selection = input.budget().selection();
        CountsAs countsAs = rules.location(input).load();
        Classification classification = new Classification(
                countsAs,
                selection,
                new DefinitionFinder(countsAs, asOf).definitions(input.definitions(definitions)),
                asOf);
        ItemFilter listed = filter.filter(countsAs.rules());
        List<Classification.Result> results;
        RunRecorder.@Nullable Recorded recorded = null;
        // Files are begun before the work, so that an unwritable folder is reported at once, and are complete before
        // anything is printed.
        try (ClassificationFiles files =
                        out == null ? null : new ClassificationFiles(classification, out, language, listed);
                RunRecorder recorder =
                        place == null ? null : new RunRecorder(classification, place, time, Version.text(), language)) {
            results = decide(classification, listed, files, recorder);
            if (files != null) {
                files.finish(summaries(results));
            }
            if (recorder != null) {
                recorded = recorder.finish();
            }
        }
        print(results, classification, new FilterReader(countsAs.rules()).words(listed, language), language);
        if (place != null && recorded != null) {
            RecordOptions.say(
                    recorded, place, json ? environment.err() : environment.out(), environment.err(), language);
        }
        ProblemPrinter.notices(selection.rejected(), classification.warnings(), language, environment.err());
        return 0;
    }

    private List<Classification.Result> decide(
            Classification classification,
            ItemFilter listed,
            @Nullable ClassificationFiles files,
            @Nullable RunRecorder recorder) {
        try (Progress progress =
                new Progress(environment, classification.selection().items().size())) {
            return classification.run(listed, decisions -> {
                if (files != null) {
                    files.add(decisions);
                }
                if (recorder != null) {
                    recorder.add(decisions);
                }
                progress.accept(1);
            });
        }
    }

    private static List<Summary> summaries(List<Classification.Result> results) {
        return results.stream().map(Classification.Result::summary).toList();
    }

    private void print(
            List<Classification.Result> results,
            Classification classification,
            List<String> filter,
            Language language) {
        if (json) {
            environment.out().document(SummaryJson.of(summaries(results)));
            return;
        }
        environment.out().lines(selected(classification.selection(), language));
        for (Classification.Result result : results) {
            environment.out().line("");
            environment
                    .out()
                    .lines(SummaryText.of(
                            result.summary(),
                            result.listed(),
                            result.highlights(),
                            classification.countsAs().rules(),
                            language));
            if (!filter.isEmpty()) {
                environment.out().line(listed(filter, result, language));
            }
        }
    }

    private static String listed(List<String> filter, Classification.Result result, Language language) {
        Totals listed = result.listed();
        String currency = result.summary().currency();
        return language.text(
                "filtered",
                String.join(language.text("filtered.and"), filter),
                language.number(listed.items()),
                language.amount(listed.amount(), currency),
                language.amount(listed.counted().central(), currency));
    }

    private static List<String> selected(Selection selection, Language language) {
        List<String> lines = new ArrayList<>();
        int decided = selection.items().size();
        int rejected = selection.rejected().size();
        lines.add(language.text(
                "read", language.number(decided + rejected), language.number(decided), language.number(rejected)));
        boolean byDefault = selection.yearByDefault() && selection.stageByDefault();
        lines.add(language.text(
                "selection",
                String.valueOf(selection.fiscalYear()),
                language.text("stage." + selection.stage().id()),
                byDefault ? language.text("selection.default") : ""));
        if (selection.rowsLeftOut() > 0) {
            lines.add(language.text("leftOut", language.number(selection.rowsLeftOut())));
        }
        if (selection.programmesWithoutAmount() > 0) {
            lines.add(language.text("aside", language.number(selection.programmesWithoutAmount())));
        }
        return lines;
    }
}
