package org.countsas.audit.bundle;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** Lines that wait in a temporary file until their order is known. Only where each line ends is kept in memory. Not thread-safe. */
final class TemporaryLines implements Closeable {
    private final Path file;
    private final OutputStream out;
    private long[] ends = new long[1024];
    private int size;

    TemporaryLines(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void add(byte[] line) throws IOException {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = from(size) + line.length;
        size++;
        out.write(line);
    }

    private long from(int line) {
        return line == 0 ? 0 : ends[line - 1];
    }

    /**
     * Copies the lines, each ended by a line feed, and deletes the temporary file.
     *
     * @param order the numbers of the lines, from 0, in the order in which to copy them
     * @param each  receives every line, in this order
     */
    void drainTo(OutputStream target, int[] order, Consumer<byte[]> each) throws IOException {
        out.close();
        try (FileChannel in = FileChannel.open(file)) {
            for (int line : order) {
                byte[] bytes = bytes(in, line);
                each.accept(bytes);
                target.write(bytes);
                target.write('\n');
            }
        }
        Files.delete(file);
    }

    private byte[] bytes(FileChannel in, int line) throws IOException {
        long from = from(line);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ends[line] - from));
        while (bytes.hasRemaining()) {
            if (in.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file " + file + " was cut off while it was in use");
            }
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
