package org.countsas.cli.audit;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** The commands that verify, review and sample what was recorded. */
public final class AuditCommands {
    private AuditCommands() {}

    /** The commands by name, in the order of the help. */
    public static List<Map.Entry<String, Class<?>>> all() {
        return List.of(
                entry("verify", VerifyCommand.class),
                entry("prove", ProveCommand.class),
                entry("verify-proof", VerifyProofCommand.class),
                entry("history", HistoryCommand.class),
                entry("sample", SampleCommand.class),
                entry("assess", AssessCommand.class),
                entry("review", ReviewCommand.class),
                entry("reviews", ReviewsCommand.class));
    }
}
