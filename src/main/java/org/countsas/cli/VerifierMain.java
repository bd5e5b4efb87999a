package org.countsas.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.countsas.audit.ledger.Ledger;
import org.countsas.audit.ledger.LedgerVerifier;
import org.countsas.audit.verification.Verification;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.LostOutputException;
import org.countsas.cli.console.Printer;
import org.countsas.cli.option.AuditTexts;
import org.countsas.output.Language;
import org.countsas.output.ProblemText;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.ProofQuestion;
import org.countsas.question.bundle.VerificationQuestion;
import org.countsas.report.bundle.ProofText;
import org.countsas.report.bundle.VerificationText;

/**
 * The program {@code countsas-verify.jar}: the commands of {@code countsas} that verify, for those who have nothing but a JDK and that
 * file. It says the same as they do, and cannot replay, for which it would need the rules engine. It reads no folder of keys: whom it
 * trusts is named each time.
 */
public final class VerifierMain {
    private static final String HELP = """
            Verifies what CountsAs wrote, from its bytes and the keys that you trust.

              verify BUNDLE        a bundle (folder or ZIP) and the reviews beside it
              verify-proof PROOF   a proof that 'prove' or 'ledger prove' wrote
              ledger verify DIR    a ledger and all of its bundles

              --key FILE       public key (PEM) of a signer you trust; may be repeated
              --receipt HASH   with 'verify': the review with this receipt must be there
              --since FILE     with 'ledger verify': a checkpoint that you kept
              --lang en|ja     language of the text

            Exit codes: 0 it holds; 1 it does not; 2 the command is wrong; 70 the program itself failed.
            Nothing is replayed: 'countsas verify --replay' derives every decision again.
            """;

    private VerifierMain() {}

    /** Runs a command with this process's streams, and ends the process. */
    public static void main(String[] arguments) {
        Environment environment = new Environment(
                Clock.systemUTC(),
                new Printer(new FileOutputStream(FileDescriptor.out)),
                new Printer(new FileOutputStream(FileDescriptor.err)),
                false,
                ReaderLanguage.of(
                        arguments, ReaderLanguage.of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY))));
        System.exit(run(arguments, environment));
    }

    /**
     * Runs a command.
     *
     * @return the exit code
     */
    static int run(String[] arguments, Environment environment) {
        Language language = ReaderLanguage.named(environment.language());
        List<String> words = List.of(ReaderLanguage.without(arguments));
        try {
            if (words.isEmpty() || words.contains("--help") || words.contains("-h")) {
                environment.out().document(HELP);
                return words.isEmpty() ? 2 : 0;
            }
            VerifierArguments chosen = VerifierArguments.read(words);
            return switch (chosen.command()) {
                case "verify" -> bundle(chosen, environment, language);
                case "verify-proof" -> proof(chosen, environment, language);
                default -> ledger(chosen, environment, language);
            };
        } catch (LostOutputException e) {
            return 1;
        } catch (ProblemException e) {
            tell(e.problems(), environment, language);
            return e.problems().stream().anyMatch(problem -> problem.code().kind() == Code.Kind.USAGE) ? 2 : 1;
        } catch (RuntimeException | Error e) {
            tell(List.of(UnexpectedFailure.of(e)), environment, language);
            return 70;
        }
    }

    private static int bundle(VerifierArguments chosen, Environment environment, Language language) {
        VerificationQuestion.Answer answer =
                new VerificationQuestion(chosen.file(), chosen.trusted(), chosen.receipt(), null).answer();
        Verification verification = answer.verification();
        List<String> reviews = answer.reviews().stream()
                .map(verified ->
                        VerificationText.reviews(verified.reviews().records().size(), language))
                .toList();
        environment.out().lines(VerificationText.of(verification, chosen.file().toString(), false, reviews, language));
        tell(verification.problems(), environment, language);
        return verification.ok() ? 0 : 1;
    }

    private static int proof(VerifierArguments chosen, Environment environment, Language language) {
        ProofQuestion.Answer answer = new ProofQuestion(chosen.file(), chosen.trusted()).answer();
        if (answer instanceof ProofQuestion.Included included) {
            environment.out().lines(ProofText.of(included.shown(), language));
        } else if (answer instanceof ProofQuestion.Grown grown) {
            environment
                    .out()
                    .line(AuditTexts.text(
                            language,
                            "grown",
                            grown.newer().origin(),
                            String.valueOf(grown.newer().size())));
        }
        return 0;
    }

    private static int ledger(VerifierArguments chosen, Environment environment, Language language) {
        Ledger ledger = Ledger.open(chosen.file());
        List<Problem> problems = chosen.since() == null
                ? LedgerVerifier.verify(ledger, chosen.trusted())
                : LedgerVerifier.verify(ledger, chosen.trusted(), chosen.since());
        environment
                .out()
                .line(AuditTexts.text(
                        language,
                        problems.isEmpty() ? "ledger.ok" : "ledger.failed",
                        chosen.file(),
                        ledger.id(),
                        language.number(ledger.entries().size())));
        tell(problems, environment, language);
        return problems.isEmpty() ? 0 : 1;
    }

    private static void tell(List<Problem> problems, Environment environment, Language language) {
        problems.forEach(problem -> environment.err().lines(ProblemText.lines(problem, language)));
    }
}
