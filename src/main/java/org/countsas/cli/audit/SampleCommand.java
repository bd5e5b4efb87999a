package org.countsas.cli.audit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.review.ReviewFile;
import org.countsas.audit.review.Reviews;
import org.countsas.audit.sampling.ErrorLimit;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.sampling.StratifyBy;
import org.countsas.audit.worksheet.BundleSampler;
import org.countsas.audit.worksheet.DecisionSource;
import org.countsas.audit.worksheet.WorksheetFiles;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.TrustOptions;
import org.countsas.output.AtomicFile;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.sampling.SamplingReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sample}: which decisions an auditor should examine. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Draws an audit sample from a bundle and writes a worksheet for it.")
public final class SampleCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private BundleDecisions bundle = new BundleDecisions();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "monetary-unit, random or stratified; by default monetary-unit.",
            defaultValue = "monetary-unit")
    private String method = "";

    @Option(
            names = "--population",
            paramLabel = "NAME",
            description = "counted: what counts; amount: all items by their amounts. By default counted.",
            defaultValue = "counted")
    private String population = "";

    @Option(
            names = "--decisions",
            paramLabel = "NAME",
            description =
                    "effective: as they hold, with the reviews beside the bundle; rules: as the rules decided. By default effective.",
            defaultValue = DecisionSource.EFFECTIVE)
    private String decisions = "";

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--confidence",
            paramLabel = "PERCENT",
            description = "How often a bound made like this holds; by default 95.",
            defaultValue = "95")
    private String confidence = "";

    @Option(
            names = "--tolerable",
            required = true,
            paramLabel = "N%|N",
            description =
                    "The error that can be tolerated, in per cents of the population or in units of the currency.")
    private String tolerable = "";

    @Option(
            names = "--expected",
            paramLabel = "N%|N",
            description = "The error that is expected; by default 0%%.",
            defaultValue = "0%")
    private String expected = "";

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "DIGITS",
            description = "Where chance comes from: decimal digits, best thrown with dice before witnesses.")
    private String seed = "";

    @Option(
            names = "--strata",
            paramLabel = "LIST",
            description = "For stratified: outcome, area, amount, parted by commas; by default amount.")
    private @Nullable String strata;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Write sample.xlsx and sample.csv here.")
    private Path out = Path.of("");

    SampleCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        SamplingPlan plan = plan();
        boolean effective = read(
                "--decisions",
                decisions,
                text -> Optional.of(text.equals(DecisionSource.EFFECTIVE))
                        .filter(is -> is || text.equals(DecisionSource.OF_RULES)),
                "Known: effective, rules");
        try (Bundle opened = bundle.open()) {
            String definition = bundle.definition(opened);
            BundleSampler sampled = effective
                    ? BundleSampler.effective(opened, definition, reviews(opened))
                    : BundleSampler.ofRules(opened, definition);
            SamplingReport report = new SamplingReport(
                    definition, sampled.source(), opened.manifest().currency(), bundle.language());
            Sample sample = sampled.draw(plan);
            AtomicFile.createFolder(out);
            WorksheetFiles.write(out, sampled.worksheet(sample));
            report.text(sample).forEach(environment.out()::line);
            environment
                    .out()
                    .line(report.worksheet(
                            out.resolve("sample.xlsx").toString(),
                            out.resolve("sample.csv").toString()));
        }
        return 0;
    }

    /** What is not whole or not signed by somebody who is trusted changes no population. */
    private Reviews reviews(Bundle opened) {
        Reviews reviews = ReviewFile.of(bundle.path()).read(opened.manifestDigest());
        reviews.verifyWhole();
        reviews.verifySignatures(trust.ring());
        return reviews;
    }

    private SamplingPlan plan() {
        SamplingMethod chosen =
                read("--method", method, SamplingMethod::ofId, "Known: monetary-unit, random, stratified");
        List<StratifyBy> by = strata == null
                ? (chosen == SamplingMethod.STRATIFIED ? List.of(StratifyBy.AMOUNT) : List.of())
                : Arrays.stream(strata.split(","))
                        .map(each -> read("--strata", each.strip(), StratifyBy::ofId, "Known: outcome, area, amount"))
                        .toList();
        String percent = "Write per cents, such as 95";
        BigDecimal sure = read(
                "--confidence",
                confidence,
                text -> ErrorLimit.parse(text.endsWith("%") ? text : text + "%").map(ErrorLimit::value),
                percent);
        String limit = "Write per cents such as 0.5%, or whole units of the currency";
        return new SamplingPlan(
                chosen,
                read("--population", population, Population::ofId, "Known: counted, amount"),
                sure,
                read("--tolerable", tolerable, ErrorLimit::parse, limit),
                read("--expected", expected, ErrorLimit::parse, limit),
                seed,
                by);
    }

    private static <T> T read(String option, String text, Function<String, Optional<T>> reader, String fix) {
        return reader.apply(text)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_OPTION, Place.NONE, "'" + text + "' is no value for " + option, fix));
    }
}
