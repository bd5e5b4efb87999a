package org.countsas.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The unpacked bytes of a file compressed with gzip (RFC 1952). Immutable and thread-safe.
 *
 * @param packed the packed file
 * @param size   its size in bytes
 */
record GzipSource(ByteSource packed, long size) implements ByteSource {
    private static final String ENDING = ".gz";

    /**
     * The file itself, or its unpacked bytes if it is compressed with gzip.
     *
     * @throws IOException if it cannot be read
     */
    static ByteSource unpacked(ByteSource file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(2);
            if (start.length < 2 || (start[0] & 0xFF) != 0x1F || (start[1] & 0xFF) != 0x8B) {
                return file;
            }
            return new GzipSource(file, 2 + in.transferTo(OutputStream.nullOutputStream()));
        }
    }

    /** The name of what is packed: {@code a.json} for {@code a.json.gz}. */
    static String innerName(String name) {
        boolean ends = name.toLowerCase(Locale.ROOT).endsWith(ENDING);
        return ends ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    @Override
    public String name() {
        return packed.name();
    }

    @Override
    public boolean endsIn(Set<String> endings) {
        String inner = innerName(name()).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> inner.endsWith("." + ending));
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = packed.open();
        try {
            return new GuardedStream(name(), new GZIPInputStream(in, 1 << 16), size, -1);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
