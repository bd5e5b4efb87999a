package org.countsas.question.bundle;

import java.nio.file.Path;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.worksheet.BundleSampler;
import org.countsas.audit.worksheet.DecisionSource;
import org.countsas.audit.worksheet.Worksheet;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions of a bundle should an auditor examine? Immutable and thread-safe.
 *
 * @param bundle     a folder or a ZIP file
 * @param definition null for the only one of the bundle
 * @param plan       how to draw
 * @param effective  whether to draw from the decisions with the reviews beside the bundle, or else from those of the rules
 * @param trusted    the keys of reviewers who are trusted
 */
@API(status = API.Status.EXPERIMENTAL)
public record SampleQuestion(
        Path bundle, @Nullable String definition, SamplingPlan plan, boolean effective, KeyRing trusted) {

    /**
     * A sample.
     *
     * @param definition the definition's id
     * @param basis      whose decisions were drawn from
     * @param currency   ISO 4217 code of the amounts
     * @param sample     what was drawn
     * @param worksheet  what the auditor fills in
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(
            String definition, DecisionSource basis, String currency, Sample sample, Worksheet worksheet) {}

    /**
     * Answers the question.
     *
     * @throws ProblemException if no sample can be drawn by the plan; if there is no such definition; if reviews are incomplete or not
     *                          signed by someone who is trusted
     */
    public Answer answer() {
        try (Bundle opened = Bundle.open(bundle)) {
            String id = BundleDefinition.of(opened, definition);
            BundleSampler sampler = effective
                    ? BundleSampler.effective(opened, id, reviews(opened))
                    : BundleSampler.ofRules(opened, id);
            Sample sample = sampler.draw(plan);
            return new Answer(id, sampler.source(), opened.manifest().currency(), sample, sampler.worksheet(sample));
        }
    }

    private Reviews reviews(Bundle opened) {
        Reviews reviews = ReviewFile.of(bundle).read(opened.manifestDigest());
        reviews.verifyWhole();
        reviews.verifySignatures(trusted);
        return reviews;
    }
}
