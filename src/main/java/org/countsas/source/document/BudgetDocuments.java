package org.countsas.source.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** The documents that one reading has met, in any format: none is read twice. Not thread-safe. */
public final class BudgetDocuments {
    private final Map<BudgetDocument, String> files = new LinkedHashMap<>();

    /**
     * Notes a document.
     *
     * @param file where it is, for messages
     * @throws ProblemException {@code DUPLICATE_DOCUMENT} if it was read already, or another version of it
     */
    public void add(BudgetDocument document, String file) {
        files.forEach((other, first) -> {
            if (document.sameBudget(other)) {
                String id = document.id().equals(other.id()) ? document.id() : document.id() + " and " + other.id();
                throw new ProblemException(
                        Code.DUPLICATE_DOCUMENT,
                        Place.file(file),
                        "The " + document.title() + ", is read twice (document " + id + "); it was first read in "
                                + first,
                        "Name one of the two: the budget as it was drafted, or as parliament amended it");
            }
        });
        files.put(document, file);
    }

    /** The documents so far, in the order in which they were met. */
    List<BudgetDocument> all() {
        return new ArrayList<>(files.keySet());
    }

    /**
     * Whether the documents of these accounts make the budget after supplementary budgets: the initial one and every change of it, in a year that
     * has changes.
     */
    public boolean hasRevised(int fiscalYear, AccountType account) {
        boolean changed = false;
        TreeSet<Integer> numbers = new TreeSet<>();
        for (BudgetDocument document : files.keySet()) {
            boolean change = document.kind() == BudgetDocument.Kind.SUPPLEMENTARY;
            if (document.fiscalYear() == fiscalYear && (change || document.kind() == BudgetDocument.Kind.INITIAL)) {
                changed |= change;
                if (document.account() == account) {
                    numbers.add(document.number());
                }
            }
        }
        return changed && numbers.contains(0) && numbers.last() == numbers.size() - 1;
    }
}
