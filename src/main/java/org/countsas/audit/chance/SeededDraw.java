package org.countsas.audit.chance;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.countsas.audit.merkle.Hash;

/**
 * Chance from a seed, so that anyone can draw the same sample again with a program that computes SHA-256.
 *
 * <p>The ticket of an item is the SHA-256 of the UTF-8 bytes of {@code seed,item,id}, read as an unsigned number, the first byte the most
 * significant. Smaller tickets come first. The start of a systematic sample is the SHA-256 of {@code seed,start}, modulo the interval, plus
 * one. Auditors of elections draw in this way (R. L. Rivest, sampler.py, used with P. B. Stark's tools for risk-limiting audits): a seed from
 * public dice, a published hash function, no program to trust. Intervals are below 2^63 and hashes are spread evenly below 2^256, so no
 * start is likelier than another by more than one part in 2^193.
 *
 * <p>Immutable and thread-safe.
 */
public final class SeededDraw {
    private final String seed;

    /** @param seed decimal digits, as written: {@code 7} and {@code 07} are different seeds */
    public SeededDraw(String seed) {
        this.seed = seed;
    }

    /** The ticket of the item with this id. */
    public BigInteger ticket(String id) {
        return hash(seed + ",item," + id);
    }

    /** The start of a systematic sample: a number from 1 to the interval. */
    public long start(long interval) {
        return hash(seed + ",start").mod(BigInteger.valueOf(interval)).longValueExact() + 1;
    }

    private static BigInteger hash(String text) {
        return new BigInteger(
                1, Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes());
    }
}
