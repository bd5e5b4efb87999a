package org.countsas.cli.option;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.definition.Target;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that compare, scenarios and targets share. */
public final class ComparisonOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules that stand beside the command. compare takes two.")
    private List<Path> rules = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day on which rules must be in force (yyyy-mm-dd); by default today.")
    private @Nullable String asOf;

    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    @Option(
            names = "--gdp",
            paramLabel = "AMOUNT",
            description = "Gross domestic product to hold totals against, such as 600tn; by default the definition's.")
    private @Nullable String gdp;

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            description = "A target beside those of the definition, in per cent of GDP; may be given several times.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the results as CSV, JSON and XLSX here.")
    private @Nullable Path out;

    @Option(names = "--xlsx", paramLabel = "FILE", description = "Write the results here, as one workbook.")
    private @Nullable Path xlsx;

    @Option(names = "--json", description = "Print the results as JSON and nothing else.")
    private boolean json;

    /** These options, for a command that knows one folder of rules. */
    public ComparisonOptions one() {
        if (rules.size() > 1) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION, Place.NONE, "--rules is given more than once", "Give it once");
        }
        return this;
    }

    public List<Path> rules() {
        return rules;
    }

    public LocalDate asOf(Clock clock) {
        return RulesOptions.day(asOf, clock);
    }

    public Language language() {
        return RulesOptions.language(language);
    }

    /** The reform, held against the base that was named. */
    public Reform withGdp(Reform reform) {
        return gdp == null
                ? reform
                : reform.and(Reform.parse("base + gdp(" + gdp + ")").edits());
    }

    /** The base that was named, in whole units. */
    OptionalLong gdp() {
        return gdp == null
                ? OptionalLong.empty()
                : OptionalLong.of(((Edit.SetGdp)
                                Reform.parse("base + gdp(" + gdp + ")").edits().get(0))
                        .amount());
    }

    /** The targets that were named. */
    public List<Target> targets() {
        return targets.stream().map(ComparisonOptions::target).toList();
    }

    private static Target target(String text) {
        String plain = text.replace("%", "").strip();
        if (!plain.matches("\\d{1,3}(\\.\\d{1,4})?") || new BigDecimal(plain).signum() == 0) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "'" + text + "' is not a target in per cent of GDP",
                    "Write --target 2 or --target 3.5");
        }
        String percent = new BigDecimal(plain).stripTrailingZeros().toPlainString();
        return new Target(
                percent.replace('.', '-') + "-percent",
                new BigDecimal(percent),
                new BilingualText(percent + " % of GDP", "GDP比" + percent + "％"),
                "asked");
    }

    /** Where to write files, if anywhere. */
    @Nullable
    public Path out() {
        return out;
    }

    /** Where to write a workbook, if anywhere. */
    @Nullable
    public Path xlsx() {
        return xlsx;
    }

    public boolean json() {
        return json;
    }

    /** The options that a command needs to be reproduced, the day among them. */
    public List<String> words(LocalDate day) {
        List<String> words = new ArrayList<>();
        rules.forEach(folder -> words.addAll(List.of("--rules", folder.toString())));
        words.addAll(List.of("--as-of", day.toString()));
        targets.forEach(target -> words.addAll(List.of("--target", target)));
        return words;
    }
}
