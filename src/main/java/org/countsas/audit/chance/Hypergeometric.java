package org.countsas.audit.chance;

import java.util.HashMap;
import java.util.Map;

/**
 * How many marked items a sample without replacement holds. Probabilities are computed from sums of logarithms by StrictMath, so that every
 * machine computes the same ones. Not thread-safe: it remembers what it has computed.
 */
public final class Hypergeometric {
    private final int population;
    private final int sample;
    private final double[] logFactorials;
    private final Map<Integer, double[]> sums = new HashMap<>();

    /**
     * @param population items, 0 or more
     * @param sample     how many of them are drawn, 0 to the population
     */
    public Hypergeometric(int population, int sample) {
        this.population = population;
        this.sample = sample;
        this.logFactorials = new double[population + 1];
        for (int i = 2; i <= population; i++) {
            logFactorials[i] = logFactorials[i - 1] + StrictMath.log(i);
        }
    }

    /**
     * The probability that the sample holds exactly so many.
     *
     * @param marked how many of the population are marked, 0 to the population
     */
    public double exactly(int found, int marked) {
        if (found < 0 || found > marked || found > sample || marked - found > population - sample) {
            return 0;
        }
        return StrictMath.exp(
                choose(marked, found) + choose(population - marked, sample - found) - choose(population, sample));
    }

    /** The probability that the sample holds at most so many. */
    public double atMost(int found, int marked) {
        if (found < 0) {
            return 0;
        }
        if (found >= Math.min(sample, marked)) {
            return 1;
        }
        double[] known = sums.get(marked);
        if (known == null || known.length <= found) {
            known = new double[found + 1];
            double sum = 0;
            for (int i = 0; i <= found; i++) {
                sum += exactly(i, marked);
                known[i] = Math.min(1, sum);
            }
            sums.put(marked, known);
        }
        return known[found];
    }

    private double choose(int from, int of) {
        return logFactorials[from] - logFactorials[of] - logFactorials[from - of];
    }
}
