package org.countsas.cli.rules;

import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.output.Language;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.ProblemException;
import org.countsas.question.rules.RuleLayout;
import org.countsas.report.rules.RulesFormatReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules fmt}: puts rule files into the standard layout. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Puts rule files into the standard layout. Comments stay; files with errors are left alone.")
final class RulesFmtCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(
            names = "--check",
            description =
                    "Change nothing; list the files that are not in this layout, and exit with 1 if there are any.")
    private boolean check;

    RulesFmtCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        RulesFolder folder = RulesFolder.of(rules.location().path());
        RuleLayout layout = RuleLayout.of(folder);
        if (!check) {
            layout.write(rules.location().path(), folder);
        }
        environment.out().lines(RulesFormatReport.text(layout.changed(), layout.files(), check, language));
        if (!layout.problems().isEmpty()) {
            throw new ProblemException(layout.problems());
        }
        return check && !layout.changed().isEmpty() ? 1 : 0;
    }
}
