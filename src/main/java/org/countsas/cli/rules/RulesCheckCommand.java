package org.countsas.cli.rules;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.AsOfOption;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.output.Language;
import org.countsas.quality.check.RulesCheck;
import org.countsas.report.rules.RulesCheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules check}: whether a folder of rules is sound, and everything in it that is not. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Checks rule files, vocabulary, facilities, sources, definitions and tests, and reports everything that is wrong, including rules that ended before --as-of.")
final class RulesCheckCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(names = "--json", description = "Print the problems as a JSON array and nothing else.")
    private boolean json;

    RulesCheckCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate day = asOf.day(environment.clock());
        RulesCheck check = RulesCheck.of(rules.location().folder(), day);
        if (json) {
            environment.out().document(RulesCheckReport.json(check));
        } else {
            environment.out().lines(RulesCheckReport.text(check, language));
        }
        return check.passed() ? 0 : 1;
    }
}
