package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.ReceiptOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.question.bundle.ReviewsQuestion;
import org.countsas.report.review.ReviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reviews}: what people decided in place of the rules, and the resulting totals. */
@Command(
        name = "reviews",
        mixinStandardHelpOptions = true,
        description = "Lists the reviews of a bundle, and the totals without and with them.")
final class ReviewsCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle whose reviews to list.")
    private Path bundle = Path.of("");

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Mixin
    private ReceiptOption receipt = new ReceiptOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "Print the reviews as JSON and nothing else.")
    private boolean json;

    ReviewsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        ReviewsQuestion.Answer answer = new ReviewsQuestion(bundle, trust.ring(), receipt.receipt()).answer();
        ReviewReport report = new ReviewReport(answer.currency(), BundleTitles.of(bundle, language.language()));
        if (json) {
            environment.out().document(report.json(answer.reviews(), answer.effective()));
        } else {
            environment.out().lines(report.text(answer.reviews(), answer.effective()));
        }
        // Complete reviews are listed; a script must also be able to notice that not all are complete.
        if (answer.reviews().torn() > 0) {
            ProblemPrinter.all(answer.reviews().tornLine().problems(), language.language(), environment.err());
            return 1;
        }
        return 0;
    }
}
