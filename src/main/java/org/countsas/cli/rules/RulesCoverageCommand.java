package org.countsas.cli.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Progress;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.RulesLocation;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.RuleSet;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.quality.coverage.Coverage;
import org.countsas.quality.coverage.CoverageMeter;
import org.countsas.quality.ruletest.RuleTestReader;
import org.countsas.question.NewestItems;
import org.countsas.report.quality.CoveragePage;
import org.countsas.report.quality.CoverageReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules coverage}: what tests, and real data, exercise of the rules. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description =
                "Shows which rules, conditions and terms are exercised by rule tests and, if given, by real data.")
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
            description = "Folder of rules; by default the rules beside the command.")
    private @Nullable Path rules;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the rule files to this page, with each condition coloured by its coverage.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print all figures as JSON and nothing else.")
    private boolean json;

    @Option(
            names = "--at-least",
            paramLabel = "PERCENT",
            description = "Exit with 1 if the tests cover a smaller share of the conditions than this.")
    private double atLeast;

    @Mixin
    private LanguageOption language = new LanguageOption();

    RulesCoverageCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        RuleBook book = new RulesLocation(rules).book();
        RuleSet set = RuleSet.of(book);
        Coverage byTests = CoverageMeter.ofTests(set, RuleTestReader.read(book, Definitions.read(book)));
        Coverage byData = inputs.isEmpty() ? null : byData(set);
        if (html != null) {
            byte[] page = CoveragePage.of(book, byTests, byData, chosen).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(html, out -> out.write(page));
        }
        if (json) {
            environment.out().document(CoverageReport.json(byTests, byData));
        } else {
            environment.out().lines(CoverageReport.text(byTests, byData, chosen));
        }
        double percent = byTests.coveredConditions().percent();
        if (percent < atLeast) {
            environment.err().line(CoverageReport.below(percent, atLeast, chosen));
        }
        return percent < atLeast ? 1 : 0;
    }

    private Coverage byData(RuleSet set) {
        List<Programme> programmes =
                NewestItems.read(inputs).stream().map(BudgetItem::programme).toList();
        try (Progress progress = new Progress(environment, programmes.size())) {
            return CoverageMeter.ofProgrammes(set, programmes, progress);
        }
    }
}
