package org.countsas.workbench.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a request must know: 256 random bits, new with each start. Immutable and thread-safe.
 *
 * @param text as it is sent
 */
public record Secret(String text) {
    private static final int BYTES = 32;

    /** A new one. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether somebody knows it; the time that this takes says nothing about how much of it they know. */
    public boolean isKnownAs(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Not the secret, so that it does not end up in a log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
