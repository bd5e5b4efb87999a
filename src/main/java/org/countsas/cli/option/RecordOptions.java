package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.audit.key.SigningKey;
import org.countsas.cli.console.Printer;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.RunPlace;
import org.countsas.question.bundle.RunRecorder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run is recorded, and who signs for it. */
public final class RecordOptions {
    @Option(
            names = "--bundle",
            paramLabel = "PATH",
            description =
                    "Record the run here so that others can verify it: a folder, or a ZIP file if the name ends in .zip.")
    private @Nullable Path bundle;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Private key (PEM) that signs the bundle; 'countsas keys new' creates one.")
    private @Nullable Path key;

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description = "Add the run to this ledger, a log of runs that only grows. Needs --key.")
    private @Nullable Path ledger;

    /**
     * Where the run goes; null if it is not to be recorded.
     *
     * @throws ProblemException if the options do not go together, or the key cannot be read
     */
    public @Nullable RunPlace place() {
        if (bundle == null && ledger == null) {
            if (key != null) {
                throw new ProblemException(
                        Code.UNKNOWN_OPTION,
                        Place.NONE,
                        "--key signs a bundle, but --bundle is missing",
                        "Name a place with --bundle");
            }
            return null;
        }
        return new RunPlace(bundle, ledger, key == null ? null : SigningKey.read(key));
    }

    /**
     * Says where a run has been recorded.
     *
     * @param out where to say it
     */
    public static void say(RunRecorder.Recorded recorded, RunPlace place, Printer out, Printer err, Language language) {
        SigningKey signer = place.key();
        Path at = place.bundle();
        if (at != null) {
            out.line(
                    signer == null
                            ? AuditTexts.text(language, "recorded", at, recorded.run())
                            : AuditTexts.text(language, "recorded.signed", at, recorded.run(), signer));
        }
        Path ledger = place.ledger();
        if (ledger != null) {
            recorded.entry().ifPresent(entry -> out.line(AuditTexts.added(entry, ledger, language)));
        }
        if (signer == null) {
            err.line(AuditTexts.text(language, "unsigned"));
        }
    }
}
