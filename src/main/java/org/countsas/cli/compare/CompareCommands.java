package org.countsas.cli.compare;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that hold definitions against each other and against targets. */
public final class CompareCommands {
    private CompareCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(
                entry("compare", CompareCommand.class),
                entry("scenarios", ScenariosCommand.class),
                entry("targets", TargetsCommand.class),
                entry("reconcile", ReconcileCommand.class));
    }
}
