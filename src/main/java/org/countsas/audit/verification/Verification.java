package org.countsas.audit.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.key.VerificationKey;
import org.countsas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a bundle.
 *
 * <p>Immutable and thread-safe.
 *
 * @param passed   the checks that passed
 * @param problems what is wrong, and where
 * @param manifest what the bundle says about itself; null if it could not be read. Trust it only if the bundle is {@link #ok}
 * @param signedBy the key that signed; null unless it is trusted and its signature holds
 */
@API(status = API.Status.EXPERIMENTAL)
public record Verification(
        Set<Check> passed,
        List<Problem> problems,
        @Nullable Manifest manifest,
        @Nullable VerificationKey signedBy) {
    private static final Set<Check> NEEDED = Set.copyOf(EnumSet.complementOf(EnumSet.of(Check.REPLAY)));

    public Verification {
        passed = Set.copyOf(passed);
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong and every check was done; a replay only if it was asked for. */
    public boolean ok() {
        return problems.isEmpty() && passed.containsAll(NEEDED) && manifest != null && signedBy != null;
    }

    /** The same result with further problems, concerning what is beside the bundle. */
    public Verification and(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Verification(passed, all, manifest, signedBy);
    }
}
