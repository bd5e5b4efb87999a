package org.countsas.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.ledger.ConsistencyProof;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditWords;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.bundle.ProofText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify-proof}: checks a proof without the bundle. */
@Command(
        name = "verify-proof",
        mixinStandardHelpOptions = true,
        description = "Checks a proof without the bundle, and shows what it proves.")
public final class VerifyProofCommand implements Callable<Integer> {
    private static final long LARGEST = 64_000_000;

    private final Environment environment;

    @Parameters(paramLabel = "PROOF", description = "A proof that 'prove' wrote.")
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
        var chosen = language.language();
        Place place = Place.file(proof.toString());
        byte[] bytes = read(proof, place);
        String format = CanonicalJson.read(bytes, place).path("format").asText();
        if (!List.of(InclusionProof.FORMAT, ConsistencyProof.FORMAT).contains(format)) {
            throw new ProblemException(
                    Code.BAD_PROOF,
                    place,
                    "This is no proof: its 'format' is neither " + InclusionProof.FORMAT + " nor "
                            + ConsistencyProof.FORMAT,
                    "Name a file that 'countsas prove' or 'countsas ledger prove' wrote");
        }
        if (format.equals(ConsistencyProof.FORMAT)) {
            ConsistencyProof grown = ConsistencyProof.read(bytes, place);
            Checkpoint newer = grown.verify(trust.ring(), place);
            environment.out().line(AuditWords.text(chosen, "grown", newer.origin(), String.valueOf(newer.size())));
        } else {
            ProofText.of(InclusionProof.read(bytes, place).verify(trust.ring(), place), chosen)
                    .forEach(environment.out()::line);
        }
        return 0;
    }

    static byte[] read(Path file, Place place) {
        try {
            if (!Files.exists(file)) {
                throw new ProblemException(
                        Code.NO_SUCH_FILE, place, "There is no such file", "Name a proof that 'countsas prove' wrote");
            }
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(
                        Code.BAD_PROOF, place, "This is not a file", "Name a proof that 'countsas prove' wrote");
            }
            if (Files.size(file) > LARGEST) {
                throw new ProblemException(Code.BAD_PROOF, place, "The file is too large for a proof", "");
            }
            byte[] bytes = Files.readAllBytes(file);
            // A proof that was printed into a file may end with a line feed.
            return bytes.length > 0 && bytes[bytes.length - 1] == '\n'
                    ? java.util.Arrays.copyOf(bytes, bytes.length - 1)
                    : bytes;
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place, "The proof cannot be read: " + e.getMessage(), "");
        }
    }
}
