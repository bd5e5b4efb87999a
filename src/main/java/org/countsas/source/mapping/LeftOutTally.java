package org.countsas.source.mapping;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.cell.KnownAmount;
import org.countsas.source.result.LeftOutRows;
import org.countsas.source.result.Origin;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.Scope;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a table that its profile leaves out, with the money that they state. Not thread-safe. */
final class LeftOutTally {
    private final String profile;
    private final Map<Group, Tally> tallies = new LinkedHashMap<>();

    /** @param kind what the amounts have in common; null if the rows state none that can be read */
    private record Group(String reason, @Nullable Kind kind) {}

    private record Kind(int fiscalYear, Stage stage, String currency) {}

    private static final class Tally {
        private final Origin first;
        private int rows;
        private BigInteger sum = BigInteger.ZERO;

        Tally(Origin first) {
            this.first = first;
        }
    }

    /** @param profile the profile's name */
    LeftOutTally(String profile) {
        this.profile = profile;
    }

    /**
     * Counts a row.
     *
     * @param reason  why it is left out, to end "the row is left out …"
     * @param amounts the amounts of the row that can be read
     */
    void add(Origin origin, String reason, List<KnownAmount> amounts) {
        if (amounts.isEmpty()) {
            count(origin, new Group(reason, null), 0);
        }
        for (KnownAmount amount : amounts) {
            Kind kind = new Kind(amount.fiscalYear(), amount.stage(), amount.currency());
            count(origin, new Group(reason, kind), amount.value());
        }
    }

    private void count(Origin origin, Group group, long amount) {
        Tally tally = tallies.computeIfAbsent(group, g -> new Tally(origin));
        tally.rows++;
        tally.sum = tally.sum.add(BigInteger.valueOf(amount));
    }

    /** Notes what was counted. */
    void report(ReadingBuilder reading) {
        tallies.forEach((group, tally) -> reading.leaveOut(leftOut(group, tally)));
    }

    private LeftOutRows leftOut(Group group, Tally tally) {
        Kind kind = group.kind();
        String money = kind == null
                ? "without an amount that can be read"
                : "with " + tally.sum + " " + kind.currency() + " in fiscal year " + kind.fiscalYear() + ", "
                        + kind.stage().id();
        String reason = "Profile '" + profile + "' leaves out " + tally.rows + (tally.rows == 1 ? " row " : " rows ")
                + group.reason() + ", " + money;
        return new LeftOutRows(
                new Problem(Code.LEFT_OUT, tally.first.place(), reason, ""),
                tally.rows,
                kind == null ? Scope.EVERYTHING : Scope.of(kind.fiscalYear(), kind.stage()));
    }
}
