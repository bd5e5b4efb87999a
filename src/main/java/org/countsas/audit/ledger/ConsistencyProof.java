package org.countsas.audit.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleProofs;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Proves that a ledger only grew between two of its signed checkpoints (RFC 6962, section 2.1.2).
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the older checkpoint
 * @param to   the newer one
 * @param path the hashes that lead from one root to the other
 */
@API(status = API.Status.EXPERIMENTAL)
public record ConsistencyProof(SignedNote from, SignedNote to, List<Hash> path) {
    /** The name of the format. */
    public static final String FORMAT = "countsas-consistency-proof";

    private static final int VERSION = 1;
    private static final Pattern LEDGER = Pattern.compile(Pattern.quote(Ledger.ORIGIN) + "[0-9a-f]{16}");

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** The canonical bytes of the proof. */
    public byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("from", from.written())
                .put("to", to.written());
        ArrayNode hashes = json.putArray("path");
        path.forEach(hash -> hashes.add(hash.hex()));
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a proof and checks its form only.
     *
     * @param place where it is, for the message
     * @throws ProblemException {@code BAD_PROOF} or {@code NOT_CANONICAL}
     */
    public static ConsistencyProof read(byte[] bytes, Place place) {
        JsonNode json = CanonicalJson.read(bytes, place);
        if (!json.path("format").asText().equals(FORMAT)) {
            throw bad(place, "This is not a consistency proof");
        }
        List<Hash> path = new ArrayList<>();
        for (JsonNode hash : json.path("path")) {
            path.add(Hash.ofHex(hash.asText())
                    .orElseThrow(() -> bad(place, "A hash of the path does not have 64 hexadecimal digits")));
        }
        ConsistencyProof proof = new ConsistencyProof(note(json, "from", place), note(json, "to", place), path);
        if (!Arrays.equals(proof.bytes(), bytes)) {
            throw bad(
                    place,
                    "It is not a consistency proof of version " + VERSION
                            + ", or has members that such a proof does not have");
        }
        return proof;
    }

    private static SignedNote note(JsonNode json, String name, Place place) {
        if (!json.path(name).isTextual()) {
            throw bad(place.field(name), "There is no checkpoint, so nobody has signed what it says");
        }
        return SignedNote.parse(json.path(name).asText().getBytes(StandardCharsets.UTF_8), place.field(name));
    }

    /**
     * Checks the proof.
     *
     * @param trusted the keys whose signature is accepted
     * @param place   where it is, for the message
     * @return the newer checkpoint, whose ledger is now known to begin with the older one
     * @throws ProblemException if it does not hold, or a checkpoint is not signed by a key that is trusted
     */
    public Checkpoint verify(KeyRing trusted, Place place) {
        if (!from.verify(trusted, place.field("from")).equals(to.verify(trusted, place.field("to")))) {
            throw bad(place, "The two checkpoints are signed by different keys, but a ledger has only one");
        }
        Checkpoint older = checkpoint(from, place.field("from"));
        Checkpoint newer = checkpoint(to, place.field("to"));
        if (!older.origin().equals(newer.origin())
                || !MerkleProofs.extendsTo(older.size(), older.root(), newer.size(), newer.root(), path)) {
            throw bad(place, "The newer checkpoint is not shown to be a later state of the same ledger");
        }
        return newer;
    }

    private static Checkpoint checkpoint(SignedNote note, Place place) {
        return Checkpoint.parse(note.text())
                .filter(each -> LEDGER.matcher(each.origin()).matches()
                        && each.extensions().isEmpty())
                .orElseThrow(
                        () -> bad(
                                place,
                                "The checkpoint is not that of a ledger: 'countsas/ledger/' and the ledger's id, the size and the root, each on a line of its own and nothing else"));
    }

    private static ProblemException bad(Place place, String reason) {
        return new ProblemException(Code.BAD_PROOF, place, reason, "Nothing is proved; ask for a new proof");
    }
}
