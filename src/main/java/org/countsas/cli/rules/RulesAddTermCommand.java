package org.countsas.cli.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.candidate.ProposedTerm;
import org.countsas.cli.console.Environment;
import org.countsas.cli.option.RulesOptions;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.Budget;
import org.countsas.question.rules.TermAddition;
import org.countsas.question.rules.TermQuestion;
import org.countsas.report.candidate.TermReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules add-term}: one more term for a concept, with its test. */
@Command(
        name = "add-term",
        mixinStandardHelpOptions = true,
        description =
                "Adds a term to a concept of the vocabulary, and a test that it is found. Nothing changes unless all rule tests pass with it.")
final class RulesAddTermCommand implements Callable<Integer> {
    private static final int ONE_IN = 20;

    private final Environment environment;

    @Parameters(index = "0", paramLabel = "CONCEPT", description = "The concept's id.")
    private String concept = "";

    @Parameters(index = "1", paramLabel = "TERM", description = "The term; a final * lets a Latin word continue.")
    private String term = "";

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--against",
            paramLabel = "INPUT",
            description =
                    "Try the term on these files first and say what it changes; refuse one that changes more than one item in 20. May be repeated.")
    private List<Path> against = new ArrayList<>();

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "With --against: the definition that decides; by default the one in force.")
    private @Nullable String definition;

    RulesAddTermCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Path place = rules.location().path();
        RulesFolder folder = rules.location().folder();
        TermAddition addition = TermAddition.of(folder, concept, term);
        ProposedTerm effect = null;
        int items = 0;
        if (!against.isEmpty()) {
            Budget budget = Budget.read(against);
            items = budget.selection().items().size();
            LocalDate asOf = rules.asOf(environment.clock());
            effect = new TermQuestion(definition, asOf, concept, term)
                    .answer(budget.selection(), rules.location().book());
            refuseWhatIsTooCommon(effect, items);
        }
        addition.write(place, folder);
        environment
                .out()
                .lines(new TermReport(rules.language()).added(concept, term, addition.testFile(), effect, items));
        return 0;
    }

    private void refuseWhatIsTooCommon(ProposedTerm effect, int items) {
        int changed = effect.counts().size()
                + effect.rejects().size()
                + effect.contests().size();
        if ((long) changed * ONE_IN > items) {
            throw new ProblemException(
                    Code.BAD_TERM,
                    Place.NONE,
                    "The term '" + term + "' would change " + changed + " of " + items + " items",
                    "Choose one that says what the concept is about");
        }
    }
}
