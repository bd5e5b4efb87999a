package org.countsas.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.StateBudgetAttributes;

/** Makes the items that stand for what is left of a section. */
final class LedgerItems {
    private LedgerItems() {}

    /**
     * The part of a section that no project claims. Rules see the section's name, and the text of its line item if it has only one: several
     * line items are about several things, and none of them speaks for the whole.
     *
     * @param lines  the section's line items, at least one
     * @param amount in yen
     */
    static BudgetItem remainder(List<BudgetItem> lines, long amount) {
        return item(lines, amount, LedgerAttributes.REMAINDER, "（残額）");
    }

    /**
     * What a section moves to other accounts and funds.
     *
     * @param lines the line items by which it does so, at least one
     */
    static BudgetItem transfers(List<BudgetItem> lines) {
        return item(lines, Section.sum(lines), LedgerAttributes.TRANSFER, "（繰入れ）");
    }

    private static BudgetItem item(List<BudgetItem> lines, long amount, String kind, String mark) {
        BudgetItem first = lines.get(0);
        Programme line = first.programme();
        Map<String, String> attributes = new TreeMap<>(line.attributes());
        attributes.put(LedgerAttributes.LEDGER, kind);
        attributes.put(
                LedgerAttributes.LINE_ITEMS,
                lines.stream().map(LedgerLine::of).map(LedgerLine::toString).collect(Collectors.joining("\n")));
        if (!kind.equals(LedgerAttributes.TRANSFER)) {
            attributes.remove(StateBudgetAttributes.TRANSFER);
        }
        boolean alone = lines.size() == 1;
        String section = line.attributes().getOrDefault(StateBudgetAttributes.SECTION, line.name());
        Programme programme = Programme.builder(kind + "-" + line.id())
                .ministry(line.ministry())
                .bureau(line.bureau())
                .account(line.account())
                .name(section + mark)
                .purpose(alone ? line.name() : "")
                .overview(alone ? line.overview() : "")
                .majorExpense(lines.stream()
                        .map(each -> each.programme().majorExpense())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining("; ")))
                .attributes(attributes)
                .build();
        return new BudgetItem(programme, first.fiscalYear(), first.stage(), amount, first.currency());
    }
}
