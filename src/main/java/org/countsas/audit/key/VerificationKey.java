package org.countsas.audit.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.apiguardian.api.API;
import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A public key, which checks signatures. Its name follows from the key, so nothing can give that name to another key: {@code countsas-} and
 * the first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class VerificationKey {
    /** The bytes before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;
    private static final int NAME_DIGITS = 16;
    /** The type of an Ed25519 signature in a signed note. */
    private static final byte ED25519 = 1;

    private final PublicKey key;
    private final byte[] encoded;
    private final String name;

    private VerificationKey(PublicKey key) {
        this.key = key;
        this.encoded = key.getEncoded();
        this.name = "countsas-" + Hash.sha256(raw()).hex().substring(0, NAME_DIGITS);
    }

    /** @throws IllegalArgumentException if it is not an Ed25519 key */
    static VerificationKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != PREFIX.length + KEY_LENGTH
                || !Arrays.equals(PREFIX, 0, PREFIX.length, encoded, 0, PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return new VerificationKey(key);
    }

    /**
     * Reads a PEM file with a public key (SubjectPublicKeyInfo, {@code BEGIN PUBLIC KEY}).
     *
     * @throws ProblemException {@code MISSING_KEY} if there is no such file, {@code BAD_KEY} if it contains no Ed25519 public key, or a
     *                          private one
     */
    public static VerificationKey read(Path file) {
        return parse(Pem.read(file), Place.file(file.toString()));
    }

    /**
     * Reads the text of a PEM file with a public key.
     *
     * @param place where the text is, for the message
     * @throws ProblemException {@code BAD_KEY} as {@link #read}
     */
    public static VerificationKey parse(String pem, Place place) {
        if (Pem.block(pem, Pem.PRIVATE).isPresent()) {
            throw Pem.bad(place, "This is a private key, but checking signatures needs a public key");
        }
        byte[] content =
                Pem.block(pem, Pem.PUBLIC).orElseThrow(() -> Pem.bad(place, "The file has no PEM block 'PUBLIC KEY'"));
        try {
            return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(content)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Pem.bad(place, "The key is not an Ed25519 key");
        }
    }

    /** {@code countsas-} and 16 hexadecimal digits. */
    public String name() {
        return name;
    }

    /** The PEM text of the key: {@code BEGIN PUBLIC KEY}. */
    public String pem() {
        return Pem.write(Pem.PUBLIC, encoded);
    }

    /** The four bytes by which a signed note tells keys apart: the beginning of SHA-256(name, 0x0A, 0x01, key). */
    byte[] id() {
        byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hashed = Arrays.copyOf(text, text.length + 1 + KEY_LENGTH);
        hashed[text.length] = ED25519;
        System.arraycopy(raw(), 0, hashed, text.length + 1, KEY_LENGTH);
        return Arrays.copyOf(Hash.sha256(hashed).bytes(), ID_LENGTH);
    }

    /** Whether this key made the signature of the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature of the wrong length, or numbers out of range
        }
    }

    private byte[] raw() {
        return Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    /** {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }
}
