package org.countsas.audit.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Keys as text (PEM, RFC 7468). */
final class Pem {
    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    private static final long LARGEST_FILE = 100_000;

    private Pem() {}

    static String write(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** The content of the first block with this label, or empty if there is none. */
    static Optional<byte[]> block(String text, String label) {
        Matcher matcher = Pattern.compile(
                        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]*)-----END " + label + "-----")
                .matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(matcher.group(1).replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String read(Path file) {
        Place place = Place.file(file.toString());
        try {
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(
                        Code.MISSING_KEY,
                        place,
                        "There is no such key file",
                        "Name a PEM file; 'countsas keys new' makes one");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw bad(place, "The file is too large for a key");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new ProblemException(Code.UNREADABLE, place, "The key file cannot be read: " + e.getMessage(), "");
        }
    }

    static ProblemException bad(Place place, String reason) {
        return new ProblemException(
                Code.BAD_KEY, place, reason, "Name a PEM file with an Ed25519 key; 'countsas keys new' makes one");
    }
}
