package org.countsas.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countsas.audit.key.KeyRing;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whose signatures are accepted. */
public final class TrustOptions {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public key (PEM) of a signer you trust; may be repeated. By default the keys in your key folder.")
    private List<Path> keys = new ArrayList<>();

    public KeyRing ring() {
        Path folder = folder();
        return !keys.isEmpty() ? KeyRing.read(keys) : folder == null ? KeyRing.of() : KeyRing.pinned(folder);
    }

    /** The key folder of the person who runs the command, as the launcher found it; null if it found none. */
    static @Nullable Path folder() {
        String folder = System.getProperty("countsas.keys");
        return folder == null || folder.isEmpty() ? null : Path.of(folder);
    }

    public static Path neededFolder() {
        Path folder = folder();
        if (folder == null) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "There is no folder of keys",
                    "Name a file, or set COUNTSAS_KEYS to a folder");
        }
        return folder;
    }
}
