package org.countsas.cli.explain;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that say why an item counts or does not. */
public final class ExplainCommands {
    private ExplainCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(
                entry("explain", ExplainCommand.class),
                entry("near-misses", NearMissesCommand.class),
                entry("candidates", CandidatesCommand.class));
    }
}
