package org.countsas.audit.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Adds runs to a ledger. One writer works at a time, whether thread or process. If a writer is stopped, the ledger is either as it was or has
 * the run: first the bundle is put into its place, then the entries are replaced as a whole, then the checkpoint is signed. If the last
 * step is missing, the next writer catches up, after it has verified the bundle of the unsigned entry.
 *
 * <p>Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LedgerWriter {
    private final Path folder;
    private final SigningKey key;

    /**
     * @param folder the ledger's folder; it is created when the first run is added
     * @param key    signs the ledger, and has signed the runs
     */
    public LedgerWriter(Path folder, SigningKey key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * Adds a run. Returns when it is on the disk.
     *
     * @param bundle a bundle that is signed by the same key; it is verified first, then copied
     * @param added  the time at which it is added
     * @throws ProblemException if the bundle is not verified, the run is in the ledger already, or the ledger was changed
     */
    public LedgerEntry add(Path bundle, Instant added) {
        verify(bundle);
        try {
            Files.createDirectories(folder);
            return DurableFiles.alone(folder.resolve(Ledger.LOCK), () -> append(bundle, added));
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNWRITABLE,
                    Place.file(folder.toString()),
                    "The ledger cannot be written: " + e.getMessage(),
                    "Name a folder that you may write to");
        }
    }

    private void verify(Path bundle) {
        Verification verification = Verifier.verify(bundle, KeyRing.of(key.publicHalf()));
        if (!verification.ok()) {
            throw new ProblemException(verification.problems());
        }
    }

    private LedgerEntry append(Path source, Instant added) throws IOException {
        Files.createDirectories(folder.resolve(Ledger.RUNS));
        Files.createDirectories(folder.resolve(Ledger.CHECKPOINTS));
        if (!Files.exists(folder.resolve(Ledger.NAME_FILE))) {
            DurableFiles.write(
                    folder.resolve(Ledger.NAME_FILE),
                    Ledger.name(added, key.publicHalf().name()));
        }
        Ledger ledger = Ledger.open(folder);
        if (!ledger.key().equals(key.publicHalf().name())) {
            throw Ledger.bad(
                    Place.file(folder.toString()),
                    "The ledger's key is " + ledger.key() + ", and this is "
                            + key.publicHalf().name(),
                    "Sign with the ledger's key, or start another ledger");
        }
        completeLast(ledger);
        LedgerEntry entry;
        try (Bundle bundle = Bundle.open(source)) {
            entry = LedgerEntry.of(ledger.entries().size(), bundle, added);
            if (ledger.entries().stream().anyMatch(other -> other.run().equals(entry.run()))) {
                throw new ProblemException(
                        Code.EXISTS,
                        Place.file(folder.toString()),
                        "The run " + entry.run() + " is already in the ledger",
                        "");
            }
            Path copy = folder.resolve(Ledger.RUNS).resolve("." + entry.run() + ".zip.part");
            Files.deleteIfExists(copy);
            bundle.copyTo(copy);
            DurableFiles.move(copy, ledger.bundle(entry));
        }
        verify(ledger.bundle(entry)); // the copy, not what was at the source a moment ago
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (LedgerEntry each : ledger.entries()) {
            line(lines, each);
        }
        line(lines, entry);
        DurableFiles.write(folder.resolve(Ledger.ENTRIES), lines.toByteArray());
        sign(Ledger.open(folder), entry.index() + 1);
        return entry;
    }

    private static void line(ByteArrayOutputStream lines, LedgerEntry entry) throws IOException {
        lines.write(entry.bytes());
        lines.write('\n');
    }

    /** The newest checkpoint must be signed by our key and fit the entries. An entry after it is from a writer that was stopped. */
    private void completeLast(Ledger ledger) throws IOException {
        int size = ledger.entries().size();
        if (size == 0) {
            return;
        }
        int signed = ledger.note(size).isPresent() ? size : size - 1;
        if (signed > 0) {
            Place place = Place.file(ledger.noteFile(signed).toString());
            SignedNote note = ledger.note(signed)
                    .orElseThrow(() -> Ledger.bad(place, "The checkpoint is missing", "Ask whoever keeps the ledger"));
            note.verify(KeyRing.of(key.publicHalf()), place);
            if (!note.text().equals(ledger.checkpoint(signed).text())) {
                throw Ledger.bad(
                        place, "The entries are not those of the checkpoint", "Compare with a copy that you kept");
            }
        }
        if (signed < size) {
            LedgerEntry last = ledger.entries().get(size - 1);
            verify(ledger.presentBundle(last));
            ledger.open(last).close();
            sign(ledger, size);
        }
    }

    private void sign(Ledger ledger, int size) throws IOException {
        String note = SignedNote.sign(ledger.checkpoint(size).text(), key).written();
        DurableFiles.write(ledger.noteFile(size), note.getBytes(StandardCharsets.UTF_8));
    }
}
