package org.countsas.audit.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.verification.Verification;
import org.countsas.audit.verification.Verifier;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a ledger: every checkpoint is signed and has the root over its entries, so each ledger is the beginning of the next; every bundle
 * is verified and is the one that was added; nothing else is in the folder. It cannot know whether the newest runs were cut off together
 * with their checkpoints. To find that out, keep a checkpoint and pass it to {@link #verify(Ledger, KeyRing, Path)}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class LedgerVerifier {
    private final KeyRing trusted;
    private final List<Problem> problems = new ArrayList<>();

    private LedgerVerifier(KeyRing trusted) {
        this.trusted = trusted;
    }

    /**
     * Verifies a ledger.
     *
     * @param trusted the keys whose signature is accepted
     * @return what is wrong; empty if the ledger is verified
     */
    public static List<Problem> verify(Ledger ledger, KeyRing trusted) {
        return new LedgerVerifier(trusted).problems(ledger, null);
    }

    /**
     * Verifies a ledger, and that it is the continuation of an earlier one.
     *
     * @param trusted the keys whose signature is accepted
     * @param kept    file of a checkpoint of this ledger that the reader kept from an earlier time
     * @return what is wrong; empty if the ledger is verified
     * @throws ProblemException {@code NO_SUCH_FILE} if there is no such checkpoint
     */
    public static List<Problem> verify(Ledger ledger, KeyRing trusted, Path kept) {
        if (!Files.exists(kept)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(kept.toString()),
                    "There is no such file",
                    "Name the checkpoint that you kept");
        }
        return new LedgerVerifier(trusted).problems(ledger, kept);
    }

    private List<Problem> problems(Ledger ledger, @Nullable Path kept) {
        for (LedgerEntry entry : ledger.entries()) {
            step(() -> checkpoint(ledger, entry.index() + 1));
            step(() -> bundle(ledger, entry));
        }
        if (ledger.entries().isEmpty()) {
            step(() -> {
                throw Ledger.bad(Place.file(ledger.folder().toString()), "The ledger has no runs", "");
            });
        }
        step(() -> strangers(ledger));
        if (kept != null) {
            step(() -> kept(ledger, kept));
        }
        return List.copyOf(problems);
    }

    private void step(Runnable check) {
        try {
            check.run();
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
    }

    private void checkpoint(Ledger ledger, int size) {
        Place place = Place.file(ledger.noteFile(size).toString());
        SignedNote note = ledger.note(size)
                .orElseThrow(
                        () -> Ledger.bad(
                                place,
                                "Nobody has signed for the first " + size + " runs",
                                "If its writer was stopped, adding the next run restores it; otherwise ask whoever keeps the ledger"));
        VerificationKey signer = note.verify(trusted, place);
        if (!note.text().equals(ledger.checkpoint(size).text())) {
            throw Ledger.bad(place, "The first " + size + " entries are not those that were signed", Ledger.ASK);
        }
        refuseOthers(ledger, signer, place);
    }

    private static void refuseOthers(Ledger ledger, VerificationKey signer, Place place) {
        if (!signer.name().equals(ledger.key())) {
            throw Ledger.bad(
                    place,
                    "It is signed by " + signer.name() + ", and " + Ledger.NAME_FILE + " says that the ledger's key is "
                            + ledger.key(),
                    Ledger.ASK);
        }
    }

    private void bundle(Ledger ledger, LedgerEntry entry) {
        Verification verification = Verifier.verify(ledger.presentBundle(entry), trusted);
        if (!verification.ok()) {
            throw new ProblemException(verification.problems());
        }
        ledger.open(entry).close();
    }

    private void strangers(Ledger ledger) {
        Set<Path> known = new HashSet<>();
        for (LedgerEntry entry : ledger.entries()) {
            known.add(ledger.bundle(entry));
            known.add(ledger.noteFile(entry.index() + 1));
        }
        strangers(ledger.folder().resolve(Ledger.RUNS), known);
        strangers(ledger.folder().resolve(Ledger.CHECKPOINTS), known);
        Path lock = ledger.folder().resolve(Ledger.LOCK);
        Set<Path> top = new HashSet<>();
        List.of(Ledger.NAME_FILE, Ledger.ENTRIES, Ledger.RUNS, Ledger.CHECKPOINTS)
                .forEach(name -> top.add(ledger.folder().resolve(name)));
        if (Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            top.add(lock);
        }
        strangers(ledger.folder(), top);
    }

    private void strangers(Path folder, Set<Path> known) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !known.contains(file) && !isUnfinished(file))
                    .sorted()
                    .forEach(file -> problems.add(new Problem(
                            Code.BAD_LEDGER,
                            Place.file(file.toString()),
                            "The file does not belong to the ledger",
                            "If its writer was stopped, add the run again; otherwise ask how it got there")));
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(folder.toString()),
                    "This cannot be read",
                    "Check that the folder is there and that you may read it");
        }
    }

    /** Whether it is a file that an interrupted writer leaves behind. */
    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".part") && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void kept(Ledger ledger, Path file) {
        Place place = Place.file(file.toString());
        byte[] bytes;
        PlainFiles.require(file, "Name the file that was kept");
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place, "This cannot be read: " + e.getMessage(), "");
        }
        SignedNote note = SignedNote.parse(bytes, place);
        VerificationKey signer = note.verify(trusted, place);
        String origin = Ledger.ORIGIN + ledger.id();
        Checkpoint old = Checkpoint.parse(note.text())
                .filter(each ->
                        each.origin().equals(origin) && each.extensions().isEmpty())
                .orElseThrow(() -> Ledger.bad(
                        place,
                        "This is not a checkpoint of the ledger " + ledger.id(),
                        "Name a checkpoint of this ledger that you kept"));
        refuseOthers(ledger, signer, place);
        if (old.size() < 1) {
            throw Ledger.bad(
                    place,
                    "The checkpoint covers no runs: every ledger begins that way, so it proves nothing",
                    "Name a checkpoint that covers at least one run");
        }
        if (old.size() > ledger.entries().size() || !old.equals(ledger.checkpoint((int) old.size()))) {
            throw Ledger.bad(
                    place,
                    "The ledger does not begin as it did when this checkpoint was signed: its history was rewritten or cut off",
                    Ledger.ASK);
        }
    }
}
