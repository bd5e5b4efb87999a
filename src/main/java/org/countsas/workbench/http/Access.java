package org.countsas.workbench.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask and change what. Immutable and thread-safe.
 *
 * @param hosts    the values of the header Host that are ours, in lower case, with the port
 * @param token    what every request must know; null on this machine alone
 * @param change   what every change must know: it stands in our pages, which other sites cannot read
 * @param readOnly whether nothing can be changed
 */
public record Access(Set<String> hosts, @Nullable Secret token, Secret change, boolean readOnly) {
    public Access {
        hosts = Set.copyOf(hosts);
    }
}
