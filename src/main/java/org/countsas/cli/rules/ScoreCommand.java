package org.countsas.cli.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.ProblemPrinter;
import org.countsas.cli.option.InputOptions;
import org.countsas.cli.option.RulesOptions;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.Suggestion;
import org.countsas.quality.Label;
import org.countsas.quality.LabelReader;
import org.countsas.quality.Score;
import org.countsas.question.DefinitionChoice;
import org.countsas.question.NewestItems;
import org.countsas.report.quality.ScoreReport;
import org.countsas.source.result.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code score}: how the decisions compare with labels that people made. */
@Command(name = "score", mixinStandardHelpOptions = true, description = "Compares decisions with hand labels.")
public final class ScoreCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the columns id, verdict (count, not, borderline) and area.")
    private Path labels = Path.of("");

    @Option(
            names = "--definition",
            paramLabel = "ID|REFORM|FILE",
            description = "The definition, or a reform such as 'japan-2022 + space'; by default the one in force.")
    private @Nullable String definition;

    @Option(names = "--json", description = "Print the scores as JSON and nothing else.")
    private boolean json;

    ScoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock());
        List<Label> read = LabelReader.read(labels);
        Reading reading = input.read();
        // A label says what a programme is, in whichever year: without a selection each programme is scored in its
        // newest one.
        List<BudgetItem> items = input.selects() ? input.select(reading).items() : NewestItems.of(reading);
        CountsAs countsAs = rules.load();
        Definition chosen = definition == null
                ? countsAs.definitions().inForceOn(asOf)
                : DefinitionChoice.of(countsAs.definitions(), countsAs.rules(), definition);
        List<Decision> decisions = new Adjudicator(chosen, asOf)
                .decide(
                        items,
                        countsAs.evaluate(
                                items.stream().map(BudgetItem::programme).toList(), done -> {}));
        Score score = Score.of(decisions, read);
        if (json) {
            environment.out().document(ScoreReport.json(score, chosen.id()));
        } else {
            ScoreReport.text(score, chosen.id(), language).forEach(environment.out()::line);
        }
        ProblemPrinter.notices(reading.rejected(), unknownAreas(read, countsAs), language, environment.err());
        return 0;
    }

    /** An area that no policy bears makes every item wrong that is labelled with it: somebody should know. */
    private List<Problem> unknownAreas(List<Label> read, CountsAs countsAs) {
        List<String> known =
                countsAs.rules().policies().stream().map(Policy::id).toList();
        return read.stream()
                .map(Label::area)
                .filter(area -> !area.isEmpty() && !known.contains(area))
                .distinct()
                .sorted()
                .map(area -> new Problem(
                        Code.BAD_LABEL,
                        Place.file(labels.toString()),
                        "There is no area '" + area + "'",
                        Suggestion.fix(area, known)))
                .toList();
    }
}
