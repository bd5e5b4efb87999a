package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.history.ItemHistory;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.question.bundle.HistoryQuestion;
import org.countsas.report.history.HistoryReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history}: what was decided about an item from run to run. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows how an item was decided in each run of a ledger, and which change made the difference.")
final class HistoryCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "LEDGER", description = "The folder of a ledger.")
    private Path ledger = Path.of("");

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(names = "--definition", paramLabel = "ID", description = "Show only this definition; by default all.")
    private @Nullable String definition;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "Print the history as JSON and nothing else.")
    private boolean json;

    HistoryCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ItemHistory history = new HistoryQuestion(ledger, item, definition).answer();
        HistoryReport report = new HistoryReport(history, BundleTitles.ofLedger(ledger, language.language()));
        if (json) {
            environment.out().document(report.json());
        } else {
            environment.out().lines(report.text());
        }
        return 0;
    }
}
