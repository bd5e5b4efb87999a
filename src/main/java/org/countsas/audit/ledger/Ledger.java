package org.countsas.audit.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.Timestamps;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.merkle.MerkleTree;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A ledger of runs, as it was when it was opened. It is a folder with {@code ledger.json}, which names the ledger; {@code entries.jsonl}, with a
 * canonical line for each run; {@code checkpoints/N}, the signed root over the first N lines, for each N; and {@code runs/ID.zip}, the
 * bundles.
 *
 * <p>Opening checks the form and no signatures: see {@link LedgerVerifier}. Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Ledger {
    static final String NAME_FILE = "ledger.json";
    static final String ENTRIES = "entries.jsonl";
    static final String CHECKPOINTS = "checkpoints";
    static final String RUNS = "runs";
    static final String LOCK = "lock";
    static final String ORIGIN = "countsas/ledger/";
    /** What to do if a ledger was changed. */
    static final String ASK = "Compare with a copy that you kept, and ask whoever keeps the ledger";

    private static final String FORMAT = "countsas-ledger";
    private static final int VERSION = 1;
    private static final int ID_DIGITS = 16;
    private static final Pattern KEY = Pattern.compile("countsas-[0-9a-f]{16}");
    private static final long LARGEST = 256_000_000;

    private final Path folder;
    private final String id;
    private final String key;
    private final List<LedgerEntry> entries;
    private final MerkleTree tree = new MerkleTree();

    private Ledger(Path folder, String id, String key, List<LedgerEntry> entries) {
        this.folder = folder;
        this.id = id;
        this.key = key;
        this.entries = List.copyOf(entries);
        entries.forEach(entry -> tree.add(entry.bytes()));
    }

    /**
     * Opens a ledger.
     *
     * @throws ProblemException {@code NO_SUCH_FILE} or {@code BAD_LEDGER}
     */
    public static Ledger open(Path folder) {
        if (!Files.exists(folder)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(folder.toString()),
                    "There is no such folder",
                    "Name the folder of a ledger");
        }
        if (!Files.isDirectory(folder)) {
            throw bad(
                    Place.file(folder.toString()),
                    "This is a file, but a ledger is a folder",
                    "Name a folder that 'classify --ledger' wrote to");
        }
        Path nameFile = folder.resolve(NAME_FILE);
        if (!Files.exists(nameFile, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(
                    Place.file(folder.toString()),
                    "The folder is not a ledger: it has no " + NAME_FILE,
                    "Name a folder that 'classify --ledger' wrote to");
        }
        byte[] name = read(nameFile);
        JsonNode json = CanonicalJson.read(name, Place.file(nameFile.toString()));
        if (!json.path("format").asText().equals(FORMAT) || json.path("version").asInt() != VERSION) {
            throw bad(
                    Place.file(nameFile.toString()),
                    "It is not a ledger of version " + VERSION,
                    "Read it with the release that wrote it, or a newer one");
        }
        String key = json.path("key").asText();
        if (!KEY.matcher(key).matches()
                || !Timestamps.parse(json.path("created").asText())
                        .filter(created -> Arrays.equals(name(created, key), name))
                        .isPresent()) {
            throw bad(
                    Place.file(nameFile.toString()),
                    "Its members are not 'format', 'version', 'created' (a time) and 'key' (the name of a key)",
                    ASK);
        }
        for (String subfolder : List.of(RUNS, CHECKPOINTS)) {
            Path path = folder.resolve(subfolder);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw bad(Place.file(path.toString()), "This is a link or a file, but must be a folder", ASK);
            }
        }
        return new Ledger(
                folder, Hash.sha256(name).hex().substring(0, ID_DIGITS), key, entries(folder.resolve(ENTRIES)));
    }

    /** The content of the file that names a new ledger. */
    static byte[] name(Instant created, String key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return CanonicalJson.bytes(json.put("format", FORMAT)
                .put("version", VERSION)
                .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("key", key));
    }

    private static List<LedgerEntry> entries(Path file) {
        List<LedgerEntry> entries = new ArrayList<>();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return entries; // nothing was added yet
        }
        byte[] bytes = read(file);
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Place place = Place.line(file.toString(), entries.size() + 1);
                LedgerEntry entry = LedgerEntry.read(Arrays.copyOfRange(bytes, from, i), place);
                if (entry.index() != entries.size()
                        || entries.stream().anyMatch(other -> other.run().equals(entry.run()))) {
                    throw bad(place, "The entry is in the wrong place, or its run is already in the ledger", ASK);
                }
                entries.add(entry);
                from = i + 1;
            }
        }
        if (from != bytes.length) {
            throw bad(
                    Place.line(file.toString(), entries.size() + 1),
                    "The last line is cut off: it has no line feed",
                    ASK);
        }
        return entries;
    }

    private static byte[] read(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(
                    Place.file(file.toString()),
                    "This is a link or not a regular file, but a ledger has only regular files",
                    ASK);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw bad(Place.file(file.toString()), "The file has more than " + LARGEST + " bytes", "");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE, Place.file(file.toString()), "This cannot be read: " + e.getMessage(), "");
        }
    }

    static ProblemException bad(Place place, String reason, String fix) {
        return new ProblemException(Code.BAD_LEDGER, place, reason, fix);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The ledger's id: the first 16 hexadecimal digits of the SHA-256 of its {@code ledger.json}. */
    public String id() {
        return id;
    }

    /** The name of the ledger's key, which signs all of its checkpoints. */
    public String key() {
        return key;
    }

    /** The runs, in the order in which they were added. */
    public List<LedgerEntry> entries() {
        return entries;
    }

    /** The file of a run's bundle. */
    public Path bundle(LedgerEntry entry) {
        return folder.resolve(RUNS).resolve(entry.run() + ".zip");
    }

    /** @throws ProblemException {@code BAD_LEDGER} if the file of a run's bundle is missing or not a plain file */
    Path presentBundle(LedgerEntry entry) {
        Path path = bundle(entry);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(
                    Place.file(path.toString()),
                    "The bundle of run " + (entry.index() + 1) + ", " + entry.run() + ", is not there",
                    "Ask whoever keeps the ledger for it");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw bad(
                    Place.file(path.toString()),
                    "The bundle of run " + (entry.index() + 1)
                            + " is a link or a folder, but a ledger has only regular files",
                    ASK);
        }
        return path;
    }

    /**
     * Opens a run's bundle.
     *
     * @throws ProblemException if it is not the one that was added; its signature is not checked
     */
    public Bundle open(LedgerEntry entry) {
        Path path = presentBundle(entry);
        Bundle bundle = Bundle.open(path);
        if (!bundle.manifestDigest().equals(entry.manifest())
                || !bundle.note().written().equals(entry.checkpoint())) {
            bundle.close();
            throw bad(Place.file(path.toString()), "The bundle is not the one that was added to the ledger", ASK);
        }
        LedgerEntry expected = LedgerEntry.of(entry.index(), bundle, entry.added());
        if (!expected.equals(entry)) {
            bundle.close();
            throw bad(
                    Place.line(folder.resolve(ENTRIES).toString(), entry.index() + 1),
                    "The entry does not say what its bundle says: the bundle has the run " + expected.run()
                            + ", the time " + expected.time() + ", the day " + expected.asOf() + " and the definitions "
                            + String.join(", ", expected.definitions()),
                    ASK);
        }
        return bundle;
    }

    /** The checkpoint that the first runs must have. */
    Checkpoint checkpoint(int size) {
        return new Checkpoint(ORIGIN + id, size, tree.root(size), List.of());
    }

    /** The signed checkpoint over the first runs, if there is one. Its signature is not checked. */
    Optional<SignedNote> note(int size) {
        Path file = noteFile(size);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(SignedNote.parse(read(file), Place.file(file.toString())))
                : Optional.empty();
    }

    Path noteFile(int size) {
        return folder.resolve(CHECKPOINTS).resolve(Integer.toString(size));
    }

    /**
     * The proof that the ledger with more runs begins with the one with fewer.
     *
     * @param from 1 to {@code to}
     * @param to   at most as many runs as there are
     * @throws ProblemException {@code BAD_LEDGER} if there are not as many runs, or a checkpoint is missing
     */
    public ConsistencyProof prove(int from, int to) {
        if (from < 1 || from > to || to > entries.size()) {
            throw bad(
                    Place.file(folder.toString()),
                    "The ledger has " + entries.size() + " runs, so nothing can be proved from " + from + " to " + to,
                    "Name two sizes of at least 1, the smaller first");
        }
        return new ConsistencyProof(neededNote(from), neededNote(to), tree.consistencyProof(from, to));
    }

    private SignedNote neededNote(int size) {
        return note(size)
                .orElseThrow(() -> bad(
                        Place.file(noteFile(size).toString()),
                        "The checkpoint is missing",
                        "Add the next run, which restores it, or ask whoever keeps the ledger"));
    }
}
