package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countsas.audit.bundle.Bundle;
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
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.TrustOptions;
import org.countsas.report.sampling.SamplingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assess}: what an examined sample says of all decisions. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = "Projects the errors that an auditor found in a sample to all decisions, with their bound.")
public final class AssessCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle that the sample was drawn from.")
    private Path path = Path.of("");

    @Option(
            names = "--worksheet",
            required = true,
            paramLabel = "FILE",
            description = "The worksheet that 'sample' wrote, filled in: XLSX or CSV.")
    private Path file = Path.of("");

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
        Worksheet filled = WorksheetFiles.read(file);
        String name = file.toString();
        try (Bundle bundle = Bundle.open(path)) {
            WorksheetCheck.bundle(bundle.manifestDigest().hex(), filled, name);
            String definition = BundleDecisions.known(bundle, WorksheetParameters.definition(filled, name));
            DecisionSource source = WorksheetParameters.source(filled, name);
            Reviews all = ReviewFile.of(path).read(bundle.manifestDigest());
            BundleSampler decisions = source.effective()
                    ? BundleSampler.effective(bundle, definition, drawnWith(source, all))
                    : BundleSampler.ofRules(bundle, definition);
            Sample sample = decisions.draw(WorksheetParameters.plan(filled, name));
            Map<String, Judgement> judgements =
                    WorksheetCheck.judgements(decisions.worksheet(sample), filled, name, decisions.areas());
            Assessment assessment = Projection.of(sample, judgements);
            SamplingReport report = new SamplingReport(
                    definition, decisions.source(), bundle.manifest().currency(), language.language());
            if (json) {
                environment.out().document(report.json(assessment));
            } else {
                report.text(assessment).forEach(environment.out()::line);
                if (source.effective() && all.records().size() > source.reviews()) {
                    environment.out().line(report.later(all.records().size() - source.reviews()));
                }
            }
        }
        return 0;
    }

    /** The reviews as they stood when the sample was drawn; those that were made since leave it alone. */
    private Reviews drawnWith(DecisionSource source, Reviews all) {
        Reviews then = Hash.ofHex(source.last()).map(all::until).orElseGet(all::none);
        then.verifySignatures(trust.ring());
        return then;
    }
}
