package org.countsas.audit.container;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The folder in which a bundle is assembled, beside the bundle's own place and under another name. The bundle moves to its own place in one
 * step, and only when every byte is on the disk. So nobody finds a part of one there, not even after a crash. Not thread-safe.
 */
public final class StagingFolder implements AutoCloseable {
    private static final int MOST_LEFT_BEHIND = 1_000;
    private static final int ATTEMPTS_AT_EXIT = 100;

    private final Path target;
    private final Path folder;
    private final boolean zip;
    /** Cleans up if the process is asked to end during the work, because then nothing calls {@link #close}. */
    private final Thread removalAtExit = new Thread(this::removeAtExit, "countsas-staging");

    private StagingFolder(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
        this.zip = String.valueOf(target.getFileName()).endsWith(".zip");
        Runtime.getRuntime().addShutdownHook(removalAtExit);
    }

    /**
     * A new, empty folder beside the target, which takes its place later.
     *
     * @throws ProblemException {@code EXISTS} if there is a file or folder of this name, {@code UNWRITABLE} if there can be none
     */
    public static StagingFolder of(Path target) {
        Path absolute = target.toAbsolutePath();
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(target);
        }
        try {
            Files.createDirectories(absolute.getParent());
            return new StagingFolder(target, newFolder(absolute));
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** A folder of this writer only. A killed writer may have left one, and its process number may be reused. */
    private static Path newFolder(Path target) throws IOException {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId();
        for (int i = 0; ; i++) {
            try {
                return Files.createDirectory(target.resolveSibling(name + (i == 0 ? "" : "-" + i) + ".part"));
            } catch (FileAlreadyExistsException e) {
                if (i == MOST_LEFT_BEHIND) {
                    throw e;
                }
            }
        }
    }

    private static ProblemException exists(Path target) {
        return new ProblemException(
                Code.EXISTS,
                Place.file(target.toString()),
                "A file or folder with this name exists, and a bundle is never overwritten",
                "Name another place");
    }

    static ProblemException unwritable(Path target, IOException e) {
        String why = e instanceof FileAlreadyExistsException
                ? "a file or folder of another run is in the way, " + e.getMessage()
                : e.getMessage();
        return new ProblemException(
                Code.UNWRITABLE,
                Place.file(target.toString()),
                "The bundle cannot be written: " + why,
                "Name a place in a folder that you may write to, on a disk with free space");
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The problem that the bundle cannot be written. */
    public ProblemException failed(IOException e) {
        return unwritable(target, e);
    }

    /** Writes a file that does not exist yet. */
    public void write(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
    }

    /** The files so far, by path. */
    public SortedMap<String, Path> files() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }

    /** Moves all files to the place of the bundle. */
    public void publish() throws IOException {
        Path whole = folder;
        if (zip) {
            whole = folder.resolveSibling(folder.getFileName() + ".zip");
            whole.toFile().deleteOnExit();
            try {
                ZipFileWriter.write(whole, files());
                move(whole);
            } finally {
                Files.deleteIfExists(whole);
            }
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                force(path);
            }
        }
        move(whole);
    }

    private void move(Path whole) throws IOException {
        Path place = target.toAbsolutePath();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(target);
        }
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        force(requireNonNull(place.getParent()));
    }

    private static void force(Path path) throws IOException {
        if (Files.isDirectory(path)
                && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // such systems cannot open folders
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes what is left of an attempt. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(removalAtExit);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook runs by itself
        }
        try {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The writer's thread continues while the process ends. What it adds during one attempt, the next attempt removes. */
    private void removeAtExit() {
        for (int attempt = 0; attempt < ATTEMPTS_AT_EXIT && Files.exists(folder); attempt++) {
            try {
                remove();
            } catch (IOException e) {
                // a file was added: try again
            }
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
