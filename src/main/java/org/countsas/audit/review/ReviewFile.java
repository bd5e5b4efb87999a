package org.countsas.audit.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The file beside a bundle in which its reviews stand: {@code NAME.reviews.jsonl}.
 *
 * <p><b>Appending.</b> A writer locks the file against all others, of this process and of others; checks the chain; writes the whole
 * line by one call; and forces it to the disk before anybody is told. So a review that was acknowledged is there after a crash of the
 * machine, and of two writers the second follows the first. What a crash left of a line is moved to a file of its own,
 * {@code NAME.reviews.jsonl.torn-1} and so on, before the next line is written: it is never mended and never dropped.
 *
 * <p>Immutable and thread-safe. Locks are advisory, as the operating system has them: a program that does not ask for one can still
 * write, and breaks the chain.
 */
public final class ReviewFile {
    private static final int LARGEST = 256_000_000;
    private static final int MOST_ATTEMPTS = 6_000;
    private static final long PAUSE_MILLISECONDS = 10;

    private final Path path;

    private ReviewFile(Path path) {
        this.path = path;
    }

    /**
     * The file of a bundle's reviews, which need not be there. It lies beside the bundle itself, by whatever links the bundle is reached.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if a link leads to the bundle and reviews lie beside the link, {@code UNREADABLE} if
     *                          where it leads cannot be found out
     */
    public static ReviewFile of(Path bundle) {
        Path absolute = bundle.toAbsolutePath().normalize();
        Path real = real(bundle).orElse(absolute);
        // "." and ".." have other siblings than the folders that they are.
        Path named = absolute.getFileName().equals(bundle.getFileName())
                ? bundle.resolveSibling(name(absolute))
                : absolute.resolveSibling(name(absolute));
        // A ".." after a link leads elsewhere than it reads.
        if (real.equals(absolute)
                && !List.of(bundle.toString().split("[/\\\\]")).contains("..")) {
            return new ReviewFile(named);
        }
        Path beside = real.resolveSibling(name(real));
        if (Files.exists(named, LinkOption.NOFOLLOW_LINKS) && !isSame(named, beside)) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    Place.file(named.toString()),
                    "These reviews lie beside a link to the bundle and not beside the bundle, " + real,
                    "Lay them beside the bundle, or away if they are of another");
        }
        return new ReviewFile(beside);
    }

    private static String name(Path bundle) {
        return bundle.getFileName() + ".reviews.jsonl";
    }

    private static Optional<Path> real(Path bundle) {
        try {
            return Files.exists(bundle) ? Optional.of(bundle.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(bundle.toString()),
                    "Where this leads cannot be found out: " + reason(e),
                    "");
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /**
     * What was appended.
     *
     * @param record the record
     * @param torn   where the rest of a torn line was moved, if there was one
     */
    public record Appended(ReviewRecord record, Optional<Path> torn) {}

    /**
     * Reads the reviews of a bundle; none if there is no file.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN}, or {@code UNREADABLE}
     */
    public Reviews read(Hash bundle) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Reviews(place(), bundle, List.of(), 0);
        }
        refuseLinks();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = lock(channel, true)) {
            return Reviews.of(content(channel), place(), bundle);
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place(), "The reviews cannot be read: " + reason(e), "");
        }
    }

    /**
     * Appends a record.
     *
     * @param next makes the record that follows those that are there
     * @throws ProblemException {@code REVIEWS_BROKEN}, or {@code UNWRITABLE}; nothing is appended then
     */
    Appended append(Hash bundle, Function<Reviews, ReviewRecord> next) {
        refuseLinks();
        try (FileChannel channel = open();
                FileLock lock = lock(channel, false)) {
            byte[] content = content(channel);
            Reviews reviews = Reviews.of(content, place(), bundle);
            ReviewRecord record = next.apply(reviews);
            int whole = content.length - reviews.torn();
            Optional<Path> torn = Optional.empty();
            if (reviews.torn() > 0) {
                torn = Optional.of(moveAside(ByteBuffer.wrap(content, whole, reviews.torn())));
                channel.truncate(whole);
            }
            byte[] line = record.line();
            ByteBuffer buffer = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            channel.position(whole);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            if (whole == 0) {
                forceFolder();
            }
            return new Appended(record, torn);
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNWRITABLE,
                    place(),
                    "The review cannot be written: " + reason(e),
                    "Lay the bundle where you may write beside it");
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits for the lock; within a process the platform refuses a second one instead of waiting. */
    private static FileLock lock(FileChannel channel, boolean shared) throws IOException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return channel.lock(0, Long.MAX_VALUE, shared);
            } catch (OverlappingFileLockException e) {
                try {
                    Thread.sleep(PAUSE_MILLISECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted while waiting for another writer", interrupted);
                }
            }
        }
        throw new IOException("another writer did not end");
    }

    private static byte[] content(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > LARGEST) {
            throw new IOException("the file has more than " + LARGEST + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) size);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // reads on
        }
        return buffer.hasRemaining() ? java.util.Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }

    private Path moveAside(ByteBuffer torn) throws IOException {
        for (int number = 1; ; number++) {
            Path aside = path.resolveSibling(path.getFileName() + ".torn-" + number);
            try (FileChannel channel =
                    FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (torn.hasRemaining()) {
                    channel.write(torn);
                }
                channel.force(true);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            forceFolder();
            return aside;
        }
    }

    /** Makes the names of new files last; where the platform cannot, the file system sees to it. */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders.
        }
    }

    /** Through a link somebody else could choose where reviews are written. */
    private void refuseLinks() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    place(),
                    "This is no plain file",
                    "Lay the file of reviews itself beside the bundle");
        }
    }

    private Place place() {
        return Place.file(path.toString());
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no folder to hold it";
        }
        return e instanceof AccessDeniedException ? "you have no right to" : String.valueOf(e.getMessage());
    }
}
