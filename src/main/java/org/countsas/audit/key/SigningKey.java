package org.countsas.audit.key;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * A private key, which signs: Ed25519 (RFC 8032), whose signatures depend only on key and message, so signing twice gives the same bytes.
 * The key is never shown: it has no text form, and only {@link #write} takes it out of the process.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class SigningKey {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final KeyPair pair;
    private final VerificationKey publicHalf;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
        this.publicHalf = VerificationKey.of(pair.getPublic());
    }

    /** A new key. */
    public static SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform since 15 has it
        }
    }

    /**
     * Reads a PEM file with a private key (PKCS#8, {@code BEGIN PRIVATE KEY}).
     *
     * @throws ProblemException {@code MISSING_KEY} if there is no such file, {@code KEY_EXPOSED} if people other than its owner may read or
     *                          write it, {@code BAD_KEY} if it contains no Ed25519 private key
     */
    public static SigningKey read(Path file) {
        String pem = Pem.read(file);
        Place place = Place.file(file.toString());
        if (Pem.block(pem, Pem.PUBLIC).isPresent()
                && Pem.block(pem, Pem.PRIVATE).isEmpty()) {
            throw Pem.bad(place, "This is a public key, but signing needs a private key");
        }
        byte[] content = Pem.block(pem, Pem.PRIVATE)
                .orElseThrow(() -> Pem.bad(place, "The file has no PEM block 'PRIVATE KEY'"));
        refuseIfExposed(file);
        try {
            EdECPrivateKey key = (EdECPrivateKey)
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(content));
            // The private key is the seed of the pair. The Java library offers no other way to its public half.
            return generate(new Seed(key.getBytes().orElseThrow()));
        } catch (GeneralSecurityException | ClassCastException | java.util.NoSuchElementException e) {
            throw Pem.bad(place, "The key is not an Ed25519 key");
        }
    }

    private static void refuseIfExposed(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return; // the file system has no such permissions
        }
        Set<PosixFilePermission> permissions;
        try {
            permissions = view.readAttributes().permissions();
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNREADABLE,
                    Place.file(file.toString()),
                    "The key's permissions cannot be read: " + e.getMessage(),
                    "");
        }
        if (permissions.stream().anyMatch(OF_OTHERS::contains)) {
            throw new ProblemException(
                    Code.KEY_EXPOSED,
                    Place.file(file.toString()),
                    "Users other than its owner may use this private key (" + PosixFilePermissions.toString(permissions)
                            + ")",
                    "Run 'chmod 600' on it, and make a new key if others had access to it");
        }
    }

    /**
     * Writes the private key as PEM (PKCS#8) to a new file that only its owner may read and write.
     *
     * @throws ProblemException {@code EXISTS} if there is a file of this name, {@code UNWRITABLE} if it cannot be written
     */
    public void write(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(Pem.write(Pem.PRIVATE, pair.getPrivate().getEncoded()).getBytes(StandardCharsets.US_ASCII));
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new ProblemException(
                    Code.EXISTS,
                    Place.file(file.toString()),
                    "A file with this name exists, and a key is never overwritten",
                    "Name another file");
        } catch (IOException e) {
            throw new ProblemException(
                    Code.UNWRITABLE,
                    Place.file(file.toString()),
                    "This cannot be written: " + e.getMessage(),
                    "Name a file in a folder that you may write to");
        }
    }

    /** The public key that belongs to it. */
    public VerificationKey publicHalf() {
        return publicHalf;
    }

    /** The signature of a message: 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // the key was made by the same provider
        }
    }

    /** The name of the public key; never the private key. */
    @Override
    public String toString() {
        return publicHalf.name();
    }

    /** Returns the bytes of one seed. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("a key of " + bytes.length + " bytes from " + seed.length);
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
