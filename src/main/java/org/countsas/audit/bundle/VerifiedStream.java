package org.countsas.audit.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Checks content against the manifest while it is read. Reading it to its end fails if it is not what was listed. Not thread-safe. */
final class VerifiedStream extends FilterInputStream {
    private final FileEntry expected;
    private final Place place;
    private final MessageDigest digest = Hash.digest();
    private long size;
    private boolean ended;

    VerifiedStream(InputStream in, FileEntry expected, Place place) {
        super(in);
        this.expected = expected;
        this.place = place;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read > 0) {
            digest.update(bytes, from, read);
            size += read;
        } else if (read < 0 && !ended) {
            ended = true;
            check();
        }
        return read;
    }

    private void check() {
        Hash found = Hash.of(digest.digest());
        if (size != expected.size() || !found.equals(expected.sha256())) {
            throw new ProblemException(
                    Code.BUNDLE_CHANGED,
                    place,
                    "The file is not the one that the manifest lists: it has " + size + " bytes with SHA-256 " + found
                            + "; listed are " + expected.size() + " bytes with " + expected.sha256(),
                    "It was changed after the run; ask for a new copy of the bundle");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("what is skipped is not verified");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
