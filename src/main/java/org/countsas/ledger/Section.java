package org.countsas.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.countsas.item.BudgetItem;
import org.countsas.item.StateBudgetAttributes;

/** A section of the statutory budget at one stage of a fiscal year, with the projects that are paid from it. Not thread-safe. */
final class Section {
    private final List<BudgetItem> spending = new ArrayList<>();
    private final List<BudgetItem> transfers = new ArrayList<>();
    /** What each project has from the section, by the project's id. */
    private final TreeMap<String, Long> parts = new TreeMap<>();

    void line(BudgetItem line) {
        (StateBudgetAttributes.isTransfer(line.programme()) ? transfers : spending).add(line);
    }

    void part(String project, long amount) {
        parts.merge(project, amount, Math::addExact);
    }

    /** The line items by which the section spends, in the order of the document. */
    List<BudgetItem> spending() {
        return spending;
    }

    /** The line items by which it moves money to other accounts and funds, in the order of the document. */
    List<BudgetItem> transfers() {
        return transfers;
    }

    /** What the section spends, in yen. */
    long spent() {
        return sum(spending);
    }

    /** What projects say they have from it, in yen. */
    long claimed() {
        return parts.values().stream().reduce(0L, Math::addExact);
    }

    /** What no project claims, in yen; negative if projects claim more than there is. */
    long remainder() {
        return Math.subtractExact(spent(), claimed());
    }

    static long sum(List<BudgetItem> lines) {
        return lines.stream().map(BudgetItem::amount).reduce(0L, Math::addExact);
    }
}
