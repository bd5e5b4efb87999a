package org.countsas.audit.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.countsas.problem.ProblemException;

/** The content of an entry of a ZIP file. Reading it to its end fails if it does not have the checksum of the entry. Not thread-safe. */
final class ZipEntryStream extends InputStream {
    private final FileChannel channel;
    private final ZipLayout.Entry entry;
    private final Supplier<ProblemException> wrongChecksum;
    private final CRC32 crc = new CRC32();
    private long at;

    ZipEntryStream(FileChannel channel, ZipLayout.Entry entry, Supplier<ProblemException> wrongChecksum) {
        this.channel = channel;
        this.entry = entry;
        this.wrongChecksum = wrongChecksum;
        this.at = entry.contentOffset();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int most = (int) Math.min(length, entry.end() - at);
        int read = most == 0 && length > 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, from, most), at);
        if (read > 0) {
            crc.update(bytes, from, read);
            at += read;
        } else if (read < 0 && (int) crc.getValue() != entry.crc()) {
            throw wrongChecksum.get();
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }
}
