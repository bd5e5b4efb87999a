package org.countsas.comparison.outlook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.comparison.change.YearTotal;
import org.jspecify.annotations.Nullable;

/**
 * One year of one stage in the course of a total over the years. Immutable and thread-safe.
 *
 * @param total what counts in the year and stage, and what they cover
 * @param apart whether it differs from the year before it in the same stage: it has at least a tenth more or fewer items, or there are
 *              years in between. The two are then not comparable. The first year of a stage is never apart
 */
@API(status = API.Status.EXPERIMENTAL)
public record TrajectoryPoint(YearTotal total, boolean apart) {

    /** The points of each stage by year, one stage after the other. */
    public static List<TrajectoryPoint> of(List<YearTotal> totals) {
        List<YearTotal> sorted = totals.stream()
                .sorted(Comparator.comparing(YearTotal::stage).thenComparing(YearTotal::fiscalYear))
                .toList();
        List<TrajectoryPoint> points = new ArrayList<>();
        YearTotal before = null;
        for (YearTotal total : sorted) {
            points.add(new TrajectoryPoint(total, isApart(before, total)));
            before = total;
        }
        return List.copyOf(points);
    }

    private static boolean isApart(@Nullable YearTotal before, YearTotal total) {
        if (before == null || before.stage() != total.stage()) {
            return false;
        }
        long more = Math.abs((long) total.items() - before.items());
        return total.fiscalYear() != before.fiscalYear() + 1 || 10 * more >= before.items();
    }
}
