package org.countsas.comparison.reform;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;

/**
 * A definition and the reform that made it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reform     the definition's id, and the edits if there are any
 * @param definition the resulting definition; the base itself if there are no edits
 * @param digest     SHA-256 of the definition's {@linkplain DefinitionDigest content}, in hexadecimal
 * @param origins    for each added policy, where its block, shares and place were taken from
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reformed(Reform reform, Definition definition, String digest, List<Origin> origins) {
    public Reformed {
        origins = List.copyOf(origins);
    }

    /**
     * Where the adoption of a policy was taken from.
     *
     * @param policy     the policy's id
     * @param definition id of that definition; empty if the reform states everything itself
     */
    public record Origin(String policy, String definition) {}

    /** The reform as a command line has it. */
    public String expression() {
        return reform.toString();
    }
}
