package org.countsas.audit.verification;

import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.LineReader;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.BundleFiles;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Reads the items of a bundle, to the last byte of their file. */
final class ItemsVerifier {
    private ItemsVerifier() {}

    /** @throws ProblemException at the first line that is wrong */
    static ItemIndex read(Bundle bundle) {
        Manifest manifest = bundle.manifest();
        ItemIndex index = new ItemIndex();
        try (LineReader lines = bundle.lines(BundleFiles.ITEMS)) {
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                ItemLine line = ItemLine.read(bytes, lines.place());
                BudgetItem item = line.item();
                index.add(item.id(), line.digest(), item.amount());
                if (!index.isAscendingAtEnd()) {
                    throw broken(
                            lines.place(),
                            "The item " + BundleFiles.shown(item.id()) + " appears twice or out of order");
                }
                if (item.fiscalYear() != manifest.fiscalYear()
                        || item.stage() != manifest.stage()
                        || !item.currency().equals(manifest.currency())) {
                    throw broken(
                            lines.place(), "The item is of another year, stage or currency than the manifest says");
                }
            }
        }
        if (index.size() != manifest.items()) {
            throw broken(
                    bundle.place(BundleFiles.ITEMS),
                    "There are " + index.size() + " items, but the manifest says " + manifest.items());
        }
        return index;
    }

    static ProblemException broken(Place place, String reason) {
        return new ProblemException(
                Code.BUNDLE_BROKEN, place, reason, "No run writes this; ask for a new copy of the bundle");
    }
}
