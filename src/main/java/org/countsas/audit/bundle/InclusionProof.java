package org.countsas.audit.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleProofs;
import org.countsas.audit.merkle.MerkleTree;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Proves one decision of a run, and the item it is about, to someone who does not have the bundle: the decision, the hashes that lead from it
 * to the root of all decisions, and the signed checkpoint with this root.
 *
 * <p>Immutable and thread-safe.
 *
 * @param decision the decision's line
 * @param item     the item's line, whose digest is in the decision
 * @param index    the decision's place among all, from 0
 * @param path     the sibling hashes on the way from the leaf to the root, at most ⌈log₂ size⌉
 * @param note     the signed checkpoint
 */
@API(status = API.Status.EXPERIMENTAL)
public record InclusionProof(String decision, String item, long index, List<Hash> path, SignedNote note) {
    /** The name of the format. */
    public static final String FORMAT = "countsas-inclusion-proof";

    private static final int VERSION = 1;
    private static final Pattern MANIFEST = Pattern.compile("manifest sha256:[0-9a-f]{64}");

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * What a valid proof shows.
     *
     * @param run      the run's id
     * @param decision the decision
     * @param item     the item
     * @param signedBy the key that signed the run's checkpoint
     */
    public record Shown(String run, DecisionLine decision, ItemLine item, VerificationKey signedBy) {}

    /**
     * The proof of a decision of a run with one definition.
     *
     * @param item the item's id
     * @throws ProblemException {@code UNKNOWN_ITEM}, {@code UNKNOWN_DEFINITION} if the run has several definitions, or what is wrong with
     *                          the bundle
     */
    public static InclusionProof of(Bundle bundle, String item) {
        List<String> known = bundle.manifest().definitions();
        if (known.size() > 1) {
            throw unknownDefinition("The run has several definitions", known);
        }
        return of(bundle, item, known.get(0));
    }

    /**
     * The proof of a decision.
     *
     * @param item       the item's id
     * @param definition the definition's id
     * @throws ProblemException {@code UNKNOWN_ITEM}, {@code UNKNOWN_DEFINITION}, or what is wrong with the bundle
     */
    public static InclusionProof of(Bundle bundle, String item, String definition) {
        List<String> known = bundle.manifest().definitions();
        if (!known.contains(definition)) {
            throw unknownDefinition("The run has no definition '" + definition + "'", known);
        }
        MerkleTree tree = new MerkleTree();
        List<DecisionLine> found = new ArrayList<>();
        int[] index = new int[1];
        try (Stream<DecisionLine> decisions = bundle.decisions()) {
            decisions.forEachOrdered(line -> {
                if (line.item().equals(item) && line.definition().equals(definition)) {
                    index[0] = tree.size();
                    found.add(line);
                }
                tree.add(line.bytes());
            });
        }
        List<ItemLine> items;
        try (Stream<ItemLine> lines = bundle.items()) {
            items = lines.filter(line -> line.item().id().equals(item)).toList();
        }
        if (found.size() != 1 || items.size() != 1) {
            throw new ProblemException(
                    Code.UNKNOWN_ITEM, Place.NONE, "The bundle has no item '" + item + "'", "Name an item by its id");
        }
        if (!tree.root().equals(bundle.manifest().treeRoot())
                || !items.get(0).digest().equals(found.get(0).itemDigest())) {
            throw new ProblemException(
                    Code.BUNDLE_TREE,
                    bundle.place(BundleFiles.DECISIONS),
                    "The decisions are not those of the signed tree",
                    "Run 'countsas verify' on the bundle");
        }
        return new InclusionProof(
                text(found.get(0).bytes()),
                text(items.get(0).bytes()),
                index[0],
                tree.inclusionProof(index[0]),
                bundle.note());
    }

    private static ProblemException unknownDefinition(String reason, List<String> known) {
        return new ProblemException(
                Code.UNKNOWN_DEFINITION, Place.NONE, reason, "Name one with --definition: " + String.join(", ", known));
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private Hash leaf() {
        return Hash.leaf(decision.getBytes(StandardCharsets.UTF_8));
    }

    /** The canonical bytes of the proof. */
    public byte[] bytes() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT)
                .put("version", VERSION)
                .put("decision", decision)
                .put("item", item)
                .put("index", index)
                .put("leaf", leaf().hex())
                .put("checkpoint", note.written());
        path.forEach(hash -> json.withArray("path").add(hash.hex()));
        if (path.isEmpty()) {
            json.putArray("path");
        }
        return CanonicalJson.bytes(json);
    }

    /**
     * Reads a proof and checks its form only.
     *
     * @param place where it is, for the message
     * @throws ProblemException {@code BAD_PROOF} or {@code NOT_CANONICAL}
     */
    public static InclusionProof read(byte[] bytes, Place place) {
        JsonNode json = CanonicalJson.read(bytes, place);
        if (!json.path("format").asText().equals(FORMAT)) {
            throw bad(place, "This is not an inclusion proof");
        }
        if (!json.path("checkpoint").isTextual()) {
            throw bad(place, "It has no checkpoint, so nobody has signed what it says");
        }
        List<Hash> path = new ArrayList<>();
        for (JsonNode hash : json.path("path")) {
            path.add(Hash.ofHex(hash.asText())
                    .orElseThrow(() -> bad(place, "A hash of the path does not have 64 hexadecimal digits")));
        }
        SignedNote note = SignedNote.parse(
                json.path("checkpoint").asText().getBytes(StandardCharsets.UTF_8), place.field("checkpoint"));
        InclusionProof proof = new InclusionProof(
                json.path("decision").asText(),
                json.path("item").asText(),
                json.path("index").asLong(-1),
                path,
                note);
        if (json.path("leaf").isTextual()
                && !json.path("leaf").asText().equals(proof.leaf().hex())) {
            throw bad(
                    place.field("leaf"),
                    "The leaf is not that of the decision, which has the leaf hash " + proof.leaf());
        }
        if (!Arrays.equals(proof.bytes(), bytes)) {
            throw bad(
                    place,
                    "It is not an inclusion proof of version " + VERSION
                            + ", or has members that such a proof does not have");
        }
        return proof;
    }

    /**
     * Checks the proof.
     *
     * @param trusted the keys whose signature is accepted
     * @param place   where it is, for the message
     * @return what it shows
     * @throws ProblemException if it does not hold, or is not signed by a key that is trusted
     */
    public Shown verify(KeyRing trusted, Place place) {
        VerificationKey key = note.verify(trusted, place);
        Checkpoint checkpoint = Checkpoint.parse(note.text())
                .filter(InclusionProof::isOfRun)
                .orElseThrow(
                        () -> bad(
                                place.field("checkpoint"),
                                "The checkpoint is not that of a run: 'countsas/bundle/' and the run's id, the size, the root, and 'manifest sha256:' with 64 hexadecimal digits, each on a line of its own and nothing else"));
        byte[] line = decision.getBytes(StandardCharsets.UTF_8);
        if (!MerkleProofs.includes(leaf(), index, checkpoint.size(), path, checkpoint.root())) {
            throw bad(place, "The path does not lead from the decision to the root of the checkpoint");
        }
        DecisionLine shown = DecisionLine.read(line, place.field("decision"));
        ItemLine about = ItemLine.read(item.getBytes(StandardCharsets.UTF_8), place.field("item"));
        if (!about.digest().equals(shown.itemDigest())
                || !about.item().id().equals(shown.item())
                || about.item().amount() != shown.amount()) {
            throw bad(place, "The item is not the one that the decision is about");
        }
        return new Shown(checkpoint.origin().substring(Bundle.ORIGIN.length()), shown, about, key);
    }

    /** With other lines than these four, the checkpoint was not signed for a bundle. */
    private static boolean isOfRun(Checkpoint checkpoint) {
        return checkpoint.origin().startsWith(Bundle.ORIGIN)
                && Timestamps.isRunId(checkpoint.origin().substring(Bundle.ORIGIN.length()))
                && checkpoint.extensions().size() == 1
                && MANIFEST.matcher(checkpoint.extensions().get(0)).matches();
    }

    private static ProblemException bad(Place place, String reason) {
        return new ProblemException(Code.BAD_PROOF, place, reason, "Nothing is proved; ask for a new proof");
    }
}
