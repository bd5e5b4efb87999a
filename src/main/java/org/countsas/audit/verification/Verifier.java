package org.countsas.audit.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.Container;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.VerificationKey;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a bundle, from its bytes and the keys that its reader trusts. It fails closed: a bundle is verified because every check was
 * done and passed, not because nothing was found. All files are read to their last byte, on two threads. Of items and decisions, only some
 * hundred bytes each are kept in memory.
 *
 * <p>Not thread-safe: one for each verification.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Verifier {
    private final Set<Check> passed = EnumSet.noneOf(Check.class);
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Manifest manifest;
    private @Nullable VerificationKey signedBy;

    private Verifier() {}

    /**
     * Verifies a bundle without deriving its decisions again.
     *
     * @param path    a folder or a ZIP file
     * @param trusted the keys whose signature is accepted
     * @return the result; whatever is wrong with the bundle is in it and is not thrown
     * @throws ProblemException {@code NO_SUCH_FILE} if nothing is at this path, so that a mistyped path is not taken for a bad bundle
     */
    public static Verification verify(Path path, KeyRing trusted) {
        return new Verifier().run(path, trusted, null);
    }

    /**
     * Verifies a bundle and derives all of its decisions again by its own rules.
     *
     * @param path    a folder or a ZIP file
     * @param trusted the keys whose signature is accepted
     * @param replayer derives the decisions: {@link Replay#with}
     * @return the result; whatever is wrong with the bundle is in it and is not thrown
     * @throws ProblemException {@code NO_SUCH_FILE} if nothing is at this path, so that a mistyped path is not taken for a bad bundle
     */
    public static Verification verify(Path path, KeyRing trusted, Replayer replayer) {
        return new Verifier().run(path, trusted, replayer);
    }

    private Verification run(Path path, KeyRing trusted, @Nullable Replayer replayer) {
        Container.requireThere(path);
        try (Bundle bundle = Bundle.open(path)) {
            manifest = bundle.manifest();
            check(Check.SIGNATURE, () -> signedBy = bundle.verifySignature(trusted));
            content(bundle);
            if (replayer != null && problems.isEmpty()) {
                check(Check.REPLAY, () -> replayer.replay(bundle));
            }
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        return new Verification(passed, problems, manifest, signedBy);
    }

    private void content(Bundle bundle) {
        DecisionsVerifier decisions = new DecisionsVerifier(bundle);
        CompletableFuture<ItemIndex> items = CompletableFuture.supplyAsync(() -> ItemsVerifier.read(bundle));
        boolean decisionsRead = check(Check.DECISIONS, decisions::read);
        boolean othersRead = check(Check.FILES, () -> new OtherFilesVerifier(bundle).read());
        ItemIndex[] index = new ItemIndex[1];
        boolean itemsRead = check(Check.ITEMS, () -> index[0] = result(items));
        boolean decisionsPass = decisionsRead;
        if (decisionsRead && itemsRead) {
            decisionsPass = check(Check.DECISIONS, () -> decisions.compare(index[0]));
            check(Check.TOTALS, decisions::totals);
        }
        if (!decisionsPass) {
            passed.remove(Check.DECISIONS);
        }
        if (!othersRead || !decisionsPass || !itemsRead) {
            passed.remove(Check.FILES); // a file that was not read to its end may not be the one that is listed
        }
    }

    private static ItemIndex result(CompletableFuture<ItemIndex> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }

    private boolean check(Check check, Runnable work) {
        try {
            work.run();
            passed.add(check);
            return true;
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return false;
        }
    }
}
