package org.countsas.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ShellCommand;
import org.countsas.cli.option.AsOfOption;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.RulesLocation;
import org.countsas.quality.scaffold.AreaPlan;
import org.countsas.quality.scaffold.AreaWriter;
import org.countsas.quality.scaffold.NewArea;
import org.countsas.report.rules.NewAreaReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules new-area}: the files that a new policy begins with. */
@Command(
        name = "new-area",
        mixinStandardHelpOptions = true,
        description =
                "Writes the rules, vocabulary, tests and list entry of a new policy, which pass check, lint and test at once. No definition counts it until a person adopts it. --as-of is the day of its tests.")
final class RulesNewAreaCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "Id of the policy: lower-case words joined by '-', such as subsea-cables.")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules beside the command.")
    private @Nullable Path folder;

    @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Name of the area, in English.")
    private String title = "";

    @Option(
            names = "--title-ja",
            paramLabel = "TEXT",
            description = "Name of the area, in Japanese; by default the first --term-ja, or else the English name.")
    private @Nullable String titleJa;

    @Option(
            names = "--term",
            paramLabel = "TERM",
            description =
                    "English term that marks the area, such as 'subsea cable*'; may be repeated. Without terms, the titles serve as terms.")
    private List<String> english = new ArrayList<>();

    @Option(
            names = "--term-ja",
            paramLabel = "TERM",
            description = "Japanese term that marks the area; may be repeated.")
    private List<String> japanese = new ArrayList<>();

    @Option(
            names = "--cite",
            paramLabel = "SOURCE",
            description =
                    "Id of the source that the rules cite; by default the first of sources.yaml that is the project's own.")
    private @Nullable String citation;

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    RulesNewAreaCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        AreaPlan plan = AreaPlan.of(id, title, titleJa, english, japanese, citation);
        RulesLocation location = new RulesLocation(folder);
        Path place = location.path();
        NewArea area = NewArea.of(plan, location.folder(), asOf.day(environment.clock()));
        AreaWriter.write(area, place);
        environment.out().lines(NewAreaReport.text(area, place.toString(), trial(area), language.language()));
        return 0;
    }

    private String trial(NewArea area) {
        List<String> words = new ArrayList<>(List.of("./countsas", "compare", "INPUT"));
        if (folder != null) {
            words.addAll(List.of("--rules", folder.toString()));
        }
        words.addAll(List.of("--definition", area.adoption().definition()));
        words.addAll(List.of("--definition", area.adoption().reform()));
        return ShellCommand.of(words);
    }
}
