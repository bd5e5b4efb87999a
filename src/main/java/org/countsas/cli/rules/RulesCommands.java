package org.countsas.cli.rules;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that check and measure rules. */
public final class RulesCommands {
    private RulesCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(entry("score", ScoreCommand.class), entry("rules", RulesCommand.class));
    }
}
