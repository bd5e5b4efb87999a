package org.countsas.audit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.container.Container;
import org.countsas.audit.container.ZipFileWriter;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.merkle.Hash;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A bundle, open for reading. Everything read from it is checked against the digests of its manifest, and the manifest against the
 * checkpoint, so changed content is never returned as intact. It does not say whether someone you trust signed the checkpoint: ask
 * {@link #verifySignature}. Nor does it say whether the decisions follow from the rules: see
 * {@link org.countsas.audit.verification.Verifier}.
 *
 * <p>Thread-safe; each stream is for one thread. Close streams, or read them to their end.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Bundle implements AutoCloseable {
    /** The origin of a bundle's checkpoint begins with this, followed by the run's id. */
    public static final String ORIGIN = "countsas/bundle/";

    private static final int LARGEST_MANIFEST = 16_000_000;
    private static final int LARGEST_CHECKPOINT = 100_000;
    private static final int LARGEST_SMALL_FILE = 64_000_000;

    private final Container container;
    private final Manifest manifest;
    private final Hash manifestDigest;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    private Bundle(Container container) {
        this.container = container;
        byte[] manifestBytes = small(BundleFiles.MANIFEST, LARGEST_MANIFEST);
        this.manifest = ManifestReader.read(manifestBytes, container.place(BundleFiles.MANIFEST));
        this.manifestDigest = Hash.sha256(manifestBytes);
        this.note = SignedNote.parse(
                small(BundleFiles.CHECKPOINT, LARGEST_CHECKPOINT), container.place(BundleFiles.CHECKPOINT));
        compareFiles();
        Checkpoint expected = checkpoint(manifest, manifestDigest);
        this.checkpoint = Checkpoint.parse(note.text())
                .filter(expected::equals)
                .orElseThrow(() -> new ProblemException(
                        Code.BUNDLE_CHANGED,
                        container.place(BundleFiles.CHECKPOINT),
                        "The checkpoint does not belong to this manifest: the run, the size and root of the tree, and the manifest's digest must be the same",
                        "One of them was changed or belongs to another run; ask for a new copy of the bundle"));
    }

    /** What a signature says about a bundle. */
    static Checkpoint checkpoint(Manifest manifest, Hash manifestDigest) {
        return new Checkpoint(
                ORIGIN + manifest.run(),
                manifest.treeSize(),
                manifest.treeRoot(),
                List.of("manifest sha256:" + manifestDigest.hex()));
    }

    /**
     * Opens a bundle.
     *
     * @param path a folder or a ZIP file
     * @throws ProblemException if it is not a bundle of the known version, has other files than its manifest lists, or its checkpoint is
     *                          not that of its manifest
     */
    public static Bundle open(Path path) {
        Container container = Container.of(path);
        try {
            return new Bundle(container);
        } catch (RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private byte[] small(String path, int most) {
        Long size = container.sizes().get(path);
        if (size == null) {
            throw new ProblemException(
                    Code.BUNDLE_BROKEN,
                    container.place(path),
                    "There is no such file, but every bundle has one",
                    "Name a bundle: a folder or a ZIP file that 'countsas classify --bundle' wrote");
        }
        if (size > most) {
            throw new ProblemException(
                    Code.BUNDLE_BROKEN,
                    container.place(path),
                    "The file has more than " + most + " bytes",
                    "Ask for a new copy of the bundle");
        }
        try (InputStream in = container.open(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Container.unreadable(container.place(path), e);
        }
    }

    private void compareFiles() {
        Map<String, Long> found = new TreeMap<>(container.sizes());
        found.remove(BundleFiles.MANIFEST);
        found.remove(BundleFiles.CHECKPOINT);
        for (FileEntry listed : manifest.files()) {
            Long size = found.remove(listed.path());
            if (size == null) {
                throw new ProblemException(
                        Code.BUNDLE_FILES,
                        container.place(listed.path()),
                        "The manifest lists this file, but it is missing",
                        "Ask for a new copy of the whole bundle");
            }
            if (size != listed.size()) {
                throw new ProblemException(
                        Code.BUNDLE_CHANGED,
                        container.place(listed.path()),
                        "The file has " + size + " bytes, but the manifest lists " + listed.size(),
                        "It was changed after the run; ask for a new copy of the bundle");
            }
        }
        for (String path : found.keySet()) {
            throw new ProblemException(
                    Code.BUNDLE_FILES,
                    container.place(""),
                    BundleFiles.shown(path) + " is there, but the manifest does not list it",
                    "Nothing may be added to a bundle; ask for a new copy");
        }
    }

    /** What the bundle says about itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** SHA-256 of the manifest's bytes: the digest of the whole bundle. */
    public Hash manifestDigest() {
        return manifestDigest;
    }

    /** The checkpoint with its signature, if it has one. The signature is not checked. */
    public SignedNote note() {
        return note;
    }

    /** What the signature covers. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Checks the signature of the checkpoint.
     *
     * @param trusted the keys whose signature is accepted
     * @return the key that signed
     * @throws ProblemException {@code UNSIGNED}, {@code MISSING_KEY} or {@code WRONG_SIGNATURE}
     */
    public VerificationKey verifySignature(KeyRing trusted) {
        return note.verify(trusted, container.place(BundleFiles.CHECKPOINT));
    }

    /**
     * The rules that decided, with their vocabulary, definitions and lists.
     *
     * @throws ProblemException if they were changed, or are not rules
     */
    public RulesFolder rules() {
        Map<String, byte[]> files = new TreeMap<>();
        for (FileEntry file : manifest.files()) {
            if (file.path().startsWith(BundleFiles.RULES)) {
                files.put(file.path().substring(BundleFiles.RULES.length()), content(file.path()));
            }
        }
        return RulesFolder.of("rules", files);
    }

    /**
     * The bytes of a file that the manifest lists.
     *
     * @throws ProblemException         if they were changed, or are more than 64 MB
     * @throws IllegalArgumentException if the manifest does not list it
     */
    public byte[] content(String path) {
        FileEntry file = manifest.file(path)
                .orElseThrow(() -> new IllegalArgumentException("the manifest does not list " + path));
        if (file.size() > LARGEST_SMALL_FILE) {
            throw new ProblemException(
                    Code.TOO_LARGE,
                    container.place(path),
                    "The file has more than " + LARGEST_SMALL_FILE + " bytes",
                    "");
        }
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw Container.unreadable(container.place(path), e);
        }
    }

    /** The items, by id. Whether the file was changed is known, and thrown, when the last one is read. */
    public Stream<ItemLine> items() {
        return stream(BundleFiles.ITEMS, ItemLine::read);
    }

    /** The decisions, by definition and item. Whether the file was changed is known, and thrown, when the last one is read. */
    public Stream<DecisionLine> decisions() {
        return stream(BundleFiles.DECISIONS, DecisionLine::read);
    }

    private <T> Stream<T> stream(String path, BiFunction<byte[], Place, T> read) {
        LineReader lines = lines(path);
        return StreamSupport.stream(
                        new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                            @Override
                            public boolean tryAdvance(Consumer<? super T> action) {
                                byte[] line = lines.next();
                                if (line == null) {
                                    lines.close();
                                    return false;
                                }
                                action.accept(read.apply(line, lines.place()));
                                return true;
                            }
                        },
                        false)
                .onClose(lines::close);
    }

    /** The lines of a file that the manifest lists. */
    @API(status = API.Status.INTERNAL)
    public LineReader lines(String path) {
        try {
            return new LineReader(open(manifest.file(path).orElseThrow()), container.place(path));
        } catch (IOException e) {
            throw Container.unreadable(container.place(path), e);
        }
    }

    /** The content of a file that the manifest lists. Reading it to its end fails if it is not what was listed. */
    @API(status = API.Status.INTERNAL)
    public InputStream open(FileEntry file) throws IOException {
        return new VerifiedStream(container.open(file.path()), file, container.place(file.path()));
    }

    /**
     * Copies the bundle into a new ZIP file, byte for byte the one that the run would have written. Returns when it is on the disk.
     *
     * @throws IOException if it cannot be written
     */
    public void copyTo(Path zip) throws IOException {
        ZipFileWriter.write(zip, container);
    }

    /** Where a file is, for messages. */
    @API(status = API.Status.INTERNAL)
    public Place place(String path) {
        return container.place(path);
    }

    @Override
    public void close() {
        container.close();
    }
}
