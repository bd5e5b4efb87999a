package org.countsas.cli.rules;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.LanguageOption;
import org.countsas.cli.option.RulesLocation;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.RuleFinder;
import org.countsas.report.rules.RuleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules show}: what one rule says, in sentences. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Explains a rule in plain sentences beside its text.")
final class RulesShowCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RULE", description = "The rule's name.")
    private String rule = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules beside the command.")
    private @Nullable Path folder;

    @Mixin
    private LanguageOption language = new LanguageOption();

    RulesShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        RuleBook book = new RulesLocation(folder).book();
        environment.out().lines(RuleText.of(RuleFinder.rule(rule, book), book, language.language()));
        return 0;
    }
}
