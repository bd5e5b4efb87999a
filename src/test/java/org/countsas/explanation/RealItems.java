package org.countsas.explanation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.countsas.CountsAs;
import org.countsas.item.BudgetItem;
import org.countsas.report.Samples;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;

/** Real items and the shipped rules, read once for all tests. */
final class RealItems {
    static final CountsAs COUNTS_AS = Samples.countsAs();
    private static final Map<Path, List<BudgetItem>> READ = new ConcurrentHashMap<>();

    private RealItems() {}

    /** The newest initial budget in a file or folder. */
    static List<BudgetItem> of(Path input) {
        return READ.computeIfAbsent(
                input,
                file -> Sources.read(List.of(file), ReadOptions.DEFAULT)
                        .select()
                        .items());
    }

    static BudgetItem sample(String id) {
        return Sample.ITEMS.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final class Sample {
        static final List<BudgetItem> ITEMS = of(Path.of("samples", "japan-fy2024.csv"));
    }
}
