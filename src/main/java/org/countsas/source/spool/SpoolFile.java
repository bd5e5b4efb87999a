package org.countsas.source.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A temporary file without a name: blocks of bytes are appended, and read back from any thread. Its name is taken away as soon as it is
 * open, so that nothing is left behind however the process ends; its space is free again when nobody refers to it. Where the system does
 * not allow that, the file goes when the process ends. One thread appends; any number may read.
 */
final class SpoolFile {
    private final Path folder;
    private final FileChannel channel;
    private long size;

    private SpoolFile(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * A new file in the system's temporary folder, which only this user may read.
     *
     * @throws ProblemException {@code UNWRITABLE} if there cannot be one
     */
    static SpoolFile create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static SpoolFile create(Path folder) {
        try {
            Path file = Files.createTempFile(folder, "countsas", ".spool");
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                Files.delete(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
            return new SpoolFile(folder, channel);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Appends a block.
     *
     * @return its place in the file
     * @throws ProblemException {@code UNWRITABLE} if the disk is full
     */
    long append(ByteBuffer block) {
        long place = size;
        try {
            while (block.hasRemaining()) {
                size += channel.write(block, size);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        return place;
    }

    /**
     * Reads a block.
     *
     * @throws ProblemException {@code UNREADABLE} if the disk does not give back what was written
     */
    ByteBuffer read(long place, int length) {
        ByteBuffer block = ByteBuffer.allocate(length);
        try {
            while (block.hasRemaining()) {
                if (channel.read(block, place + block.position()) < 0) {
                    throw new IOException("it is shorter than what was written to it");
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(folder.toString()),
                    "A temporary file cannot be read: " + e.getMessage(),
                    "Name a sound disk by TMPDIR");
        }
        return block.flip();
    }

    private static ProblemException unwritable(Path folder, IOException e) {
        return new ProblemException(
                Code.UNWRITABLE,
                Place.file(folder.toString()),
                "The input is larger than memory, and its items cannot be written to the temporary folder: "
                        + (e.getMessage() == null ? "the system gives no reason" : e.getMessage()),
                "Make room there, or name another folder by TMPDIR; about as much as the input takes is needed, and twice as much if"
                        + " it is not sorted by id");
    }
}
