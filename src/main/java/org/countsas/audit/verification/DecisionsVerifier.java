package org.countsas.audit.verification;

import java.util.ArrayList;
import java.util.List;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.LineReader;
import org.countsas.audit.bundle.Manifest;
import org.countsas.audit.container.BundleFiles;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.merkle.MerkleRoot;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Reads the decisions of a bundle: builds the tree over them, sums them up, and indexes the items they are about. Not thread-safe. */
final class DecisionsVerifier {
    private final Bundle bundle;
    private final Manifest manifest;
    private final MerkleRoot root = new MerkleRoot();
    private final List<ItemIndex> indices = new ArrayList<>();
    private final List<DefinitionTotals.Sum> sums = new ArrayList<>();

    DecisionsVerifier(Bundle bundle) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        for (String definition : manifest.definitions()) {
            indices.add(new ItemIndex());
            sums.add(new DefinitionTotals.Sum(definition));
        }
    }

    /** @throws ProblemException at the first line that is wrong, or if the tree is not the one that was signed */
    void read() {
        int at = 0;
        try (LineReader lines = bundle.lines(BundleFiles.DECISIONS)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                root.add(line);
                DecisionLine decision = DecisionLine.read(line, lines.place());
                while (at < manifest.definitions().size()
                        && !manifest.definitions().get(at).equals(decision.definition())) {
                    at++;
                }
                if (at == manifest.definitions().size()) {
                    throw tree(
                            lines.place(),
                            "The definition " + BundleFiles.shown(decision.definition())
                                    + " is not one of the run's, or is out of order");
                }
                indices.get(at).add(decision.item(), decision.itemDigest(), decision.amount());
                sum(at, decision, lines.place());
            }
        }
        if (root.size() != manifest.treeSize() || !root.root().equals(manifest.treeRoot())) {
            throw tree(
                    bundle.place(BundleFiles.DECISIONS),
                    "The tree over the " + root.size() + " decisions has the root " + root.root()
                            + ", but the manifest says " + manifest.treeSize() + " and " + manifest.treeRoot());
        }
    }

    private void sum(int definition, DecisionLine decision, Place place) {
        try {
            sums.get(definition).add(decision);
        } catch (IllegalArgumentException e) {
            throw totals(place, "The decision does not fit those before it: " + e.getMessage());
        } catch (ArithmeticException e) {
            throw tooMuch(place);
        }
    }

    /**
     * Compares the decisions of each definition with the items.
     *
     * @throws ProblemException at the first difference
     */
    void compare(ItemIndex items) {
        for (int i = 0; i < indices.size(); i++) {
            int at = indices.get(i).mismatch(items);
            if (at >= 0) {
                int line = at + 1;
                for (int before = 0; before < i; before++) {
                    line += indices.get(before).size();
                }
                throw tree(
                        Place.line(
                                String.valueOf(
                                        bundle.place(BundleFiles.DECISIONS).file()),
                                line),
                        "Under " + manifest.definitions().get(i) + " the decision here is about "
                                + indices.get(i).id(at) + ", but the item in this place is " + items.id(at)
                                + (indices.get(i).id(at).equals(items.id(at))
                                        ? ", with another digest or amount"
                                        : ""));
            }
        }
    }

    /**
     * Compares the sums with those of the manifest.
     *
     * @throws ProblemException at the first difference
     */
    void totals() {
        List<DefinitionTotals> found;
        try {
            found = sums.stream().map(DefinitionTotals.Sum::total).toList();
        } catch (ArithmeticException e) {
            throw tooMuch(bundle.place(BundleFiles.DECISIONS));
        }
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(manifest.totals().get(i))) {
                throw totals(
                        bundle.place(BundleFiles.MANIFEST),
                        "The totals of " + found.get(i).definition() + " are not the sums of its decisions");
            }
        }
    }

    private static ProblemException tree(Place place, String reason) {
        return new ProblemException(
                Code.BUNDLE_TREE, place, reason, "No run writes this; ask for a new copy of the bundle");
    }

    private static ProblemException tooMuch(Place place) {
        return totals(place, "The amounts add up to more than " + CanonicalJson.LARGEST);
    }

    private static ProblemException totals(Place place, String reason) {
        return new ProblemException(
                Code.BUNDLE_TOTALS, place, reason, "Ask how it came about; the program never writes it");
    }
}
