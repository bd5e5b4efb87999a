package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.review.Ruling;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditTexts;
import org.countsas.output.Language;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.question.bundle.NewReview;
import org.countsas.question.name.NameFinder;
import org.countsas.report.review.ReviewReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code review}: what a person decides in place of the rules. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description =
                "Records a person's decision on an item of a bundle. It is kept beside the bundle, chained and signed.")
final class ReviewCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private BundleOptions bundle = new BundleOptions();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "counted, not-counted, or review to reopen the question.")
    private String outcome = "";

    @Option(names = "--area", paramLabel = "AREA", description = "The area, for COUNTED and REVIEW.")
    private @Nullable String area;

    @Option(
            names = "--share",
            paramLabel = "N|N/N/N",
            description = "The share that counts, in per cent, or low/central/high; for COUNTED and REVIEW.")
    private @Nullable String share;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "The reason.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "The name of the person who decides.")
    private String by = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Private key (PEM) of the person who decides; 'countsas keys new' creates one.")
    private Path key = Path.of("");

    ReviewCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = bundle.language();
        NewReview review = new NewReview(item, bundle.definition(), new Ruling(outcome(), area, share()), reason, by);
        NewReview.Recorded recorded =
                review.record(bundle.path(), environment.clock().instant(), SigningKey.read(key));
        Path torn = recorded.recorded().appended().torn();
        if (torn != null) {
            environment.err().line(AuditTexts.text(language, "torn", torn));
        }
        environment
                .out()
                .lines(new ReviewReport(recorded.currency(), BundleTitles.of(bundle.path(), language))
                        .text(recorded.recorded()));
        return 0;
    }

    private Outcome outcome() {
        return NameFinder.outcomes().get(outcome, Code.UNKNOWN_OPTION, "'" + outcome + "' is not an outcome");
    }

    private Share share() {
        return share == null
                ? Share.NOTHING
                : Share.parse(share)
                        .orElseThrow(() -> new ProblemException(
                                Code.UNKNOWN_OPTION,
                                Place.NONE,
                                "'" + share + "' is not a share",
                                "Write per cent: 100, or low/central/high such as 5/7.5/21"));
    }
}
