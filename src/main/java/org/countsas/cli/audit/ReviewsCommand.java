package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.report.review.ReviewReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reviews}: what people decided in place of the rules, and what that makes. */
@Command(
        name = "reviews",
        mixinStandardHelpOptions = true,
        description = "Lists the reviews of a bundle, with the totals without and with them.")
public final class ReviewsCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle beside which the reviews lie.")
    private Path path = Path.of("");

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--receipt",
            paramLabel = "HASH",
            description = "Also check that the review of this receipt is there.")
    private @Nullable String receipt;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "Print the reviews as JSON and nothing else.")
    private boolean json;

    ReviewsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Bundle bundle = Bundle.open(path)) {
            Reviews reviews = ReviewFile.of(path).read(bundle.manifestDigest());
            reviews.verifySignatures(trust.ring());
            if (receipt != null) {
                reviews.verifyHolds(ReviewCheck.receipt(receipt));
            }
            EffectiveDecisions effective = EffectiveDecisions.of(bundle, reviews);
            ReviewReport report = new ReviewReport(bundle.manifest().currency(), language.language());
            if (json) {
                environment.out().document(report.json(reviews, effective));
            } else {
                report.text(reviews, effective).forEach(environment.out()::line);
            }
            // What is whole is listed; that not all is, a script must notice too.
            if (reviews.torn() > 0) {
                ProblemPrinter.all(reviews.tornLine().problems(), environment.err());
                return 1;
            }
        }
        return 0;
    }
}
