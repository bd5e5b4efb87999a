package org.countsas.workbench.budget;

import org.countsas.adjudication.Outcome;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Strength;
import org.jspecify.annotations.Nullable;

/**
 * Which items a reader wants to see: those for which all of this is so. Immutable and thread-safe.
 *
 * @param words    words in Japanese or English; empty for any
 * @param outcome  what was decided; null for anything
 * @param belongs  where they belong
 * @param grounds  on what the decision rests
 * @param nearMiss whether only those that do not count and miss a single condition
 */
public record ItemFilter(String words, @Nullable Outcome outcome, Belongs belongs, Grounds grounds, boolean nearMiss) {
    /** Every item. */
    public static final ItemFilter ALL =
            new ItemFilter("", null, new Belongs(null, null), new Grounds(null, null, null), false);

    /**
     * Where items belong.
     *
     * @param area     the primary area, or for REVIEW the area in question, a policy's id; null for any
     * @param ministry as published; null for any
     */
    public record Belongs(@Nullable String area, @Nullable String ministry) {}

    /**
     * On what decisions rest.
     *
     * @param strength of the decisive rule; null for any
     * @param basis    of the decisive rule; null for any
     * @param rule     the name of the decisive rule; null for any
     */
    public record Grounds(
            @Nullable Strength strength,
            @Nullable Basis basis,
            @Nullable String rule) {}
}
