package org.countsas.question;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.source.result.Reading;

/** One item for each programme: its newest initial budget, or else its newest amount of another stage. */
public final class NewestItems {
    private NewestItems() {}

    public static List<BudgetItem> of(Reading reading) {
        Map<String, BudgetItem> newest = new LinkedHashMap<>();
        Comparator<BudgetItem> order = Comparator.comparing((BudgetItem item) -> item.stage() == Stage.INITIAL)
                .thenComparing(BudgetItem::fiscalYear)
                .thenComparing(BudgetItem::stage, Comparator.reverseOrder());
        for (BudgetItem item : reading.items()) {
            newest.merge(item.id(), item, (first, second) -> order.compare(second, first) > 0 ? second : first);
        }
        return List.copyOf(newest.values());
    }
}
