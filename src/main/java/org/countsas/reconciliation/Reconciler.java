package org.countsas.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.official.Bridge;
import org.countsas.official.OfficialFigures;
import org.countsas.official.PublishedFigure;
import org.countsas.official.Subject;
import org.jspecify.annotations.Nullable;

/** Sets a definition's sums beside official figures. Immutable and thread-safe. */
@API(status = API.Status.INTERNAL)
public final class Reconciler {
    private final Definition definition;
    private final LocalDate asOf;
    private final Map<Period, Totals> totals;

    private record Period(int fiscalYear, Stage stage) {}

    private Reconciler(Definition definition, LocalDate asOf, Map<Period, Totals> totals) {
        this.definition = definition;
        this.asOf = asOf;
        this.totals = totals;
    }

    /**
     * Sums what counts under a definition, by year and stage.
     *
     * @param every    the items of all fiscal years and stages, in the definition's currency
     * @param findings what the rules find about them
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static Reconciler of(Definition definition, List<BudgetItem> every, Findings findings, LocalDate asOf) {
        Adjudicator adjudicator = new Adjudicator(definition, asOf);
        Map<Period, Totals.Sum> sums = new LinkedHashMap<>();
        for (BudgetItem item : every) {
            sums.computeIfAbsent(new Period(item.fiscalYear(), item.stage()), period -> new Totals.Sum(definition))
                    .add(adjudicator.decide(item, findings.of(item.programme())));
        }
        Map<Period, Totals> totals = new LinkedHashMap<>();
        sums.forEach((period, sum) -> totals.put(period, sum.totals()));
        return new Reconciler(definition, asOf, totals);
    }

    /** The sums compared with these figures. */
    public Reconciliation with(OfficialFigures official) {
        List<ReconciledFigure> figures = new ArrayList<>();
        TreeMap<Integer, TreeMap<Stage, CoveredPeriod>> periods = new TreeMap<>();
        int others = 0;
        for (PublishedFigure figure : official.figures()) {
            if (!concerns(figure.subject())) {
                others++;
                continue;
            }
            Totals ofPeriod = totals.get(new Period(figure.fiscalYear(), figure.stage()));
            if (ofPeriod != null) {
                periods.computeIfAbsent(figure.fiscalYear(), year -> new TreeMap<>())
                        .computeIfAbsent(figure.stage(), stage -> covered(figure, ofPeriod));
            }
            figures.add(new ReconciledFigure(figure, ours(figure.subject(), ofPeriod), bridges(figure, official)));
        }
        return new Reconciliation(
                definition,
                asOf,
                official,
                periods.values().stream()
                        .flatMap(stages -> stages.values().stream())
                        .toList(),
                figures,
                others);
    }

    private static CoveredPeriod covered(PublishedFigure figure, Totals totals) {
        return new CoveredPeriod(
                figure.fiscalYear(), figure.stage(), totals.items(), totals.amount(), totals.transfers());
    }

    private boolean concerns(Subject subject) {
        if (subject instanceof Subject.OfBlock block) {
            return definition.blocks().stream().map(Block::id).anyMatch(block.id()::equals);
        }
        if (subject instanceof Subject.OfArea area) {
            return definition.adoptions().stream().map(Adoption::policy).anyMatch(area.id()::equals);
        }
        return true;
    }

    private static @Nullable Counted ours(Subject subject, @Nullable Totals totals) {
        if (totals == null) {
            return null;
        }
        if (subject instanceof Subject.OfBlock block) {
            return sum(totals.areas().stream()
                    .filter(area -> area.block().equals(block.id()))
                    .toList());
        }
        if (subject instanceof Subject.OfArea area) {
            return sum(totals.areas().stream()
                    .filter(each -> each.area().equals(area.id()))
                    .toList());
        }
        return totals.counted();
    }

    private static Counted sum(List<AreaTotal> areas) {
        return areas.stream().map(AreaTotal::counted).reduce(Counted.NOTHING, Counted::plus);
    }

    private static List<ReconciledFigure.AppliedBridge> bridges(PublishedFigure figure, OfficialFigures official) {
        List<ReconciledFigure.AppliedBridge> applied = new ArrayList<>();
        for (Bridge bridge : official.bridges()) {
            if (bridge.subject().equals(figure.subject()) && bridge.basis().equals(figure.basis())) {
                Optional<Bridge.Span> span = bridge.spans().stream()
                        .filter(each -> each.fiscalYear() == figure.fiscalYear() && each.stage() == figure.stage())
                        .findFirst();
                span.ifPresent(each -> applied.add(new ReconciledFigure.AppliedBridge(bridge, each)));
            }
        }
        return applied;
    }
}
