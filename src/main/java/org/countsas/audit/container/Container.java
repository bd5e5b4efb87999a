package org.countsas.audit.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.PlainFiles;
import org.countsas.problem.ProblemException;

/** The files of a bundle, in a folder or a ZIP file. Their content is not checked here. Thread-safe. */
public interface Container extends AutoCloseable {
    /** The sizes of all files by path. */
    SortedMap<String, Long> sizes();

    /** The content of a file. Reading it to its end fails if the container has its own checksum and that does not match. */
    InputStream open(String path) throws IOException;

    /** Where a file is, for messages. */
    Place place(String path);

    @Override
    void close();

    /**
     * The files of a folder, or of a ZIP file.
     *
     * @throws ProblemException if there is no such file, or it is neither a folder nor a ZIP file that can be a bundle
     */
    static Container of(Path path) {
        requireThere(path);
        if (!Files.isDirectory(path)) {
            PlainFiles.require(path, "Name a bundle: a folder or a ZIP file");
        }
        try {
            return Files.isDirectory(path) ? FolderContainer.of(path) : ZipContainer.of(path);
        } catch (IOException e) {
            throw unreadable(Place.file(path.toString()), e);
        }
    }

    /**
     * Refuses a path at which there is nothing.
     *
     * @throws ProblemException {@code NO_SUCH_FILE}
     */
    static void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw new ProblemException(
                    Code.NO_SUCH_FILE,
                    Place.file(path.toString()),
                    "There is no such file or folder",
                    "Name a bundle: a folder or a ZIP file");
        }
    }

    /** The problem that a file cannot be read. */
    static ProblemException unreadable(Place place, IOException e) {
        return new ProblemException(Code.UNREADABLE, place, "This cannot be read: " + e.getMessage(), "");
    }
}
