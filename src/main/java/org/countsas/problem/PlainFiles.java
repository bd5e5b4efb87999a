package org.countsas.problem;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Keeps readers away from what would make them wait: a pipe that nobody writes to, a socket, a device without an end. Thread-safe. */
@API(status = API.Status.INTERNAL)
public final class PlainFiles {
    private PlainFiles() {}

    /**
     * Does nothing if the path is a file, leads to one, or leads nowhere; it is not opened.
     *
     * @param fix what to do, one sentence, without a final full stop
     * @throws ProblemException {@code UNREADABLE} if it is a folder, a pipe, a socket or a device
     */
    public static void require(Path path, String fix) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(path.toString()),
                    Files.isDirectory(path)
                            ? "This is a folder, not a file"
                            : "This is a pipe, a socket or a device, not a file",
                    fix);
        }
    }
}
