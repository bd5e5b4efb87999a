package org.countsas.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.official.OfficialFigures;

/**
 * A definition's sums compared with official figures. Immutable and thread-safe.
 *
 * @param definition the definition
 * @param asOf       the day on which rules had to be in force
 * @param official   the official figures
 * @param periods    the years and stages of the input that figures are about, in order
 * @param figures    the figures that concern the definition, in order
 * @param others     how many figures concern blocks or areas that the definition does not have
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reconciliation(
        Definition definition,
        LocalDate asOf,
        OfficialFigures official,
        List<CoveredPeriod> periods,
        List<ReconciledFigure> figures,
        int others) {
    public Reconciliation {
        periods = List.copyOf(periods);
        figures = List.copyOf(figures);
    }

    /** How many of the figures stand beside a sum of ours: of the others the input has no amounts. */
    public long reconciled() {
        return figures.stream().filter(figure -> figure.ours().isPresent()).count();
    }
}
