package org.countsas.comparison.reform;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.problem.ProblemException;

/**
 * A definition written as another one and edits of it, which are applied from left to right:
 * {@code japan-2022 + shipbuilding - research-and-development + share(public-infrastructure=10%) + gdp(600tn)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param base  id of the definition to which the edits apply
 * @param edits the edits, in the order in which they are applied
 */
@API(status = API.Status.EXPERIMENTAL)
public record Reform(String base, List<Edit> edits) {
    public Reform {
        edits = List.copyOf(edits);
    }

    /**
     * Reads a reform as it is written on a command line. Full-width characters are read as their plain counterparts.
     *
     * @throws ProblemException {@code BAD_REFORM} if it cannot be read, {@code REFORM_SHARE} for a share outside 0 to 100 per cent
     */
    public static Reform parse(String text) {
        return new ReformParser(text).reform();
    }

    /** This reform with further edits after its own. */
    public Reform and(List<Edit> further) {
        List<Edit> all = new ArrayList<>(edits);
        all.addAll(further);
        return new Reform(base, all);
    }

    /** One line that {@link #parse} reads as the same reform. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(base);
        edits.forEach(edit -> line.append(' ').append(edit.sign()).append(' ').append(edit));
        return line.toString();
    }
}
