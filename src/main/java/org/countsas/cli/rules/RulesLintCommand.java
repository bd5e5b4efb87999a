package org.countsas.cli.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.AsOfOption;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.item.BudgetItem;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.lint.Lint;
import org.countsas.quality.lint.LintReport;
import org.countsas.quality.lint.Overlaps;
import org.countsas.question.NewestItems;
import org.countsas.question.rules.OverlapQuestion;
import org.countsas.report.quality.LintTests;
import org.countsas.report.quality.LintText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules lint}: which rules and terms cannot matter, and which policies claim the same money. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description =
                "Finds rules and terms that cannot matter, each with an item that shows why, and, on real data, policies that claim the same money. --as-of also dates these items.")
final class RulesLintCommand implements Callable<Integer> {
    private static final String FILE = "lint.yaml";

    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Real data: files, ZIP files or folders, as 'classify' reads them.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the items that show the findings to this folder as rule tests, lint.yaml.")
    private @Nullable Path out;

    @Option(
            names = "--definition",
            paramLabel = "ID",
            description = "Decide on the data under this definition; by default the one in force.")
    private @Nullable String definition;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--json", description = "Print all findings as JSON and nothing else.")
    private boolean json;

    RulesLintCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate day = asOf.day(environment.clock());
        RuleBook book = rules.location().book();
        Definitions definitions = Definitions.read(book);
        Overlaps overlaps = inputs.isEmpty() ? null : overlaps(day);
        LintReport report = Lint.of(RuleSet.of(book), definitions.all(), day);
        if (out != null) {
            write(out, LintTests.of(report));
        }
        if (json) {
            environment.out().document(LintText.json(report, overlaps));
        } else {
            environment.out().lines(LintText.text(report, overlaps, book, language));
        }
        return report.passed() ? 0 : 1;
    }

    private static void write(Path folder, String tests) {
        AtomicFile.createFolder(folder);
        if (!tests.isEmpty()) {
            AtomicFile.write(folder.resolve(FILE), file -> file.write(tests.getBytes(StandardCharsets.UTF_8)));
        } else if (LintTests.wrote(folder.resolve(FILE))) {
            // What an earlier run found no longer holds, and must not be taken for what this one found.
            AtomicFile.delete(folder.resolve(FILE));
        }
    }

    private Overlaps overlaps(LocalDate day) {
        CountsAs countsAs = rules.location().load();
        List<BudgetItem> items = NewestItems.read(inputs);
        try (Progress progress = new Progress(environment, items.size())) {
            return new OverlapQuestion(definition, day).answer(items, countsAs, progress);
        }
    }
}
