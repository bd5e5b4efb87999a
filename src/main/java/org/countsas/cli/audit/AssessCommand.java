package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.question.bundle.AssessmentQuestion;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.report.sampling.SamplingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assess}: what an examined sample says about all decisions. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = "Projects the errors that an auditor found in a sample onto all decisions, with a bound.")
final class AssessCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle that the sample was drawn from.")
    private Path bundle = Path.of("");

    @Option(
            names = "--worksheet",
            required = true,
            paramLabel = "FILE",
            description = "The worksheet that 'sample' wrote, filled in: XLSX or CSV.")
    private Path worksheet = Path.of("");

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--json", description = "Print the result as JSON and nothing else.")
    private boolean json;

    AssessCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        AssessmentQuestion.Answer answer = new AssessmentQuestion(bundle, worksheet, trust.ring()).answer();
        SamplingReport report = new SamplingReport(
                answer.definition(), answer.basis(), answer.currency(), BundleTitles.of(bundle, language.language()));
        if (json) {
            environment.out().document(report.json(answer.assessment()));
            return 0;
        }
        environment.out().lines(report.text(answer.assessment()));
        if (answer.laterReviews() > 0) {
            environment.out().line(report.later(answer.laterReviews()));
        }
        return 0;
    }
}
