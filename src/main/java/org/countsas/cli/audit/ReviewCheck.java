package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.report.review.ReviewReport;

/**
 * Verifies the reviews that lie beside a bundle.
 *
 * @param said     what holds, for a person; empty if there are no reviews or something is wrong
 * @param problems what is wrong
 */
record ReviewCheck(Optional<String> said, List<Problem> problems) {

    /** @param receipt a review that must be there */
    static ReviewCheck of(Path path, KeyRing trusted, Optional<Hash> receipt, Language language) {
        try (Bundle bundle = Bundle.open(path)) {
            Reviews reviews = ReviewFile.of(path).read(bundle.manifestDigest());
            receipt.ifPresent(reviews::verifyHolds);
            if (reviews.records().isEmpty() && reviews.torn() == 0) {
                return new ReviewCheck(Optional.empty(), List.of());
            }
            reviews.verifyWhole();
            reviews.verifySignatures(trusted);
            EffectiveDecisions.of(bundle, reviews);
            return new ReviewCheck(
                    Optional.of(new ReviewReport(bundle.manifest().currency(), language).verified(reviews)), List.of());
        } catch (ProblemException e) {
            return new ReviewCheck(Optional.empty(), e.problems());
        }
    }

    static Hash receipt(String text) {
        return Hash.ofHex(text)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION,
                        Place.NONE,
                        "'" + text + "' is no receipt",
                        "Write the 64 digits that 'review' printed"));
    }
}
