package org.countsas.candidate;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Proposed terms that somebody has dismissed, so that they are not proposed again.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rows in the order of the file
 */
@API(status = API.Status.EXPERIMENTAL)
public record DismissedTerms(List<Dismissal> rows) {
    /** None. */
    public static final DismissedTerms NONE = new DismissedTerms(List.of());

    public DismissedTerms {
        rows = List.copyOf(rows);
    }

    /**
     * A proposal that somebody has dismissed.
     *
     * @param concept the concept's id
     * @param term    the term
     * @param by      who dismissed it
     * @param on      the day
     * @param why     the reason
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Dismissal(String concept, String term, String by, LocalDate on, String why) {}

    /** Whether a term was dismissed for a concept. */
    public boolean contains(String concept, String term) {
        return rows.stream()
                .anyMatch(row -> row.concept().equals(concept) && row.term().equals(term));
    }
}
