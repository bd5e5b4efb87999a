package org.countsas.cli.classify;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that decide a whole budget. */
public final class ClassifyCommands {
    private ClassifyCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(entry("classify", ClassifyCommand.class), entry("items", ItemsCommand.class));
    }
}
