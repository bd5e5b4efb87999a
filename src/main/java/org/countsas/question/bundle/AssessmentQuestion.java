package org.countsas.question.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.merkle.Hash;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.sampling.Assessment;
import org.countsas.audit.sampling.Judgement;
import org.countsas.audit.sampling.Projection;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.worksheet.BundleSampler;
import org.countsas.audit.worksheet.DecisionSource;
import org.countsas.audit.worksheet.Worksheet;
import org.countsas.audit.worksheet.WorksheetCheck;
import org.countsas.audit.worksheet.WorksheetFiles;
import org.countsas.audit.worksheet.WorksheetParameters;
import org.countsas.problem.ProblemException;

/**
 * What does an examined sample say about all decisions? The sample is drawn again from the bundle, and the worksheet is compared with it.
 * Immutable and thread-safe.
 *
 * @param bundle    the bundle that the sample was drawn from
 * @param worksheet the worksheet, filled in: XLSX or CSV
 * @param trusted   the keys of reviewers who are trusted
 */
@API(status = API.Status.EXPERIMENTAL)
public record AssessmentQuestion(Path bundle, Path worksheet, KeyRing trusted) {

    /**
     * An assessment.
     *
     * @param definition   the definition's id
     * @param basis        whose decisions were drawn from
     * @param currency     ISO 4217 code of the amounts
     * @param assessment   the errors found, projected
     * @param laterReviews how many reviews were made since the sample was drawn, and are set aside
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(
            String definition, DecisionSource basis, String currency, Assessment assessment, int laterReviews) {}

    /**
     * Answers the question.
     *
     * @throws ProblemException with everything that is wrong with the worksheet; or if it was drawn from another bundle, or with reviews by
     *                          someone who is not trusted
     */
    public Answer answer() {
        Worksheet filled = WorksheetFiles.read(worksheet);
        String file = worksheet.toString();
        try (Bundle opened = Bundle.open(bundle)) {
            WorksheetCheck.bundle(opened.manifestDigest().hex(), filled, file);
            String definition = BundleDefinition.of(opened, WorksheetParameters.definition(filled, file));
            DecisionSource basis = WorksheetParameters.source(filled, file);
            Reviews reviews = ReviewFile.of(bundle).read(opened.manifestDigest());
            BundleSampler sampler = basis.effective()
                    ? BundleSampler.effective(opened, definition, drawnWith(basis, reviews))
                    : BundleSampler.ofRules(opened, definition);
            Sample sample = sampler.draw(WorksheetParameters.plan(filled, file));
            List<String> areas = sampler.areas();
            Map<String, Judgement> judgements =
                    WorksheetCheck.judgements(sampler.worksheet(sample), filled, file, areas);
            return new Answer(
                    definition,
                    sampler.source(),
                    opened.manifest().currency(),
                    Projection.of(sample, judgements, areas),
                    basis.effective() ? reviews.records().size() - basis.reviews() : 0);
        }
    }

    /** The reviews as they were when the sample was drawn; those made since do not affect it. */
    private Reviews drawnWith(DecisionSource basis, Reviews reviews) {
        Reviews then = Hash.ofHex(basis.last()).map(reviews::until).orElseGet(reviews::none);
        then.verifySignatures(trusted);
        return then;
    }
}
