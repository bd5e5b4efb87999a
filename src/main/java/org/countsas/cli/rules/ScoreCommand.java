package org.countsas.cli.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.DefinitionOption;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Titles;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.question.ScoreQuestion;
import org.countsas.report.quality.ScoreReport;
import org.countsas.source.result.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code score}: how the decisions compare with labels that people made. */
@Command(name = "score", mixinStandardHelpOptions = true, description = "Compares decisions with labels made by hand.")
final class ScoreCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV file with the columns id, verdict (count, not or borderline) and area.")
    private Path labels = Path.of("");

    @Mixin
    private DefinitionOption definition = new DefinitionOption();

    @Option(names = "--json", description = "Print the scores as JSON and nothing else.")
    private boolean json;

    ScoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock(), input);
        ScoreQuestion question = ScoreQuestion.of(labels, definition.text(input), asOf);
        Reading reading = input.reading();
        // A label says what a programme is, in whichever year.
        List<BudgetItem> items = input.itemsOrNewest(reading);
        CountsAs countsAs = rules.location(input).load();
        ScoreQuestion.Answer answer = question.answer(items, countsAs);
        String id = answer.definition().id();
        if (json) {
            environment.out().document(ScoreReport.json(answer.score(), id));
        } else {
            environment
                    .out()
                    .lines(ScoreReport.text(answer.score(), id, Titles.of(countsAs.rules(), List.of(), language)));
        }
        ProblemPrinter.notices(reading.rejected(), answer.warnings(), language, environment.err());
        return 0;
    }
}
