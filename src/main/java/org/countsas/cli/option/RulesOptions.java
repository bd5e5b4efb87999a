package org.countsas.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.countsas.CountsAs;
import org.countsas.evaluation.CompilationCache;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say by which rules, on which day and in which language. */
public final class RulesOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules that stand beside the command.")
    private @Nullable Path rules;

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

    public CountsAs load() {
        return CountsAs.of(folder(rules), cache());
    }

    /** The checked rules; nothing is compiled. */
    public RuleBook book() {
        return RuleBookReader.read(folder(rules));
    }

    /** The folder that was named, or else the rules that stand beside the command, or else the shipped ones. */
    public static RulesFolder folder(@Nullable Path named) {
        String beside = System.getProperty("countsas.rules");
        return named != null
                ? RulesFolder.of(named)
                : beside != null ? RulesFolder.of(Path.of(beside), "rules") : RulesFolder.shipped();
    }

    /** Where compiled rules are kept between runs. */
    public static CompilationCache cache() {
        String cache = System.getProperty("countsas.cache");
        return cache == null ? CompilationCache.none() : CompilationCache.in(Path.of(cache));
    }

    public LocalDate asOf(Clock clock) {
        return day(asOf, clock);
    }

    /** The day that was named, or else today. */
    public static LocalDate day(@Nullable String named, Clock clock) {
        try {
            return named == null ? LocalDate.now(clock) : LocalDate.parse(named);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Code.BAD_DATE, Place.NONE, "'" + named + "' is not a date", "Write it as 2025-04-01");
        }
    }

    public Language language() {
        return language(language);
    }

    public static Language language(String id) {
        for (Language known : Language.values()) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        throw new ProblemException(
                Code.UNKNOWN_OPTION, Place.NONE, "There is no language '" + id + "'", "Known: en, ja");
    }
}
