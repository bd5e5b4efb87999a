package org.countsas.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Writes a file under another name and gives it its own only when it is whole. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class AtomicFile implements AutoCloseable {
    private final Path file;
    private final Path temporary;
    private final OutputStream out;

    private AtomicFile(Path file) throws IOException {
        this.file = file;
        this.temporary = file.resolveSibling("." + file.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        temporary.toFile().deleteOnExit();
        this.out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Writes the content of a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file. If writing fails or is interrupted, an existing file of that name is unchanged. The temporary name belongs to this
     * process and thread only, so that two runs into one folder do not write into each other's files; it is removed afterwards, and when
     * the process is asked to end.
     *
     * @throws ProblemException if the file cannot be written
     */
    public static void write(Path file, Content content) {
        try (AtomicFile begun = begin(file)) {
            try {
                content.writeTo(begun.out());
            } catch (IOException e) {
                throw begun.failed(e);
            }
            begun.commit();
        }
    }

    /**
     * Begins a file that is written piece by piece, like {@link #write}.
     *
     * @throws ProblemException if the file cannot be written
     */
    public static AtomicFile begin(Path file) {
        try {
            return new AtomicFile(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Where the content goes. */
    public OutputStream out() {
        return out;
    }

    /** What to throw if writing has failed. */
    public ProblemException failed(IOException e) {
        return unwritable(file, e);
    }

    /**
     * Gives the file its name, replacing any file that has it.
     *
     * @throws ProblemException if that is not possible
     */
    public void commit() {
        try {
            out.close();
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Removes what was begun but not committed. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        } finally {
            temporary.toFile().delete();
        }
    }

    /**
     * Deletes a file if it exists.
     *
     * @throws ProblemException if that is not possible
     */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Creates a folder unless it exists.
     *
     * @throws ProblemException if that is not possible
     */
    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    public static ProblemException unwritable(Path file, IOException e) {
        return new ProblemException(
                Code.UNWRITABLE,
                Place.file(file.toString()),
                "This cannot be written: " + reason(file, e),
                "Name a folder that you may write to");
    }

    private static String reason(Path file, IOException e) {
        if (Files.isDirectory(file)) {
            return "a folder has this name";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file has this name";
        }
        if (e instanceof AccessDeniedException) {
            return "you do not have permission";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no folder to hold it";
        }
        String said = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
        return said == null || said.isBlank() ? "the system gave no reason" : said;
    }
}
