package org.countsas.audit.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apiguardian.api.API;

/** A SHA-256 hash: 32 bytes. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class Hash {
    /** The number of bytes of a hash. */
    public static final int LENGTH = 32;

    private static final HexFormat HEX = HexFormat.of();
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that is given by its bytes.
     *
     * @throws IllegalArgumentException unless there are 32 of them
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** A hash that is given by 64 lower-case hexadecimal digits; empty if the text is anything else. */
    public static Optional<Hash> ofHex(String hex) {
        if (hex.length() != 2 * LENGTH
                || !hex.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'))) {
            return Optional.empty();
        }
        return Optional.of(new Hash(HEX.parseHex(hex)));
    }

    /** The SHA-256 of some content. */
    public static Hash sha256(byte[] content) {
        return new Hash(digest().digest(content));
    }

    /** The hash of a leaf: SHA-256 of 0x00 and its bytes. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = digest();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    /** The hash of an inner node: SHA-256 of 0x01 and the hashes of its two children. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = digest();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** A new SHA-256 digest. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, LENGTH);
    }

    static Hash from(byte[] source, int at) {
        return new Hash(Arrays.copyOfRange(source, at, at + LENGTH));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@link #hex()}. */
    @Override
    public String toString() {
        return hex();
    }
}
