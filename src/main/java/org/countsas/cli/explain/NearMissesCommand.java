package org.countsas.cli.explain;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.FilterOptions;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.question.NearMissQuestion;
import org.countsas.report.explanation.NearMissReport;
import org.countsas.source.result.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code near-misses}: which items of a budget nearly count, and what they miss. */
@Command(
        name = "near-misses",
        mixinStandardHelpOptions = true,
        description = "Groups the items that do not count by the conditions they miss.")
final class NearMissesCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description =
                    "Look at the rules of this policy, adopted or not; by default at those of all that the definition adopts.")
    private @Nullable String policy;

    @Option(
            names = "--max-conditions",
            paramLabel = "N",
            description = "The most conditions that an item may miss, 1 to 5; by default 1.",
            defaultValue = "1")
    private Integer most = 1;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @ArgGroup
    private Form form = new Form();

    /** How the result is printed: for people by default. */
    static final class Form {
        @Option(names = "--json", description = "Print the groups as JSON and nothing else.")
        private boolean json;

        @Option(names = "--csv", description = "Print one CSV row for each item of each group and nothing else.")
        private boolean csv;
    }

    NearMissesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        NearMissQuestion question = new NearMissQuestion(definition.text(input), asOf, policy, most);
        Selection selection = input.budget().selection();
        RuleBook book = rules.location(input).book();
        NearMissQuestion.Answer answer = question.about(filter.filter(book)).answer(selection, book);
        NearMissReport report = new NearMissReport(
                answer.groups(),
                answer.definition(),
                most,
                selection.items().size(),
                selection.currency(),
                book,
                language);
        if (form.csv) {
            environment.out().document(report.csv());
        } else if (form.json) {
            environment.out().document(report.json());
        } else {
            environment.out().lines(report.text());
        }
        ProblemPrinter.notices(selection, language, environment.err());
        return 0;
    }
}
