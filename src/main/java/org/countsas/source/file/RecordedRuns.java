package org.countsas.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Recognises bundles, the records of runs, by the names of their files, so that nobody reads one as tables: its items, decisions and rejected
 * rows would be taken for one budget. Whether a bundle is whole is for its reader to say.
 */
@API(status = API.Status.INTERNAL)
public final class RecordedRuns {
    private static final String MANIFEST = "manifest.json";
    private static final List<String> OTHERS = List.of("checkpoint", "decisions.jsonl");

    private RecordedRuns() {}

    /** Whether there is a bundle here: a folder or a ZIP file. */
    public static boolean isOne(Path path) {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve(MANIFEST))
                    && OTHERS.stream().anyMatch(name -> Files.exists(path.resolve(name)));
        }
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try {
            if (!Archive.isArchive(new ByteSource.OfFile(path.toString(), path))) {
                return false;
            }
            try (ZipFile zip = new ZipFile(path.toFile())) {
                return zip.getEntry(MANIFEST) != null && OTHERS.stream().anyMatch(name -> zip.getEntry(name) != null);
            }
        } catch (IOException | IllegalArgumentException e) {
            return false; // whoever reads it says what is wrong
        }
    }

    /** Whether files of these names make up a bundle. */
    static boolean are(Collection<? extends ZipEntry> entries) {
        return has(entries, MANIFEST) && OTHERS.stream().anyMatch(name -> has(entries, name));
    }

    private static boolean has(Collection<? extends ZipEntry> entries, String name) {
        return entries.stream().anyMatch(entry -> entry.getName().equals(name));
    }

    /** The problem that a bundle stands where tables are read. */
    public static ProblemException among(String name) {
        return new ProblemException(
                Code.BUNDLE_AMONG_INPUTS,
                Place.file(name),
                "This is a bundle, the record of a run, and it is not read as a table",
                "Name it as the only input; 'compare' takes two of them");
    }
}
