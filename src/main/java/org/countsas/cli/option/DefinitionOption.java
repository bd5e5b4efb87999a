package org.countsas.cli.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The definition that decides, for commands that take one. */
public final class DefinitionOption {
    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition, or a reform such as 'japan-2022 + space'; by default the one in force.")
    private @Nullable String text;

    /** Null for the one in force. */
    public @Nullable String text() {
        return text;
    }
}
