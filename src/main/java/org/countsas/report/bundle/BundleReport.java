package org.countsas.report.bundle;

import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.RunReport;
import org.countsas.definition.Titles;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.output.Pages;
import org.countsas.report.bundle.RunPage.DefinitionPart;
import org.countsas.report.bundle.RunPage.Row;

/**
 * The page that people read first: what was decided, in figures, with the largest items that count and those that a person must judge. The
 * page is self-contained and has no script. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class BundleReport implements RunReport {
    private static final int SHOWN = 20;

    private final RunHeader header;
    private final Titles titles;
    private final Map<String, PriorityQueue<Row>> counted = new TreeMap<>();
    private final Map<String, PriorityQueue<Row>> review = new TreeMap<>();

    /** A page about the run of this header, in this language, in which areas, blocks and definitions have their ids for names. */
    public BundleReport(RunHeader header, Language language) {
        this(header, Titles.none(language));
    }

    /** A page about the run of this header, in the language of these titles. */
    public BundleReport(RunHeader header, Titles titles) {
        this.header = header;
        this.titles = titles;
    }

    @Override
    public void add(BudgetItem item, DecisionLine line) {
        if (line.outcome() != Outcome.NOT_COUNTED) {
            boolean counts = line.outcome() == Outcome.COUNTED;
            PriorityQueue<Row> rows = (counts ? counted : review)
                    .computeIfAbsent(line.definition(), id -> new PriorityQueue<>(Row.SMALLEST_FIRST));
            rows.add(new Row(
                    item.id(),
                    item.programme().name(),
                    item.programme().ministry(),
                    String.valueOf(line.area()),
                    line.amount(),
                    counts ? line.counted().central() : line.counted().high()));
            if (rows.size() > SHOWN) {
                rows.poll();
            }
        }
    }

    @Override
    public String html(List<DefinitionTotals> totals, int rejected) {
        return Pages.page(
                "bundle/page.jte",
                new RunPage(
                        header,
                        titles,
                        rejected,
                        totals.stream()
                                .map(each -> new DefinitionPart(
                                        each, largest(counted, each.definition()), largest(review, each.definition())))
                                .toList()));
    }

    private static List<Row> largest(Map<String, PriorityQueue<Row>> rows, String definition) {
        PriorityQueue<Row> kept = rows.get(definition);
        return kept == null
                ? List.of()
                : kept.stream().sorted(Row.SMALLEST_FIRST.reversed()).toList();
    }
}
