package org.countsas.cli.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.NearMissGroup;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.DefinitionChoice;
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
        description = "Groups the items that do not count by the conditions that they miss.")
public final class NearMissesCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition, or a reform such as 'japan-2022 + space'; by default the one in force.")
    private @Nullable String definition;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "The rules of this policy, adopted or not; by default of all that the definition adopts.")
    private @Nullable String policy;

    @Option(
            names = "--max-conditions",
            paramLabel = "N",
            description = "The most conditions that an item may miss, 1 to 5; by default 1.",
            defaultValue = "1")
    private Integer most = 1;

    @ArgGroup
    private Form form = new Form();

    /** How the result is printed: for people unless asked otherwise. */
    static final class Form {
        @Option(names = "--json", description = "Print the groups as JSON and nothing else.")
        private boolean json;

        @Option(names = "--csv", description = "Print a CSV row for each item of each group and nothing else.")
        private boolean csv;
    }

    NearMissesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock());
        if (most < 1 || most > 5) {
            throw new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, "--max-conditions is " + most, "Choose 1 to 5");
        }
        Selection selection = input.select(input.read());
        RuleBook book = rules.book();
        Definitions definitions = Definitions.read(book);
        Definition chosen =
                definition == null ? definitions.inForceOn(asOf) : DefinitionChoice.of(definitions, book, definition);
        Predicate<String> policies = ExplainCommand.policies(policy == null ? "" : policy, chosen, book);
        List<NearMissGroup> groups = new Explainer(book).nearMisses(selection.items(), chosen, asOf, policies, most);
        NearMissReport report = new NearMissReport(
                groups, chosen, most, selection.items().size(), selection.currency(), book, language);
        if (form.csv) {
            environment.out().document(report.csv());
        } else if (form.json) {
            environment.out().document(report.json());
        } else {
            report.text().forEach(environment.out()::line);
        }
        ProblemPrinter.notices(selection.rejected(), selection.warnings(), language, environment.err());
        return 0;
    }
}
