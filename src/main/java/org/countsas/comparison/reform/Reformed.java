package org.countsas.comparison.reform;

import java.util.List;
import org.countsas.definition.Definition;

/**
 * A definition and how it was come by.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reform     the definition's id, and the edits if there are any
 * @param definition the definition that results; one of the shipped ones itself if there are no edits
 * @param digest     SHA-256 of the definition's {@linkplain DefinitionDigest content}, in hexadecimal
 * @param origins    for each policy that was added, where block, shares and place were taken from
 */
public record Reformed(Reform reform, Definition definition, String digest, List<Origin> origins) {
    public Reformed {
        origins = List.copyOf(origins);
    }

    /**
     * Where the adoption of a policy was taken from.
     *
     * @param policy     the policy's id
     * @param definition id of the definition that adopts it so; empty if the reform says everything itself
     */
    public record Origin(String policy, String definition) {}

    /** What reproduces the definition on a command line. */
    public String expression() {
        return reform.toString();
    }
}
