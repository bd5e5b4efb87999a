package org.countsas.audit.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.key.VerificationKey;
import org.countsas.problem.Problem;

/**
 * What became of the verification of a bundle.
 *
 * @param passed   the checks that hold
 * @param problems what does not hold, and where
 * @param manifest what the bundle says of itself, if that could be read; to be believed only if the bundle is {@link #ok}
 * @param signedBy the key that signed, if it is trusted and did
 */
public record Verification(
        Set<Check> passed, List<Problem> problems, Optional<Manifest> manifest, Optional<VerificationKey> signedBy) {
    private static final Set<Check> NEEDED = Set.copyOf(EnumSet.complementOf(EnumSet.of(Check.REPLAY)));

    public Verification {
        passed = Set.copyOf(passed);
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong and every check was made; a replay only if it was asked for. */
    public boolean ok() {
        return problems.isEmpty() && passed.containsAll(NEEDED) && manifest.isPresent() && signedBy.isPresent();
    }

    /** The same with further problems, of what lies beside the bundle. */
    public Verification and(List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Verification(passed, all, manifest, signedBy);
    }
}
