package org.countsas.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.countsas.output.Language;
import org.countsas.question.RecordedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules by which a command decides, the day, and the language of its output. */
public final class RulesOptions {
    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules beside the command, or those of a bundle.")
    private @Nullable Path folder;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(
            names = "--drools",
            description = "Let Drools itself match the rules, which is slower and gives the same result.")
    private boolean byDrools;

    public RulesLocation location() {
        return new RulesLocation(folder, null, byDrools);
    }

    /** The rules named, or else those of the run that is asked about, or else those beside the command. */
    public RulesLocation location(InputOptions input) {
        RecordedRun run = input.recorded();
        return new RulesLocation(folder, run == null ? null : run.rules(), byDrools);
    }

    /** The day named, or else the one of the run that is asked about, or else today. */
    public LocalDate asOf(Clock clock, InputOptions input) {
        return asOf.day(clock, input.recorded());
    }

    public LocalDate asOf(Clock clock) {
        return asOf.day(clock);
    }

    public Language language() {
        return language.language();
    }
}
