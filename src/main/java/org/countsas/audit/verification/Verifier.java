package org.countsas.audit.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.Container;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.VerificationKey;
import org.countsas.evaluation.CompilationCache;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bundle, from its bytes and the keys that its reader trusts. It fails closed: a bundle is verified if every check was made and held,
 * and not because nothing was found. All files are read to their last byte, on two threads; of items and decisions no more is kept
 * than some hundred bytes each.
 *
 * <p>Not thread-safe: one for each verification.
 */
public final class Verifier {
    private final Set<Check> passed = EnumSet.noneOf(Check.class);
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Manifest manifest;
    private @Nullable VerificationKey signedBy;

    private Verifier() {}

    /**
     * Verifies a bundle.
     *
     * @param path    a folder or a ZIP file
     * @param trusted keys whose signature is believed
     * @param replay  if present, all decisions are derived again by the bundle's own rules, whose compiled form is kept there
     * @return what became of it; whatever is wrong with the bundle is in it and is not thrown
     * @throws ProblemException {@code NO_SUCH_FILE} if nothing is at this place: whoever asks has named another than they meant
     */
    public static Verification verify(Path path, KeyRing trusted, Optional<CompilationCache> replay) {
        Container.requireThere(path);
        return new Verifier().run(path, trusted, replay);
    }

    private Verification run(Path path, KeyRing trusted, Optional<CompilationCache> replay) {
        try (Bundle bundle = Bundle.open(path)) {
            manifest = bundle.manifest();
            check(Check.SIGNATURE, () -> signedBy = bundle.verifySignature(trusted));
            content(bundle);
            if (replay.isPresent() && problems.isEmpty()) {
                check(Check.REPLAY, () -> new Replay(bundle, replay.get()).run());
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return new Verification(passed, problems, Optional.ofNullable(manifest), Optional.ofNullable(signedBy));
    }

    private void content(Bundle bundle) {
        ItemsVerifier items = new ItemsVerifier(bundle);
        DecisionsVerifier decisions = new DecisionsVerifier(bundle);
        CompletableFuture<ItemIndex> other = CompletableFuture.supplyAsync(items::items);
        boolean read = check(Check.DECISIONS, decisions::read);
        boolean files = check(Check.FILES, items::others);
        ItemIndex[] index = new ItemIndex[1];
        boolean listed = check(Check.ITEMS, () -> index[0] = result(other));
        if (read && listed) {
            read = check(Check.DECISIONS, () -> decisions.compare(index[0]));
            check(Check.TOTALS, decisions::totals);
        }
        if (!read) {
            passed.remove(Check.DECISIONS);
        }
        if (!files || !read || !listed) {
            passed.remove(Check.FILES); // a file that was not read to its end is not known to be the one that is listed
        }
    }

    private static ItemIndex result(CompletableFuture<ItemIndex> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }

    private boolean check(Check check, Runnable made) {
        try {
            made.run();
            passed.add(check);
            return true;
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return false;
        }
    }
}
