package org.countsas.ledger;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;

/**
 * A line item of the statutory budget that is part of an item of the ledger. Immutable and thread-safe.
 *
 * @param id     its id
 * @param name   its name
 * @param amount its whole amount in yen, of which the ledger item may be only a part
 */
@API(status = API.Status.EXPERIMENTAL)
public record LedgerLine(String id, String name, long amount) {

    /** The line items that make up an item; none outside a joined ledger. */
    public static List<LedgerLine> of(Programme programme) {
        String lines = programme.attributes().getOrDefault(LedgerAttributes.LINE_ITEMS, "");
        return lines.lines().map(LedgerLine::parse).toList();
    }

    static LedgerLine of(BudgetItem line) {
        return new LedgerLine(line.id(), line.programme().name(), line.amount());
    }

    private static LedgerLine parse(String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        return new LedgerLine(
                line.substring(0, first), line.substring(first + 1, last), Long.parseLong(line.substring(last + 1)));
    }

    /** The line as it is in an attribute: id, name and yen. */
    @Override
    public String toString() {
        return id + " " + name.replaceAll("\\R", " ") + " " + amount;
    }
}
