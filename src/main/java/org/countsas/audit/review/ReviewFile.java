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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a bundle that holds its reviews: {@code NAME.reviews.jsonl}.
 *
 * <p><b>Appending.</b> A writer locks the file against all others, in this process and in others; checks the chain; writes the whole line
 * with one call; and forces it to the disk before it reports success. So a review that was acknowledged survives a crash of the machine,
 * and of two writers the second follows the first. What a crash left of a line is moved to a separate file,
 * {@code NAME.reviews.jsonl.torn-1} and so on, before the next line is written: it is never repaired and never dropped.
 *
 * <p>Immutable and thread-safe. Locks are advisory, as the operating system provides them: a program that does not ask for one can still
 * write, and breaks the chain.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ReviewFile {
    private static final int LARGEST = 256_000_000;
    private static final int MOST_ATTEMPTS = 6_000;
    private static final long PAUSE_MILLISECONDS = 10;

    private final Path path;

    private ReviewFile(Path path) {
        this.path = path;
    }

    /**
     * The file of a bundle's reviews, which need not exist. It is beside the bundle itself, whatever links lead to the bundle.
     *
     * @throws ProblemException {@code REVIEWS_BROKEN} if a link leads to the bundle and there are reviews beside the link,
     *                          {@code UNREADABLE} if it cannot be determined where the link leads
     */
    public static ReviewFile of(Path bundle) {
        Path absolute = bundle.toAbsolutePath().normalize();
        Path real = real(bundle).orElse(absolute);
        // The siblings of "." and ".." are not those of the folders that they name.
        Path named = absolute.getFileName().equals(bundle.getFileName())
                ? bundle.resolveSibling(name(absolute))
                : absolute.resolveSibling(name(absolute));
        // A ".." after a link does not lead where it seems to.
        if (real.equals(absolute)
                && !List.of(bundle.toString().split("[/\\\\]")).contains("..")) {
            return new ReviewFile(named);
        }
        Path beside = real.resolveSibling(name(real));
        if (Files.exists(named, LinkOption.NOFOLLOW_LINKS) && !isSame(named, beside)) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    Place.file(named.toString()),
                    "These reviews are beside a link to the bundle, not beside the bundle itself, " + real,
                    "Move them beside the bundle, or elsewhere if they belong to another");
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
                    "The target of this link cannot be found: " + reason(e),
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
    Path path() {
        return path;
    }

    /**
     * What was appended.
     *
     * @param record the record
     * @param torn   where the rest of a torn line was moved; null if there was none
     */
    public record Appended(ReviewRecord record, @Nullable Path torn) {}

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
            requireHeld(lock);
            return Reviews.of(content(channel), place(), bundle);
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place(), "The reviews cannot be read: " + reason(e), "");
        }
    }

    /**
     * Appends a record.
     *
     * @param next makes the record, given those that are there
     * @throws ProblemException {@code REVIEWS_BROKEN} or {@code UNWRITABLE}; then nothing is appended
     */
    Appended append(Hash bundle, Function<Reviews, ReviewRecord> next) {
        refuseLinks();
        try (FileChannel channel = open();
                FileLock lock = lock(channel, false)) {
            requireHeld(lock);
            byte[] content = content(channel);
            Reviews reviews = Reviews.of(content, place(), bundle);
            ReviewRecord record = next.apply(reviews);
            int whole = content.length - reviews.torn();
            Path torn = null;
            if (reviews.torn() > 0) {
                torn = moveAside(ByteBuffer.wrap(content, whole, reviews.torn()));
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
                    "Move the bundle to a folder that you may write to");
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void requireHeld(FileLock lock) throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock was lost");
        }
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
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
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

    /** Forces the names of new files to the disk. Where the platform cannot do that, the file system takes care of it. */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows cannot open folders.
        }
    }

    /** A link would let someone else choose where reviews are written. */
    private void refuseLinks() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    Code.REVIEWS_BROKEN,
                    place(),
                    "This is not a regular file",
                    "Put the file of reviews itself beside the bundle");
        }
    }

    private Place place() {
        return Place.file(path.toString());
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no folder to hold it";
        }
        return e instanceof AccessDeniedException ? "you do not have permission" : String.valueOf(e.getMessage());
    }
}
