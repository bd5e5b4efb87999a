package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.output.ResultFolder;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the results of another run may be overwritten. */
public final class ForceOption {
    @Option(names = "--force", description = "Overwrite the results of another run in the folder of --out.")
    private boolean force;

    /**
     * Creates the folder of results. Called before the work, so that an unwritable folder is reported at once.
     *
     * @param folder null for none
     * @throws ProblemException {@code RESULTS_EXIST} if it holds the results of another run and nobody said that they may be overwritten
     */
    public void prepare(@Nullable Path folder) {
        if (folder != null) {
            ResultFolder.prepare(folder, force);
        }
    }

    /**
     * Looks whether results may be written to a folder that is created later.
     *
     * @param folder null for none
     * @throws ProblemException {@code RESULTS_EXIST} if it holds the results of another run and nobody said that they may be overwritten
     */
    public void check(@Nullable Path folder) {
        if (folder != null) {
            ResultFolder.check(folder, force);
        }
    }
}
