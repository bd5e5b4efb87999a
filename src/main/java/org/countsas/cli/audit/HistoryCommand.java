package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.history.ItemHistory;
import org.countsas.audit.ledger.Ledger;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
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
public final class HistoryCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "LEDGER", description = "The folder of a ledger.")
    private Path folder = Path.of("");

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(names = "--definition", paramLabel = "ID", description = "This definition alone; by default all.")
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
        var chosen = language.language();
        Ledger ledger = Ledger.open(folder);
        List<Supplier<Bundle>> runs = ledger.entries().stream()
                .<Supplier<Bundle>>map(entry -> () -> ledger.open(entry))
                .toList();
        ItemHistory history = definition == null ? ItemHistory.of(runs, item) : ItemHistory.of(runs, item, definition);
        HistoryReport report = new HistoryReport(history, chosen);
        if (json) {
            environment.out().document(report.json());
        } else {
            report.text().forEach(environment.out()::line);
        }
        return 0;
    }
}
