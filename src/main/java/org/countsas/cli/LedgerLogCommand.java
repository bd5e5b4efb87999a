package org.countsas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.ledger.Ledger;
import org.countsas.audit.ledger.LedgerEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ledger log}: the runs of a ledger. */
@Command(name = "log", mixinStandardHelpOptions = true, description = "Lists the runs of a ledger, the oldest first: number, time of adding, run, day of the rules, definitions, digest of the manifest.")
final class LedgerLogCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "DIR", description = "The folder of a ledger.")
    private Path folder;

    LedgerLogCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        for (LedgerEntry entry : Ledger.open(folder).entries()) {
            environment.out().println((entry.index() + 1) + "  " + entry.added() + "  " + entry.run() + "  " + entry.asOf() + "  " + String.join(",", entry.definitions()) + "  " + entry.manifest());
        }
        return 0;
    }
}
