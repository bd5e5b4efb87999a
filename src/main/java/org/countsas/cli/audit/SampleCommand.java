package org.countsas.cli.audit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countsas.audit.sampling.ErrorLimit;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.audit.sampling.SamplingPlan;
import org.countsas.audit.sampling.StratifyBy;
import org.countsas.audit.worksheet.DecisionSource;
import org.countsas.audit.worksheet.WorksheetFiles;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.ForceOption;
import org.countsas.cli.option.OptionValues;
import org.countsas.cli.option.TrustOptions;
import org.countsas.question.bundle.BundleTitles;
import org.countsas.question.bundle.SampleQuestion;
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
final class SampleCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private BundleOptions bundle = new BundleOptions();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description = "monetary-unit, random, stratified or elusion; by default monetary-unit.",
            defaultValue = "monetary-unit")
    private String method = "";

    @Option(
            names = "--population",
            paramLabel = "NAME",
            description =
                    "counted: what counts; amount: all items by amount; not-counted: what does not count. By default counted, for elusion not-counted.")
    private @Nullable String population;

    @Option(
            names = "--decisions",
            paramLabel = "NAME",
            description =
                    "effective: as they stand, with the reviews beside the bundle; rules: as the rules decided. By default effective.",
            defaultValue = DecisionSource.EFFECTIVE)
    private String decisions = "";

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--confidence",
            paramLabel = "PERCENT",
            description = "Confidence level in per cent; by default 95.",
            defaultValue = "95")
    private String confidence = "";

    @Option(
            names = "--tolerable",
            required = true,
            paramLabel = "N%|N",
            description =
                    "The tolerable error, in per cent of the population or in units of the currency; for elusion in per cent of the items that do not count, or the amount missed.")
    private String tolerable = "";

    @Option(
            names = "--expected",
            paramLabel = "N%|N",
            description = "The expected error; by default 0%%.",
            defaultValue = "0%")
    private String expected = "";

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "DIGITS",
            description = "The source of randomness: decimal digits, best rolled with dice before witnesses.")
    private String seed = "";

    @Option(
            names = "--strata",
            paramLabel = "LIST",
            description = "For the method stratified: outcome, area, amount, separated by commas; by default amount.")
    private @Nullable String strata;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Write sample.xlsx and sample.csv to this folder.")
    private Path out = Path.of("");

    @Mixin
    private ForceOption force = new ForceOption();

    SampleCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        SampleQuestion question =
                new SampleQuestion(bundle.path(), bundle.definition(), plan(), effective(), trust.ring());
        SampleQuestion.Answer answer = question.answer();
        force.prepare(out);
        WorksheetFiles.write(out, answer.worksheet());
        SamplingReport report = new SamplingReport(
                answer.definition(),
                answer.basis(),
                answer.currency(),
                BundleTitles.of(bundle.path(), bundle.language()));
        environment.out().lines(report.text(answer.sample()));
        environment
                .out()
                .line(report.worksheet(
                        out.resolve("sample.xlsx").toString(),
                        out.resolve("sample.csv").toString()));
        return 0;
    }

    private boolean effective() {
        return OptionValues.read(
                "--decisions",
                decisions,
                text -> Optional.of(text.equals(DecisionSource.EFFECTIVE))
                        .filter(is -> is || text.equals(DecisionSource.OF_RULES)),
                "Known: effective, rules");
    }

    private Population population(SamplingMethod chosen) {
        if (population == null) {
            return chosen == SamplingMethod.ELUSION ? Population.NOT_COUNTED : Population.COUNTED;
        }
        return OptionValues.read("--population", population, Population::ofId, "Known: counted, amount, not-counted");
    }

    private SamplingPlan plan() {
        SamplingMethod chosen = OptionValues.read(
                "--method", method, SamplingMethod::ofId, "Known: monetary-unit, random, stratified, elusion");
        List<StratifyBy> by = strata == null
                ? (chosen == SamplingMethod.STRATIFIED ? List.of(StratifyBy.AMOUNT) : List.of())
                : Arrays.stream(strata.split(","))
                        .map(each -> OptionValues.read(
                                "--strata", each.strip(), StratifyBy::ofId, "Known: outcome, area, amount"))
                        .toList();
        String percent = "Write per cent, such as 95";
        BigDecimal sure = OptionValues.read(
                "--confidence",
                confidence,
                text -> ErrorLimit.parse(text.endsWith("%") ? text : text + "%").map(ErrorLimit::value),
                percent);
        String limit = "Write per cent such as 0.5%, or whole units of the currency";
        return new SamplingPlan(
                chosen,
                population(chosen),
                sure,
                OptionValues.read("--tolerable", tolerable, ErrorLimit::parse, limit),
                OptionValues.read("--expected", expected, ErrorLimit::parse, limit),
                seed,
                by);
    }
}
