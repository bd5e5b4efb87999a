package org.countsas.audit.sampling;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Chance from a seed, so that anybody can draw again with a program that computes SHA-256.
 *
 * <p>The ticket of an item is SHA-256 over the UTF-8 bytes of {@code seed,item,id}, read as an unsigned number, the first byte
 * the most significant. Whose ticket is smaller comes first. The start of a systematic sample is SHA-256 over
 * {@code seed,start}, modulo the interval, plus one. Auditors of elections draw so (R. L. Rivest, sampler.py, used with P. B.
 * Stark's tools for risk-limiting audits): a seed of public dice, a published hash function, no program to trust. An interval is
 * below 2^63 and a hash evenly below 2^256, so no start is likelier than another by more than one part in 2^193.
 *
 * <p>Immutable and thread-safe.
 */
final class SeededDraw {
    private final String seed;

    /** @param seed decimal digits, as written: {@code 7} and {@code 07} are different seeds */
    SeededDraw(String seed) {
        this.seed = seed;
    }

    BigInteger of(String id) {
        return hash(seed + ",item," + id);
    }

    /** A number from 1 to the interval. */
    long start(long interval) {
        return hash(seed + ",start").mod(BigInteger.valueOf(interval)).longValueExact() + 1;
    }

    private static BigInteger hash(String text) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
