package org.countsas.audit.key;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A text and one signature of it, in the form of the signed notes of transparency logs (C2SP signed-note): the text, an empty line,
 * and {@code — name base64(key id, signature)}. A note without a signature ends with the empty line. Any other sequence of bytes is
 * refused, so each note has exactly one form.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text      the text that is signed; ends with a line feed
 * @param signature the signature; null if there is none
 */
@API(status = API.Status.EXPERIMENTAL)
public record SignedNote(String text, @Nullable NoteSignature signature) {
    private static final Pattern NOTE =
            Pattern.compile("((?:[^\\n]+\\n)+)\\n(?:— ([!-*,-~]{1,100}) ([A-Za-z0-9+/]+={0,2})\\n)?");
    private static final int ID_LENGTH = 4;
    private static final int SIGNATURE_LENGTH = 64;

    /**
     * A signature, not yet checked. Two are equal if the name and the bytes are.
     *
     * @param keyName name of the key
     * @param bytes   four bytes of the key's id and 64 bytes of signature
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its content
    public record NoteSignature(String keyName, byte[] bytes) {
        public NoteSignature {
            bytes = bytes.clone();
        }

        /** A copy of the bytes. */
        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NoteSignature that
                    && keyName.equals(that.keyName)
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * keyName.hashCode() + Arrays.hashCode(bytes);
        }
    }

    /** A note without a signature. */
    public static SignedNote unsigned(String text) {
        return new SignedNote(text, null);
    }

    /** Signs a text. */
    public static SignedNote sign(String text, SigningKey key) {
        byte[] id = key.publicHalf().id();
        byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = Arrays.copyOf(id, ID_LENGTH + SIGNATURE_LENGTH);
        System.arraycopy(signature, 0, bytes, ID_LENGTH, SIGNATURE_LENGTH);
        return new SignedNote(text, new NoteSignature(key.publicHalf().name(), bytes));
    }

    /**
     * Reads a note and does not check its signature.
     *
     * @param place where the bytes are, for the message
     * @throws ProblemException {@code BUNDLE_BROKEN} if they are not a note
     */
    public static SignedNote parse(byte[] bytes, Place place) {
        String written;
        try {
            written = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(place);
        }
        Matcher matcher = NOTE.matcher(written);
        if (bytes.length > 100_000 || !matcher.matches()) {
            throw broken(place);
        }
        if (matcher.group(2) == null) {
            return unsigned(matcher.group(1));
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(matcher.group(3));
        } catch (IllegalArgumentException e) {
            throw broken(place);
        }
        SignedNote note = new SignedNote(matcher.group(1), new NoteSignature(matcher.group(2), signature));
        if (signature.length != ID_LENGTH + SIGNATURE_LENGTH || !note.written().equals(written)) {
            throw broken(place);
        }
        return note;
    }

    private static ProblemException broken(Place place) {
        return new ProblemException(
                Code.BUNDLE_BROKEN,
                place,
                "This is not a signed note: lines of text, an empty line, and at most one signature",
                "Ask for a new copy");
    }

    /** The note as it is in a file. */
    public String written() {
        String line = signature == null
                ? ""
                : "— " + signature.keyName() + " " + Base64.getEncoder().encodeToString(signature.bytes()) + "\n";
        return text + "\n" + line;
    }

    /**
     * Checks that the note is signed by a key that is trusted.
     *
     * @param place where the note is, for the message
     * @return the key that signed
     * @throws ProblemException {@code UNSIGNED}, {@code MISSING_KEY} if no key is trusted, or {@code WRONG_SIGNATURE}
     */
    public VerificationKey verify(KeyRing trusted, Place place) {
        NoteSignature signed = signature;
        if (signed == null) {
            throw new ProblemException(
                    Code.UNSIGNED,
                    place,
                    "It is not signed, so anybody could have written it",
                    "Ask for one that is signed");
        }
        if (trusted.isEmpty()) {
            throw new ProblemException(
                    Code.MISSING_KEY,
                    place,
                    "There is no known key to check its signature; it claims to be signed by " + signed.keyName(),
                    "Get the public key from the signer and name it with --key");
        }
        VerificationKey key = trusted.find(signed.keyName())
                .orElseThrow(() -> new ProblemException(
                        Code.WRONG_SIGNATURE,
                        place,
                        "It is signed by " + signed.keyName() + ", which is not trusted; trusted: " + trusted,
                        "Check whose key this is before you trust it"));
        byte[] id = Arrays.copyOf(signed.bytes(), ID_LENGTH);
        byte[] bytes = Arrays.copyOfRange(signed.bytes(), ID_LENGTH, signed.bytes().length);
        if (!Arrays.equals(id, key.id()) || !key.verifies(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new ProblemException(
                    Code.WRONG_SIGNATURE,
                    place,
                    "The signature is not one of " + key.name() + " over this text",
                    "It was changed after it was signed; ask for a new copy");
        }
        return key;
    }
}
