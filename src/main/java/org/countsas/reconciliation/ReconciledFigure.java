package org.countsas.reconciliation;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.official.Bridge;
import org.countsas.official.PublishedFigure;
import org.jspecify.annotations.Nullable;

/**
 * A published figure compared with the sum that a definition gives. Immutable and thread-safe.
 *
 * @param figure     the published figure
 * @param oursOrNull what counts under the definition; null if the input has no amounts for this year and stage
 * @param bridges    what explains part of the difference
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReconciledFigure(
        PublishedFigure figure, @Nullable Counted oursOrNull, List<AppliedBridge> bridges) {
    public ReconciledFigure {
        bridges = List.copyOf(bridges);
    }

    /**
     * A bridge and what it explains of one figure.
     *
     * @param bridge the bridge
     * @param span   its amount for the figure's year and stage
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record AppliedBridge(Bridge bridge, Bridge.Span span) {}

    /** What counts under the definition; empty if the input has no amounts for this year and stage. */
    public Optional<Counted> ours() {
        return Optional.ofNullable(oursOrNull);
    }

    /** The published figure less ours (the central sum), in units of the currency; empty without ours. */
    public Optional<Long> difference() {
        return ours().map(ours -> Math.subtractExact(figure.amount(), ours.central()));
    }

    /** What the bridges together explain, in units of the currency. */
    public long explained() {
        return bridges.stream().map(each -> each.span().amount()).reduce(0L, Math::addExact);
    }

    /** What remains unexplained, in units of the currency; empty without ours. */
    public Optional<Long> unexplained() {
        return difference().map(difference -> Math.subtractExact(difference, explained()));
    }

    /** Whether what remains unexplained is at most half the unit to which the figure is rounded; false without ours. */
    public boolean withinRounding() {
        return unexplained()
                .filter(rest -> Math.abs(rest) <= figure.roundedTo() / 2)
                .isPresent();
    }

    /** Whether the published figure lies between our low and high sums; false without ours. */
    public boolean withinRange() {
        return ours().filter(ours -> ours.low() <= figure.amount() && figure.amount() <= ours.high())
                .isPresent();
    }
}
