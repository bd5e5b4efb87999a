package org.countsas.cli.serve;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The command that shows all of it as pages. */
public final class ServeCommands {
    private ServeCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(entry("serve", ServeCommand.class));
    }
}
