package org.countsas.evaluation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.item.Programme;

/**
 * What the rules found about some programmes: evaluated once, adjudicated any number of times.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Findings {
    private final IdentityHashMap<Programme, List<Finding>> byProgramme;

    /**
     * Holds what was found.
     *
     * @param byProgramme the findings of each programme, by rule name; programmes are compared by identity
     */
    public Findings(Map<Programme, List<Finding>> byProgramme) {
        this.byProgramme = new IdentityHashMap<>(byProgramme.size());
        byProgramme.forEach(this.byProgramme::put);
    }

    /**
     * The findings of a programme, by rule name.
     *
     * @throws IllegalArgumentException if this object itself was not evaluated
     */
    public List<Finding> of(Programme programme) {
        List<Finding> findings = byProgramme.get(programme);
        if (findings == null) {
            throw new IllegalArgumentException("the programme " + programme.id() + " was not evaluated");
        }
        return findings;
    }
}
