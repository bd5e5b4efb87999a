package org.countsas.audit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;

/**
 * What the manifest says about a file.
 *
 * @param path   its path in the bundle, with {@code /} between its parts
 * @param size   its size in bytes
 * @param sha256 SHA-256 of its bytes
 */
@API(status = API.Status.EXPERIMENTAL)
public record FileEntry(String path, long size, Hash sha256) {
    private static final int BUFFER = 1 << 16;

    /** The entry of a file with this content, which is read to its end. */
    static FileEntry of(String path, InputStream content) throws IOException {
        MessageDigest digest = Hash.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
        }
        return new FileEntry(path, size, Hash.of(digest.digest()));
    }
}
