package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.audit.verification.Replay;
import org.countsas.audit.verification.Verification;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.ReceiptOption;
import org.countsas.cli.option.RulesLocation;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.Language;
import org.countsas.question.bundle.VerificationQuestion;
import org.countsas.report.bundle.VerificationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify}: whether a bundle is what a run wrote, and whose run. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies a bundle: its bytes, tree, signature and sums, the reviews beside it and, on request, every decision.")
final class VerifyCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "BUNDLE", description = "A bundle: a folder or a ZIP file.")
    private Path bundle;

    @Option(
            names = "--replay",
            description = "Also derive every decision again with the bundle's own rules, and compare byte for byte.")
    private boolean replay;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private ReceiptOption receipt = new ReceiptOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    VerifyCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        VerificationQuestion question = new VerificationQuestion(
                bundle, trust.ring(), receipt.receipt(), replay ? Replay.with(RulesLocation.cache()) : null);
        VerificationQuestion.Answer answer = question.answer();
        Verification verification = answer.verification();
        List<String> reviews = answer.reviews().stream()
                .map(verified ->
                        VerificationText.reviews(verified.reviews().records().size(), chosen))
                .toList();
        environment.out().lines(VerificationText.of(verification, bundle.toString(), replay, reviews, chosen));
        ProblemPrinter.all(verification.problems(), chosen, environment.err());
        return verification.ok() ? 0 : 1;
    }
}
