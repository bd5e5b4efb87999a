package org.countsas.question;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.ProblemException;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;

/** One item for each programme, for questions about programmes, not about a year. */
@API(status = API.Status.EXPERIMENTAL)
public final class NewestItems {
    private static final Comparator<BudgetItem> AGE = Comparator.comparing(
                    (BudgetItem item) -> item.stage() == Stage.INITIAL)
            .thenComparing(BudgetItem::fiscalYear)
            .thenComparing(BudgetItem::stage, Comparator.reverseOrder());

    private NewestItems() {}

    /**
     * The newest items of files and folders, or the items of a bundle.
     *
     * @throws ProblemException if they cannot be read
     */
    public static List<BudgetItem> read(List<Path> inputs) {
        return of(RecordedRun.reading(inputs, ReadOptions.DEFAULT));
    }

    /** For each programme the newest initial budget, or else the newest amount of another stage. */
    public static List<BudgetItem> of(Reading reading) {
        Map<String, BudgetItem> newest = new LinkedHashMap<>();
        for (BudgetItem item : reading.items()) {
            newest.merge(item.id(), item, (first, second) -> AGE.compare(second, first) > 0 ? second : first);
        }
        return List.copyOf(newest.values());
    }
}
