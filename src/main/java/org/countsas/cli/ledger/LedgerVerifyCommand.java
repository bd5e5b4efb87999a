package org.countsas.cli.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.audit.ledger.Ledger;
import org.countsas.audit.ledger.LedgerVerifier;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.Language;
import org.countsas.problem.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ledger verify}: whether a ledger only grew, and all of its bundles are verified. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies a ledger: every checkpoint, every bundle and, on request, that it continues a checkpoint you kept.")
final class LedgerVerifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "DIR", description = "The folder of a ledger.")
    private Path folder;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "A checkpoint of this ledger that you kept: a copy of a file in its folder 'checkpoints'.")
    private @Nullable Path since;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    LedgerVerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        Ledger ledger = Ledger.open(folder);
        List<Problem> problems = since == null
                ? LedgerVerifier.verify(ledger, trust.ring())
                : LedgerVerifier.verify(ledger, trust.ring(), since);
        environment
                .out()
                .line(AuditTexts.text(
                        chosen,
                        problems.isEmpty() ? "ledger.ok" : "ledger.failed",
                        folder,
                        ledger.id(),
                        chosen.number(ledger.entries().size())));
        ProblemPrinter.all(problems, chosen, environment.err());
        return problems.isEmpty() ? 0 : 1;
    }
}
