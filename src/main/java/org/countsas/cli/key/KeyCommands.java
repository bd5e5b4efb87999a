package org.countsas.cli.key;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The command for the keys that sign. */
public final class KeyCommands {
    private KeyCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(entry("keys", KeysCommand.class));
    }
}
