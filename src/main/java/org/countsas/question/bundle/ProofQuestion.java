package org.countsas.question.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.bundle.ProofLink;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.ledger.ConsistencyProof;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * What does a proof prove? Immutable and thread-safe.
 *
 * @param proof   a file with a proof, or a page with one
 * @param trusted the keys whose signatures are accepted
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProofQuestion(Path proof, KeyRing trusted) {
    private static final long LARGEST = 64_000_000;
    private static final String FIX = "Name a file that 'countsas prove' or 'countsas ledger prove' wrote";

    /** What a proof proves. */
    @API(status = API.Status.EXPERIMENTAL)
    public sealed interface Answer {}

    /** A decision belongs to a run. */
    @API(status = API.Status.EXPERIMENTAL)
    public record Included(InclusionProof.Shown shown) implements Answer {}

    /** A ledger only grew, up to this checkpoint. */
    @API(status = API.Status.EXPERIMENTAL)
    public record Grown(Checkpoint newer) implements Answer {}

    /**
     * Answers the question.
     *
     * @throws ProblemException if the file is not a proof, if it proves nothing, or if no one who is trusted signed it
     */
    public Answer answer() {
        Place place = Place.file(proof.toString());
        byte[] bytes = read(place);
        String format = CanonicalJson.read(bytes, place).path("format").asText();
        return switch (format) {
            case InclusionProof.FORMAT ->
                new Included(InclusionProof.read(bytes, place).verify(trusted, place));
            case ConsistencyProof.FORMAT ->
                new Grown(ConsistencyProof.read(bytes, place).verify(trusted, place));
            default ->
                throw new ProblemException(
                        Code.BAD_PROOF,
                        place,
                        "This is not a proof: its 'format' is neither " + InclusionProof.FORMAT + " nor "
                                + ConsistencyProof.FORMAT,
                        FIX);
        };
    }

    private byte[] read(Place place) {
        try {
            if (!Files.exists(proof)) {
                throw new ProblemException(Code.NO_SUCH_FILE, place, "There is no such file", FIX);
            }
            if (!Files.isRegularFile(proof)) {
                throw new ProblemException(Code.BAD_PROOF, place, "This is not a file", FIX);
            }
            if (Files.size(proof) > LARGEST) {
                throw new ProblemException(Code.BAD_PROOF, place, "The file is too large for a proof", FIX);
            }
            byte[] bytes = Files.readAllBytes(proof);
            return ProofLink.isPage(bytes) ? ProofLink.read(bytes, place) : withoutLineFeed(bytes);
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place, "The proof cannot be read: " + e.getMessage(), "");
        }
    }

    /** A proof that was printed to a file ends with a line feed. */
    private static byte[] withoutLineFeed(byte[] bytes) {
        boolean printed = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        return printed ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }
}
