package org.countsas.audit.bundle;

import org.apiguardian.api.API;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.merkle.Hash;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * An item as a bundle records it.
 *
 * @param item   the item
 * @param digest SHA-256 of its line, which its decisions name
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemLine(BudgetItem item, Hash digest) {
    /**
     * Reads a line of {@code items.jsonl}.
     *
     * @param place where the line is, for the message
     * @throws ProblemException {@code NOT_CANONICAL} or {@code BUNDLE_BROKEN}
     */
    public static ItemLine read(byte[] line, Place place) {
        BudgetItem item = ItemJson.read(CanonicalJson.read(line, place))
                .orElseThrow(() -> new ProblemException(
                        Code.BUNDLE_BROKEN,
                        place,
                        "The line is not an item as a bundle records it",
                        "Ask for a new copy of the bundle"));
        return new ItemLine(item, Hash.sha256(line));
    }

    /** The line without its line feed. */
    public byte[] bytes() {
        return CanonicalJson.bytes(ItemJson.of(item));
    }
}
