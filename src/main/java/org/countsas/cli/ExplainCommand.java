package org.countsas.cli;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countsas.CountsAs;
import org.countsas.Findings;
import org.countsas.adjudication.Adjudicator;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.report.DecisionText;
import org.countsas.report.Language;
import org.countsas.source.Reading;
import org.countsas.source.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code explain}: why an item counts, or does not. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = "Explains the decision about one item.")
final class ExplainCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(names = "--item", required = true, paramLabel = "ID", description = "The item's id.")
    private String item = "";

    @Option(names = "--definition", paramLabel = "ID", description = "The definition; by default the one in force.")
    private @Nullable String definition;

    ExplainCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Language language = rules.language();
        LocalDate asOf = rules.asOf(environment.clock());
        Reading reading = input.read();
        Selection selection = input.select(reading);
        BudgetItem found = selection.items().stream().filter(each -> each.id().equals(item)).findFirst().orElseThrow(() -> unknown(reading, selection));
        CountsAs countsAs = rules.load();
        Definition chosen = definition == null ? countsAs.definitions().inForceOn(asOf) : countsAs.definitions().get(definition);
        Findings findings = countsAs.evaluate(List.of(found.programme()), done -> {});
        Adjudicator adjudicator = new Adjudicator(chosen, asOf);
        DecisionText.of(adjudicator.decide(found, findings.of(found.programme())), adjudicator, countsAs.rules(), language).forEach(environment.out()::println);
        return 0;
    }

    private ProblemException unknown(Reading reading, Selection selection) {
        String elsewhere = reading.items().stream()
                .filter(each -> each.id().equals(item))
                .sorted(Comparator.comparing(BudgetItem::fiscalYear).reversed().thenComparing(BudgetItem::stage))
                .map(each -> each.fiscalYear() + " " + each.stage().id())
                .collect(Collectors.joining(", "));
        List<String> ids = selection.items().stream().map(BudgetItem::id).toList();
        return selection.rejected().stream()
                .filter(row -> row.id().filter(item::equals).isPresent())
                .findFirst()
                .map(row -> new ProblemException(Code.UNKNOWN_ITEM, row.problem().place(),
                        "The item '" + item + "' was rejected at reading and never reached the rules: " + row.problem().reason(), row.problem().fix()))
                .orElseGet(() -> new ProblemException(Code.UNKNOWN_ITEM, Place.NONE,
                        "There is no item '" + item + "' in fiscal year " + selection.fiscalYear() + ", stage " + selection.stage().id(),
                        !elsewhere.isEmpty() ? "It has amounts in " + elsewhere + ": choose one with --fiscal-year and --stage" : Suggestion.nearest(item, ids).map(near -> "The nearest id is '" + near + "'").orElse("Check the id, the year and the stage")));
    }
}
