package org.countsas.cli.option;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countsas.cli.console.ShellCommand;
import org.countsas.output.Language;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.RecordedRun;
import org.countsas.question.comparison.Measures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rules compare, scenarios and targets decide by, and what they compare totals with. */
public final class ComparisonOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "Folder of rules; by default the rules beside the command. Given twice with compare, it compares the two.")
    private List<Path> folders = new ArrayList<>();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--gdp",
            paramLabel = "AMOUNT",
            description =
                    "Gross domestic product to measure totals against, such as 600tn; by default the definition's own.")
    private @Nullable String gdp;

    @Option(
            names = "--target",
            paramLabel = "PERCENT",
            description = "A target in per cent of GDP, beside those of the definition; may be repeated.")
    private List<String> targets = new ArrayList<>();

    /** The folders of rules; there may be none. */
    public List<Path> folders() {
        return folders;
    }

    /**
     * Where the rules are, for commands that take one folder.
     *
     * @throws ProblemException if there are several
     */
    public RulesLocation location(InputOptions input) {
        if (folders.size() > 1) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION, Place.NONE, "--rules is given more than once", "Give it once");
        }
        RecordedRun run = input.recorded();
        return new RulesLocation(folders.isEmpty() ? null : folders.get(0), run == null ? null : run.rules(), false);
    }

    /** The day named, or else the one of the run that is asked about, or else today. */
    public LocalDate asOf(Clock clock, InputOptions input) {
        return asOf.day(clock, input.recorded());
    }

    public Language language() {
        return language.language();
    }

    /**
     * What totals are compared with.
     *
     * @throws ProblemException if a target is not one
     */
    public Measures measures() {
        return new Measures(
                gdp, targets.stream().map(ComparisonOptions::percent).toList());
    }

    private static BigDecimal percent(String text) {
        String plain = text.replace("%", "").strip();
        if (!plain.matches("\\d{1,3}(\\.\\d{1,4})?") || new BigDecimal(plain).signum() == 0) {
            throw new ProblemException(
                    Code.UNKNOWN_OPTION,
                    Place.NONE,
                    "'" + text + "' is not a target in per cent of GDP",
                    "Write --target 2 or --target 3.5");
        }
        return new BigDecimal(plain);
    }

    /** The words of a command that decides the same way on the same day. The base of percentages is in its reforms. */
    public List<String> words(LocalDate day) {
        List<String> words = new ArrayList<>();
        folders.forEach(folder -> words.addAll(List.of("--rules", ShellCommand.path(folder))));
        words.addAll(List.of("--as-of", day.toString()));
        targets.forEach(target -> words.addAll(List.of("--target", target)));
        return words;
    }
}
