package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.key.Checkpoint;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.Language;
import org.countsas.question.bundle.ProofQuestion;
import org.countsas.report.bundle.ProofText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify-proof}: checks a proof without the bundle. */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = "Checks a proof without the bundle, and shows what it proves.")
final class VerifyProofCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "PROOF", description = "A proof that 'prove' or 'ledger prove' wrote.")
    private Path proof;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    VerifyProofCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        ProofQuestion.Answer answer = new ProofQuestion(proof, trust.ring()).answer();
        if (answer instanceof ProofQuestion.Included included) {
            environment.out().lines(ProofText.of(included.shown(), chosen));
        } else if (answer instanceof ProofQuestion.Grown grown) {
            Checkpoint newer = grown.newer();
            environment.out().line(AuditTexts.text(chosen, "grown", newer.origin(), String.valueOf(newer.size())));
        }
        return 0;
    }
}
