package org.countsas.cli.compare;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that compare definitions with each other and with targets. */
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
