package org.countsas.explanation;

import java.util.List;
import org.countsas.adjudication.Decision;

/**
 * A set of changes that flips an outcome, none of which can be left out. It was verified by making the changes and deciding
 * again.
 *
 * @param changes  the changes, at least one
 * @param decision what is decided when they are made
 */
public record Counterfactual(List<Change> changes, Decision decision) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }
}
