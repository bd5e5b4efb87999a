package org.countsas.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The unpacked bytes of an archive entry. Reading ends with a problem if they exceed the packed ones beyond belief (a ZIP bomb), or if they
 * are not the bytes that were packed. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class GuardedStream extends FilterInputStream {
    /** Far more than the tables of any government. */
    static final long MOST_BYTES = 4L << 30;
    /** Text compresses to a twentieth at best, long runs of the same row to a hundredth. */
    static final long MOST_RATIO = 200;
    /** Below this size no ratio does harm. */
    static final long ALWAYS_ALLOWED = 32L << 20;

    private final String name;
    private final long packed;
    private final long expectedCrc;
    private final CRC32 crc = new CRC32();
    private long unpacked;

    /**
     * @param name        the entry, for messages
     * @param in          its unpacked bytes
     * @param packed      the packed size in bytes
     * @param expectedCrc the checksum that the archive states, or -1 if the stream checks it itself
     */
    public GuardedStream(String name, InputStream in, long packed, long expectedCrc) {
        super(in);
        this.name = name;
        this.packed = Math.max(1, packed);
        this.expectedCrc = expectedCrc;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            if (expectedCrc >= 0 && crc.getValue() != expectedCrc) {
                throw new ZipException("the checksum of its content is wrong");
            }
            return count;
        }
        unpacked += count;
        if (unpacked > MOST_BYTES || (unpacked > ALWAYS_ALLOWED && unpacked / packed > MOST_RATIO)) {
            throw new ProblemException(
                    Code.TOO_LARGE,
                    Place.file(name),
                    "The entry unpacks to more than " + (unpacked >> 20) + " MiB from " + packed
                            + " bytes, which no table does",
                    "Unpack it yourself if you trust it, and name the unpacked file");
        }
        crc.update(buffer, offset, count);
        return count;
    }

    /** Skipped bytes would escape both checks. */
    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
