package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.RulesOptions;
import org.countsas.cli.option.TrustOptions;
import org.countsas.report.bundle.VerificationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: whether a bundle is what a run wrote, and whose. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies a bundle: its bytes, its tree, its signature, its sums, the reviews beside it, and on request every decision.")
public final class VerifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "BUNDLE", description = "A bundle: a folder or a ZIP file.")
    private Path bundle;

    @Option(
            names = "--replay",
            description = "Also derive every decision again, by the bundle's own rules, and compare byte for byte.")
    private boolean replay;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--receipt",
            paramLabel = "HASH",
            description = "Also check that the review of this receipt lies beside the bundle.")
    private @Nullable String receipt;

    @Mixin
    private LanguageOption language = new LanguageOption();

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        var chosen = language.language();
        Optional<Hash> wanted = Optional.ofNullable(receipt).map(ReviewCheck::receipt);
        Verification verification = replay
                ? Verifier.verify(bundle, trust.ring(), RulesOptions.cache())
                : Verifier.verify(bundle, trust.ring());
        List<String> more = List.of();
        if (verification.ok()) {
            // Only now: what a bundle says of itself is worth nothing before.
            ReviewCheck reviews = ReviewCheck.of(bundle, trust.ring(), wanted, chosen);
            more = reviews.said().stream().toList();
            verification = verification.and(reviews.problems());
        }
        VerificationText.of(verification, bundle.toString(), replay, more, chosen)
                .forEach(environment.out()::line);
        ProblemPrinter.all(verification.problems(), environment.err());
        return verification.ok() ? 0 : 1;
    }
}
