package org.countsas.cli.rules;

import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesFolderOptions;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.question.RuleFinder;
import org.countsas.report.rules.RuleListReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules list}: which rules there are. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists rules with policy, effect, strength, share, basis and citation.")
final class RulesListCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private RulesFolderOptions rules = new RulesFolderOptions();

    @Option(names = "--policy", paramLabel = "ID", description = "Only the rules of this policy.")
    private @Nullable String policy;

    @Option(names = "--json", description = "Print the rules as a JSON array and nothing else.")
    private boolean json;

    RulesListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        RuleBook book = rules.location().book();
        List<Rule> chosen = RuleFinder.rulesOf(policy, book);
        if (json) {
            environment.out().document(RuleListReport.json(chosen));
        } else {
            environment.out().lines(RuleListReport.text(chosen, book, language));
        }
        return 0;
    }
}
