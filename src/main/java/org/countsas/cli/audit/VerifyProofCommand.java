package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.audit.key.Checkpoint;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.Language;
import org.countsas.question.bundle.ProofQuestion;
import org.countsas.report.bundle.ProofJson;
import org.countsas.report.bundle.ProofText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify-proof}: checks a proof without the bundle. */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = "Checks a proof without the bundle, and shows what it proves.")
final class VerifyProofCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "PROOF",
            description = "A proof that 'prove' or 'ledger prove' wrote, or a page of 'prove --html'.")
    private Path proof;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "Print what it proves as JSON and nothing else.")
    private boolean json;

    VerifyProofCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = language.language();
        ProofQuestion.Answer answer = new ProofQuestion(proof, trust.ring()).answer();
        if (answer instanceof ProofQuestion.Included included) {
            show(ProofText.of(included.shown(), chosen), ProofJson.of(included.shown()));
        } else if (answer instanceof ProofQuestion.Grown grown) {
            Checkpoint newer = grown.newer();
            show(
                    List.of(AuditTexts.text(chosen, "grown", newer.origin(), String.valueOf(newer.size()))),
                    ProofJson.of(newer));
        }
        return 0;
    }

    private void show(List<String> text, String document) {
        if (json) {
            environment.out().document(document);
        } else {
            environment.out().lines(text);
        }
    }
}
