package org.countsas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.audit.ledger.LedgerWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger add}: a bundle that was written before goes into a ledger. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Verifies a bundle and adds it to a ledger.")
final class LedgerAddCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a ledger; it is made if there is none.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "BUNDLE", description = "A bundle that the same key signed.")
    private Path bundle;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Private key (PEM) that signs the ledger.")
    private Path key;

    LedgerAddCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LedgerEntry entry = new LedgerWriter(folder, SigningKey.read(key)).add(bundle, environment.clock().instant());
        environment.out().println("Added to " + folder + " as number " + (entry.index() + 1) + ": run " + entry.run());
        return 0;
    }
}
