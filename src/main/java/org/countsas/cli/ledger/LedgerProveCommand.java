package org.countsas.cli.ledger;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.ledger.Ledger;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.ProofOption;
import org.countsas.output.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger prove}: a proof that a ledger only grew. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description =
                "Writes a proof that the first FROM runs of a ledger are the beginning of its first TO runs. 'verify-proof' checks it.")
final class LedgerProveCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "DIR", description = "The folder of a ledger.")
    private Path folder;

    @Option(names = "--from", required = true, paramLabel = "N", description = "How many runs the older state has.")
    private int from;

    @Option(names = "--to", paramLabel = "N", description = "How many runs the newer state has; by default all.")
    private @Nullable Integer to;

    @Mixin
    private ProofOption destination = new ProofOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    LedgerProveCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        Ledger ledger = Ledger.open(folder);
        byte[] proof =
                ledger.prove(from, to == null ? ledger.entries().size() : to).bytes();
        destination.give(proof, environment, chosen);
        return 0;
    }
}
