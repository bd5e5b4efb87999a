package org.countsas.cli.rules;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesOptions;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.report.rules.RuleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules show}: what one rule says, in sentences. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a rule in plain sentences beside its text.")
final class RulesShowCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "RULE", description = "The rule's name.")
    private String rule = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "Folder of rules; by default the rules that stand beside the command.")
    private @Nullable Path folder;

    @Option(
            names = "--lang",
            paramLabel = "en|ja",
            description = "Language of the text: en or ja; by default en.",
            defaultValue = "en")
    private String language = "en";

    RulesShowCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language chosen = RulesOptions.language(language);
        RuleBook book = RuleBookReader.read(RulesOptions.folder(folder));
        Rule shown = book.rules().stream()
                .filter(known -> known.name().equalsIgnoreCase(rule))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Code.NO_SUCH_RULE,
                        Place.NONE,
                        "There is no rule '" + rule + "'",
                        Suggestion.nearest(
                                        rule,
                                        book.rules().stream().map(Rule::name).toList())
                                .map(Suggestion::question)
                                .orElse("See 'rules list'")));
        RuleText.of(shown, book, chosen).forEach(environment.out()::line);
        return 0;
    }
}
