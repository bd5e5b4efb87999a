package org.countsas.audit.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Files that are either complete or absent, and on the disk when a call returns; and one writer at a time. */
final class DurableFiles {
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    private static final long PAUSE = 20;
    private static final long MOST_PAUSES = 3_000;

    private DurableFiles() {}

    /** Work that one writer does at a time. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Writes a file, replacing any file with this name. */
    static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(temporary, NEW)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(temporary, file);
    }

    /** Moves a file that is already on the disk to its place. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /**
     * Does some work while no other process and no other thread holds the same lock.
     *
     * @throws ProblemException {@code UNWRITABLE} if another one holds it for a minute
     */
    static <T> T alone(Path lock, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = lock(channel, lock)) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost");
            }
            return work.run();
        }
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        for (long i = 0; i < MOST_PAUSES; i++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // another thread of this process has it
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new ProblemException(
                Code.UNWRITABLE,
                Place.file(file.toString()),
                "Another process has written to the ledger for a minute",
                "Wait for it to end, and try again");
    }
}
