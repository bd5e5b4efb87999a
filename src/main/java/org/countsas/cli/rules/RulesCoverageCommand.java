package org.countsas.cli.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definitions;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.CoverageMeter;
import org.countsas.quality.ruletest.RuleSet;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.question.NewestItems;
import org.countsas.report.quality.CoverageHtml;
import org.countsas.report.quality.CoverageReport;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules coverage}: what tests, and real data, put to the test of the rules. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "Shows which rules, conditions and terms are put to the test: by rule tests, and by real data where some are given.")
final class RulesCoverageCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "Real data: files, ZIP files or folders, as 'classify' reads them.")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules that stand beside the command.")
    private @Nullable Path rules;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the rule files here with each condition in the colour of its coverage.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print all figures as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            description = "Exit with 1 if the tests cover a smaller part of the conditions.")
    private double atLeast;

    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    RulesCoverageCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = RulesOptions.language(language);
        RuleBook book = RuleBookReader.read(RulesOptions.folder(rules));
        RuleSet set = RuleSet.of(book);
        Coverage byTests = CoverageMeter.ofTests(set, RuleTestReader.read(book, Definitions.read(book)));
        Optional<Coverage> byData = inputs.isEmpty() ? Optional.empty() : Optional.of(byData(set));
        if (html != null) {
            byte[] page = CoverageHtml.of(book, byTests, byData, chosen).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(html, out -> out.write(page));
        }
        if (json) {
            environment.out().document(CoverageReport.json(byTests, byData));
        } else {
            CoverageReport.text(byTests, byData, chosen).forEach(environment.out()::line);
        }
        double percent = byTests.coveredConditions().percent();
        if (percent < atLeast) {
            environment.err().line(CoverageReport.below(percent, atLeast, chosen));
        }
        return percent < atLeast ? 1 : 0;
    }

    private Coverage byData(RuleSet set) {
        List<Programme> programmes = NewestItems.of(Sources.read(inputs, ReadOptions.DEFAULT)).stream()
                .map(BudgetItem::programme)
                .toList();
        try (Progress progress = new Progress(environment, programmes.size())) {
            return CoverageMeter.ofProgrammes(set, programmes, progress);
        }
    }
}
