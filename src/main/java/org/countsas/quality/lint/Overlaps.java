package org.countsas.quality.lint;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;

/**
 * Every overlap in decisions about real data. Immutable and thread-safe.
 *
 * @param definition the definition under which was decided
 * @param currency   the currency of the amounts, ISO 4217
 * @param all        the overlaps, the largest amount first
 */
@API(status = API.Status.EXPERIMENTAL)
public record Overlaps(Definition definition, String currency, List<Overlap> all) {
    public Overlaps {
        all = List.copyOf(all);
    }
}
