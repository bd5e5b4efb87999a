package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.countsas.adjudication.Outcome;

/** A population of 200 decisions made by a formula, and plans for it. */
public final class Populations {
    public static final String SEED = "20261122";

    private Populations() {}

    /** Every fifth does not count, every third other counts half; the amounts are 1,000 to 1,009,000. */
    public static List<SamplingUnit> twoHundred() {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(i -> {
                    long amount = (i * i * 37L % 1009 + 1) * 1000;
                    if (i % 5 == 0) {
                        return new SamplingUnit(String.valueOf(i), Outcome.NOT_COUNTED, null, amount, 0);
                    }
                    return new SamplingUnit(
                            String.valueOf(i),
                            Outcome.COUNTED,
                            i % 2 == 0 ? "space" : "aviation",
                            amount,
                            i % 3 == 0 ? amount / 2 : amount);
                })
                .toList();
    }

    public static SamplingPlan plan(
            SamplingMethod method, Population population, String tolerable, String expected, String seed) {
        return new SamplingPlan(
                method,
                population,
                new BigDecimal("95"),
                ErrorLimit.parse(tolerable).orElseThrow(),
                ErrorLimit.parse(expected).orElseThrow(),
                seed,
                method == SamplingMethod.STRATIFIED ? List.of(StratifyBy.AMOUNT) : List.of());
    }

    public static SamplingPlan plan(SamplingMethod method, Population population, String tolerable, String expected) {
        return plan(method, population, tolerable, expected, SEED);
    }

    /** What the decision itself says. */
    public static Judgement agreeing(SamplingUnit unit) {
        return new Judgement(unit.outcome(), unit.area(), unit.counted());
    }

    public static Judgement notCounted() {
        return Judgement.notCounted();
    }

    public static Judgement counted(String area, long counted) {
        return Judgement.counted(area, counted);
    }
}
