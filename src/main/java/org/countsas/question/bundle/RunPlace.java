package org.countsas.question.bundle;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.countsas.audit.key.SigningKey;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is recorded, and who signs for it. Immutable and thread-safe.
 *
 * @param bundle a folder, or a ZIP file if the name ends in {@code .zip}, which must not exist yet; null if the run goes only into a ledger
 * @param ledger the folder of a ledger, which is created if there is none; null for none
 * @param key    signs the bundle and the ledger; null for an unsigned bundle
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunPlace(
        @Nullable Path bundle,
        @Nullable Path ledger,
        @Nullable SigningKey key) {

    /** @throws ProblemException {@code MISSING_KEY} if there is a ledger and no key */
    public RunPlace {
        if (bundle == null && ledger == null) {
            throw new IllegalArgumentException("a run is recorded in a bundle, in a ledger, or both");
        }
        if (ledger != null && key == null) {
            throw new ProblemException(
                    Code.MISSING_KEY,
                    Place.file(ledger.toString()),
                    "What goes into a ledger is signed, but --key is missing",
                    "Name your private key with --key");
        }
    }
}
