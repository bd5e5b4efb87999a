package org.countsas.cli.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.lint.Lint;
import org.countsas.quality.lint.LintReport;
import org.countsas.quality.lint.Overlap;
import org.countsas.quality.ruletest.RuleSet;
import org.countsas.question.NewestItems;
import org.countsas.report.quality.LintTests;
import org.countsas.report.quality.LintText;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
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
                "Finds rules and terms that cannot matter, each with an item that shows it; and on real data, policies that claim the same money.")
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
            description = "Write what shows the findings here as rule tests, lint.yaml.")
    private @Nullable Path out;

    @Option(
            names = "--definition",
            paramLabel = "ID",
            description = "The definition under which the data are decided about; by default the one in force.")
    private @Nullable String definition;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day of the items that show findings, and of the decisions (yyyy-mm-dd); by default today.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print all findings as JSON and nothing else.")
    private boolean json;

    RulesLintCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate day = RulesOptions.day(asOf, environment.clock());
        RuleBook book = rules.book();
        Definitions definitions = Definitions.read(book);
        Optional<LintText.Overlaps> overlaps =
                inputs.isEmpty() ? Optional.empty() : Optional.of(overlaps(definitions, day));
        LintReport report = Lint.of(RuleSet.of(book), definitions.all(), day);
        if (out != null) {
            write(out, LintTests.of(report));
        }
        if (json) {
            environment.out().document(LintText.json(report, overlaps));
        } else {
            LintText.text(report, overlaps, book, language).forEach(environment.out()::line);
        }
        return report.passed() ? 0 : 1;
    }

    private static void write(Path folder, String tests) {
        AtomicFile.createFolder(folder);
        if (!tests.isEmpty()) {
            AtomicFile.write(folder.resolve(FILE), file -> file.write(tests.getBytes(StandardCharsets.UTF_8)));
        } else if (LintTests.wrote(folder.resolve(FILE))) {
            // What an earlier run found is gone, and nobody shall take it for what this one found.
            AtomicFile.delete(folder.resolve(FILE));
        }
    }

    private LintText.Overlaps overlaps(Definitions definitions, LocalDate day) {
        Definition chosen = definition == null ? definitions.inForceOn(day) : definitions.get(definition);
        List<BudgetItem> items = NewestItems.of(Sources.read(inputs, ReadOptions.DEFAULT));
        CountsAs countsAs = CountsAs.of(rules.folder(), RulesOptions.cache());
        Findings findings;
        try (Progress progress = new Progress(environment, items.size())) {
            findings =
                    countsAs.evaluate(items.stream().map(BudgetItem::programme).toList(), progress);
        }
        List<Decision> decisions = new Adjudicator(chosen, day).decide(items, findings);
        return new LintText.Overlaps(
                chosen, items.isEmpty() ? chosen.currency() : items.get(0).currency(), Overlap.in(decisions));
    }
}
