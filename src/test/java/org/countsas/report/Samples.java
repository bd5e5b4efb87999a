package org.countsas.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Selection;

/** The project's samples, read and evaluated once for all tests. */
public final class Samples {
    public static final Path JAPAN = Path.of("samples", "japan-fy2024.csv");
    public static final Path JAPAN_LABELS = Path.of("samples", "japan-fy2024-labels.csv");
    public static final Path UNITED_STATES = Path.of("samples", "us-fy2016.csv");

    private static final Map<Path, Selection> SELECTIONS = new HashMap<>();
    private static final Map<Path, Findings> FINDINGS = new HashMap<>();

    private Samples() {}

    /** The shipped rules, loaded once. */
    public static CountsAs countsAs() {
        return Holder.COUNTS_AS;
    }

    private static final class Holder {
        private static final CountsAs COUNTS_AS = CountsAs.shipped();
    }

    public static Definition definition(String id) {
        return countsAs().definitions().get(id);
    }

    /** What is read of a sample by default; of the United States the fiscal year 2016. */
    public static synchronized Selection selection(Path sample) {
        return SELECTIONS.computeIfAbsent(
                sample,
                file -> Sources.read(List.of(file), ReadOptions.DEFAULT)
                        .select(file.equals(UNITED_STATES) ? 2016 : null, null));
    }

    private static synchronized Findings findings(Path sample) {
        return FINDINGS.computeIfAbsent(
                sample,
                file -> countsAs()
                        .evaluate(
                                selection(file).items().stream()
                                        .map(BudgetItem::programme)
                                        .toList(),
                                done -> {}));
    }

    public static List<Decision> decisions(Path sample, String definition, LocalDate asOf) {
        return new Adjudicator(definition(definition), asOf)
                .decide(selection(sample).items(), findings(sample));
    }
}
