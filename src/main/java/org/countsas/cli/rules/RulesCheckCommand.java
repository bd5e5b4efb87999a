package org.countsas.cli.rules;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.output.Language;
import org.countsas.quality.check.RulesCheck;
import org.countsas.report.rules.RulesCheckReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules check}: whether a folder of rules is sound, with everything that is not. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks rule files, vocabulary, facilities, sources, definitions and tests, and says everything that is wrong.")
final class RulesCheckCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Report rules that ended before this day (yyyy-mm-dd); by default today.")
    private @Nullable String asOf;

    @Option(names = "--json", description = "Print the problems as a JSON array and nothing else.")
    private boolean json;

    RulesCheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate day = RulesOptions.day(asOf, environment.clock());
        RulesCheck check = RulesCheck.of(rules.folder(), day);
        if (json) {
            environment.out().document(RulesCheckReport.json(check));
        } else {
            RulesCheckReport.text(check, language).forEach(environment.out()::line);
        }
        return check.passed() ? 0 : 1;
    }
}
