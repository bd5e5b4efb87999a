package org.countsas.cli.option;

import org.countsas.audit.merkle.Hash;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The receipt of a review that must be there. */
public final class ReceiptOption {
    @Option(
            names = "--receipt",
            paramLabel = "HASH",
            description = "Also check that the review with this receipt is beside the bundle.")
    private @Nullable String text;

    /**
     * Null if none was given.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION} if it is not a receipt
     */
    public @Nullable Hash receipt() {
        return text == null
                ? null
                : Hash.ofHex(text)
                        .orElseThrow(() -> new ProblemException(
                                Code.UNKNOWN_OPTION,
                                Place.NONE,
                                "'" + text + "' is not a receipt",
                                "Write the 64 digits that 'review' printed"));
    }
}
