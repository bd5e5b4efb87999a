package org.countsas.cli.rules;

import org.countsas.cli.option.LanguageOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}: what people do with rules as programmers do with programs. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = "Checks, tests and measures rules.",
        subcommands = {
            RulesCheckCommand.class,
            RulesFmtCommand.class,
            RulesListCommand.class,
            RulesShowCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesMutateCommand.class,
            RulesLintCommand.class,
            RulesAddTermCommand.class,
            RulesDismissTermCommand.class,
            RulesNewAreaCommand.class
        })
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Override
    public void run() {
        language.check();
        throw new ParameterException(spec.commandLine(), "Name a command");
    }
}
