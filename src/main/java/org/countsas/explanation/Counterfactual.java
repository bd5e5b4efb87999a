package org.countsas.explanation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;

/**
 * A set of changes that flips an outcome, none of which can be left out. It was verified by making the changes and deciding again; it
 * contains everything needed to repeat that.
 *
 * <p>Immutable and thread-safe.
 *
 * @param changes  the changes, at least one
 * @param changed  the item and the definition with the changes made
 * @param decision what is then decided
 */
@API(status = API.Status.EXPERIMENTAL)
public record Counterfactual(List<Change> changes, ChangedCase changed, Decision decision) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }
}
