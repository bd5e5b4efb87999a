package org.countsas.audit.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The public keys that someone trusts: named for a check, or pinned in a folder. A key that comes with what it signs is never one of
 * them.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class KeyRing {
    private static final String ENDING = ".pub.pem";

    private final List<VerificationKey> keys;

    private KeyRing(Collection<VerificationKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** A ring of these keys. */
    public static KeyRing of(VerificationKey... keys) {
        return new KeyRing(List.of(keys));
    }

    /**
     * The keys in these PEM files.
     *
     * @throws ProblemException as {@link VerificationKey#read}
     */
    public static KeyRing read(List<Path> files) {
        return new KeyRing(files.stream().map(VerificationKey::read).toList());
    }

    /**
     * The keys pinned in a folder: its files {@code *.pub.pem}. None if there is no such folder.
     *
     * @throws ProblemException {@code BAD_KEY} if one of them contains no public key
     */
    public static KeyRing pinned(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new KeyRing(List.of());
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE, Place.file(folder.toString()), "The folder cannot be read: " + e.getMessage(), "");
        }
        return read(files);
    }

    /** Whether no key is trusted. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The keys. */
    public List<VerificationKey> keys() {
        return keys;
    }

    /** The key with this name, if it is trusted. */
    public Optional<VerificationKey> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** The names of the keys, separated by commas. */
    @Override
    public String toString() {
        return String.join(", ", keys.stream().map(VerificationKey::name).toList());
    }
}
