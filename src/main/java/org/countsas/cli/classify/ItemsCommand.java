package org.countsas.cli.classify;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.adjudication.total.ItemList;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.FilterOptions;
import org.countsas.cli.option.ForceOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.ItemsQuestion;
import org.countsas.question.filter.FilterReader;
import org.countsas.question.filter.ItemFilter;
import org.countsas.report.item.ItemListFiles;
import org.countsas.report.item.ItemListReport;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code items}: which items are decided in a certain way, and how much they come to. */
@Command(
        name = "items",
        mixinStandardHelpOptions = true,
        description = "Lists the items that are decided in a certain way, and adds them up.")
final class ItemsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many items to print; by default 50. Files, --csv and --json have all of them.",
            defaultValue = "50")
    private Integer limit = 50;

    @Option(names = "--wide", description = "Print every column, however wide they are together.")
    private boolean wide;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write the list to this file, as a workbook.")
    private @Nullable Path xlsx;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write items.csv, items.json and items.xlsx to this folder.")
    private @Nullable Path out;

    @Mixin
    private ForceOption force = new ForceOption();

    @ArgGroup
    private Form form = new Form();

    /** How the list is printed: for people by default. */
    static final class Form {
        @Option(names = "--json", description = "Print the list as JSON and nothing else.")
        private boolean json;

        @Option(names = "--csv", description = "Print one CSV row for each item and nothing else.")
        private boolean csv;
    }

    ItemsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        if (limit < 1) {
            throw new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, "--limit is " + limit, "Choose 1 or more");
        }
        force.prepare(out);
        CountsAs countsAs = rules.location(input).load();
        ItemFilter wanted = filter.filter(countsAs.rules());
        Selection selection = input.budget().selection();
        ItemList list;
        try (Progress progress = new Progress(environment, selection.items().size())) {
            list = new ItemsQuestion(definition.text(input), asOf, wanted).answer(selection, countsAs, progress);
        }
        give(new ItemListReport(list, countsAs.rules(), language), wanted, countsAs, language);
        ProblemPrinter.notices(selection, language, environment.err());
        return 0;
    }

    private void give(ItemListReport report, ItemFilter wanted, CountsAs countsAs, Language language) {
        if (out != null) {
            ItemListFiles.write(out, report, ids(wanted));
        }
        if (xlsx != null) {
            ItemListFiles.workbook(xlsx, report);
        }
        if (form.json) {
            environment.out().document(report.json(ids(wanted)));
        } else if (form.csv) {
            environment.out().document(report.csv());
        } else {
            List<String> words = new FilterReader(countsAs.rules()).words(wanted, language);
            environment.out().lines(wide ? report.wide(words, limit) : report.text(words, limit));
        }
    }

    private static Map<String, List<String>> ids(ItemFilter wanted) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        wanted.texts().forEach((part, texts) -> ids.put(part.id(), texts));
        return ids;
    }
}
