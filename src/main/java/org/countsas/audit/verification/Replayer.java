package org.countsas.audit.verification;

import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.problem.ProblemException;

/**
 * Derives the decisions of a bundle again: see {@link Replay#with}. The verifier itself needs neither rules nor their engine, so that it
 * fits into a small file.
 */
@API(status = API.Status.EXPERIMENTAL)
@FunctionalInterface
public interface Replayer {
    /**
     * Derives all decisions and compares them.
     *
     * @param bundle a bundle whose every file is the one that is listed
     * @throws ProblemException {@code REPLAY_DIFFERS} at the first difference, or what is wrong with the rules
     */
    void replay(Bundle bundle);
}
