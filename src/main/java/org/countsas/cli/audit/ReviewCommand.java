package org.countsas.cli.audit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.key.SigningKey;
import org.countsas.audit.review.Review;
import org.countsas.audit.review.Reviewer;
import org.countsas.audit.review.Ruling;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AuditWords;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.report.review.ReviewReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code review}: what a person decides in place of the rules. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = "Records a person's decision about an item of a bundle, beside the bundle, chained and signed.")
public final class ReviewCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private BundleDecisions bundle = new BundleDecisions();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "OUTCOME",
            description = "COUNTED, NOT_COUNTED, or REVIEW to put the question again.")
    private String outcome = "";

    @Option(names = "--area", paramLabel = "AREA", description = "The area, for COUNTED and REVIEW.")
    private @Nullable String area;

    @Option(
            names = "--share",
            paramLabel = "N|N/N/N",
            description = "The share that counts in per cents, or low/central/high; for COUNTED and REVIEW.")
    private @Nullable String share;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    private String by = "";

    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Private key (PEM) of whoever decides; 'countsas keys new' makes one.")
    private Path key = Path.of("");

    ReviewCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Outcome decided = decided();
        Share part = share();
        SigningKey signer = SigningKey.read(key);
        try (Bundle opened = bundle.open()) {
            Review review = new Review(item, bundle.definition(opened), new Ruling(decided, area, part), reason, by);
            Reviewer.Recorded recorded = new Reviewer(opened, bundle.path())
                    .record(review, environment.clock().instant(), signer);
            Path aside = recorded.appended().torn();
            if (aside != null) {
                environment.err().line(AuditWords.text(bundle.language(), "torn", aside));
            }
            new ReviewReport(opened.manifest().currency(), bundle.language())
                    .text(recorded)
                    .forEach(environment.out()::line);
        }
        return 0;
    }

    private Outcome decided() {
        String name = outcome.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> known = Arrays.stream(Outcome.values()).map(Outcome::name).toList();
        if (!known.contains(name)) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "'" + outcome + "' is no outcome",
                    "Known: " + String.join(", ", known));
        }
        return Outcome.valueOf(name);
    }

    private Share share() {
        return share == null
                ? Share.NOTHING
                : Share.parse(share)
                        .orElseThrow(() -> new ProblemException(
                                Code.UNKNOWN_OPTION,
                                Place.NONE,
                                "'" + share + "' is no share",
                                "Write per cents: 100, or low/central/high such as 5/7.5/21"));
    }
}
