package org.countsas.cli.ledger;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The command for the append-only log of runs. */
public final class LedgerCommands {
    private LedgerCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(entry("ledger", LedgerCommand.class));
    }
}
