package org.countsas.report.comparison.page;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.countsas.CountsAs;
import org.countsas.comparison.change.Comparer;
import org.countsas.comparison.change.Comparison;
import org.countsas.comparison.change.ComparisonInput;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.scenario.ScenarioReport;
import org.countsas.comparison.scenario.Scenarios;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.official.OfficialFigures;
import org.countsas.policy.book.RulesFolder;
import org.countsas.reconciliation.Reconciler;
import org.countsas.reconciliation.Reconciliation;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;

/** Contents of pages, from real items and the shipped rules. */
final class Pages {
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final CountsAs COUNTS_AS = CountsAs.of(RulesFolder.of(Path.of("rules"), "rules"), CompilationCache.none());

    private Pages() {}

    /** Two or more definitions over an input, with all combinations of what the last adds to the first. */
    static PageContent of(Path input, String... definitions) {
        Reading reading = Sources.read(List.of(input), ReadOptions.DEFAULT);
        Selection selection = reading.select();
        List<BudgetItem> items = selection.items();
        List<BudgetItem> every = reading.items();
        Findings findings = COUNTS_AS.evaluate(
                every.stream().map(BudgetItem::programme).distinct().toList(), done -> {});
        Reforms reforms = new Reforms(COUNTS_AS.definitions(), COUNTS_AS.rules());
        List<ComparisonInput> subjects = List.of(definitions).stream()
                .map(Reform::parse)
                .map(reform -> new ComparisonInput(
                        reform.toString(),
                        reforms.apply(reform),
                        findings,
                        COUNTS_AS.rules().folder().digest()))
                .toList();
        Comparison comparison = new Comparer(items, every, DAY, List.of()).compare(subjects, reforms);
        Definition first = subjects.get(0).reformed().definition();
        List<Edit.Add> additions = subjects.get(subjects.size() - 1).reformed().definition().adoptions().stream()
                .map(Adoption::policy)
                .filter(policy -> first.adoptionOf(policy).isEmpty())
                .map(Edit.Add::new)
                .toList();
        ScenarioReport scenarios = additions.isEmpty()
                ? null
                : ScenarioReport.of(
                        Scenarios.of(subjects.get(0).reformed().reform(), additions, reforms, items, findings, DAY),
                        Level.of(first, first.targets()),
                        DAY,
                        selection.fiscalYear(),
                        selection.stage(),
                        selection.currency());
        Reconciliation reconciliation = OfficialFigures.of(COUNTS_AS.rules()).stream()
                .filter(figures -> figures.currency().equals(selection.currency()))
                .map(figures -> Reconciler.of(first, every, findings, DAY).with(figures))
                .findFirst()
                .orElse(null);
        return new PageContent(
                comparison,
                scenarios,
                reconciliation,
                COUNTS_AS.rules(),
                "countsas compare " + input,
                "countsas scenarios " + input);
    }
}
