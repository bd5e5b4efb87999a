package org.countsas.source.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** The documents that one reading has met, in whatever format: none is read twice. Not thread-safe. */
public final class BudgetDocuments {
    private final Map<BudgetDocument, String> files = new LinkedHashMap<>();

    /**
     * Notes a document.
     *
     * @param file where it stands, for messages
     * @throws ProblemException {@code DUPLICATE_DOCUMENT} if it was read already, or another version of it
     */
    public void add(BudgetDocument document, String file) {
        files.forEach((other, first) -> {
            if (document.sameBudget(other)) {
                String id = document.id().equals(other.id()) ? document.id() : document.id() + " and " + other.id();
                throw new ProblemException(
                        Code.DUPLICATE_DOCUMENT,
                        Place.file(file),
                        "The " + document.title() + ", is read twice (document " + id + "); the other time in " + first,
                        "Name one of the two: the budget as it was drafted, or as parliament amended it");
            }
        });
        files.put(document, file);
    }

    /** The documents so far, in the order in which they were met. */
    public List<BudgetDocument> all() {
        return new ArrayList<>(files.keySet());
    }
}
