package org.countsas.cli.option;

import org.countsas.question.RecordedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The definition that decides, for commands that take one. */
public final class DefinitionOption {
    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description =
                    "The definition, or a reform such as 'japan-2022 + space'; by default the one in force, or the one of a bundle.")
    private @Nullable String text;

    /**
     * The definition named, or else that of the run that is asked about; null for the one in force.
     *
     * @throws org.countsas.problem.ProblemException if the run has several
     */
    public @Nullable String text(InputOptions input) {
        RecordedRun run = input.recorded();
        return run == null ? text : run.definition(text);
    }

    /** Null for the one in force. */
    public @Nullable String text() {
        return text;
    }
}
