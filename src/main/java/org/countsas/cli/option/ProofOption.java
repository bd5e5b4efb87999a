package org.countsas.cli.option;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.countsas.cli.console.Environment;
import org.countsas.output.AtomicFile;
import org.countsas.output.Language;
import org.countsas.output.VisibleText;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where a proof goes. */
public final class ProofOption {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the proof to this file; by default it is printed.")
    private @Nullable Path file;

    /** Writes a proof that a page already holds, if a file is named. */
    public void alsoGive(byte[] proof, Environment environment, Language language) {
        if (file != null) {
            give(proof, environment, language);
        }
    }

    /**
     * Writes or prints a proof. Its exact bytes are signed, so a character that must not reach a terminal cannot be printed as an escape.
     *
     * @throws ProblemException if there is one, and no file
     */
    public void give(byte[] proof, Environment environment, Language language) {
        if (file != null) {
            AtomicFile.write(file, stream -> stream.write(proof));
            environment.out().line(AuditTexts.text(language, "proof", file));
            return;
        }
        String text = new String(proof, StandardCharsets.UTF_8);
        if (!VisibleText.isVisible(text)) {
            throw new ProblemException(
                    Code.NOT_FOR_TERMINALS,
                    Place.NONE,
                    "The proof contains control or direction characters, which are never printed; with escapes in their place it would prove nothing",
                    "Write it to a file with --out");
        }
        environment.out().document(text);
    }
}
