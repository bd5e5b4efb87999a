package org.countsas.cli.ledger;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.audit.ledger.LedgerWriter;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.output.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger add}: puts an existing bundle into a ledger. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Verifies a bundle and adds it to a ledger.")
final class LedgerAddCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of a ledger; created if it does not exist.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "BUNDLE", description = "A bundle signed by the same key.")
    private Path bundle;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Private key (PEM) that signs the ledger.")
    private Path key;

    @Mixin
    private LanguageOption language = new LanguageOption();

    LedgerAddCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        LedgerEntry entry = new LedgerWriter(folder, SigningKey.read(key))
                .add(bundle, environment.clock().instant());
        environment.out().line(AuditTexts.added(entry, folder, chosen));
        return 0;
    }
}
