package org.countsas.cli.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.countsas.audit.ledger.Ledger;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ledger log}: the runs of a ledger. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description =
                "Lists the runs of a ledger, oldest first: number, time added, run, date of the rules, definitions, digest of the manifest.")
final class LedgerLogCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "DIR", description = "The folder of a ledger.")
    private Path folder;

    @Mixin
    private LanguageOption language = new LanguageOption();

    LedgerLogCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        List<LedgerEntry> entries = Ledger.open(folder).entries();
        if (entries.isEmpty()) {
            environment.out().line(AuditTexts.text(chosen, "log.none"));
            return 0;
        }
        TextTable table = new TextTable(true, false, false, false, false, false);
        table.row(Stream.of("number", "added", "run", "asOf", "definitions", "manifest")
                .map(key -> AuditTexts.text(chosen, "log." + key))
                .toArray(String[]::new));
        for (LedgerEntry entry : entries) {
            table.row(
                    String.valueOf(entry.index() + 1),
                    entry.added().toString(),
                    entry.run(),
                    entry.asOf().toString(),
                    String.join(",", entry.definitions()),
                    entry.manifest().hex());
        }
        environment.out().lines(table.lines(""));
        return 0;
    }
}
