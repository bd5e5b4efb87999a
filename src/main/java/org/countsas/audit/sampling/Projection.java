package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.countsas.audit.chance.Statistics;

/**
 * Projects the errors of a sample to its population.
 *
 * <p><b>The likely error</b> is the sum of the errors found, each multiplied by the weight of its item. For a monetary-unit sample this is the
 * standard projection, tainting times interval: the weight of an item is the interval divided by its book value.
 *
 * <p><b>The upper bound</b> is Stringer's. A drawn item stands for an error of at most one interval J; its tainting, from 0 to 1, is the part
 * of J that it does stand for. With the confidence factors F of the Poisson distribution and the taintings t in descending order, the
 * bound is
 * <pre>  J × ( F(0) + Σ (F(i) − F(i−1)) × t(i) )  +  errors of the items that are certain</pre>
 * rounded up to the unit. It is the bound of monetary-unit sampling in the AICPA Audit Guide. It also holds for random and stratified
 * samples, because their strata are drawn from so densely that no item stands for more than J. If no error is found, an error above
 * J × F(0) has at most a chance of 1 − confidence to escape, whatever the strata. No bound exceeds what is possible: the errors found plus
 * all that the items not drawn could hold.
 *
 * <p>Stringer's bound is known to hold in practice with room to spare, and is not proven for every population (P. J. Bickel,
 * Inference and Auditing: The Stringer Bound, 1992).
 */
@API(status = API.Status.INTERNAL)
public final class Projection {
    private final Sample sample;
    private final Map<String, Judgement> judgements;
    private final Statistics statistics;

    private Projection(Sample sample, Map<String, Judgement> judgements) {
        this.sample = sample;
        this.judgements = judgements;
        this.statistics = new Statistics(sample.plan().confidence());
    }

    /**
     * Projects what was found.
     *
     * @param judgements one for each item of the sample, by id
     * @throws IllegalArgumentException if one is missing
     */
    public static Assessment of(Sample sample, Map<String, Judgement> judgements) {
        return of(sample, judgements, List.of());
    }

    /**
     * Projects what was found.
     *
     * @param judgements one for each item of the sample, by id
     * @param policies   ids of the policies of which an elusion sample tells each by itself
     * @throws IllegalArgumentException if one is missing
     */
    public static Assessment of(Sample sample, Map<String, Judgement> judgements, List<String> policies) {
        return new Projection(sample, judgements).assessment(policies);
    }

    private Assessment assessment(List<String> policies) {
        int wrong = (int) sample.drawn().stream()
                .filter(drawn -> !judgement(drawn).agreesWith(drawn.unit()))
                .count();
        if (sample.plan().method() == SamplingMethod.ELUSION) {
            List<MissedEstimate> missed = new Elusion(sample, judgements).estimates(policies);
            MissedEstimate all = missed.get(0);
            boolean items = sample.plan().tolerable().percent();
            Verdict verdict = verdict(
                    BigDecimal.valueOf(items ? all.likelyItems() : all.likely()),
                    BigDecimal.valueOf(items ? all.upperItems() : all.upper()),
                    sample.design().tolerable());
            return new Assessment(sample, wrong, List.of(), null, missed, verdict);
        }
        List<ErrorEstimate> errors = new ArrayList<>();
        for (ErrorKind kind : ErrorKind.values()) {
            errors.add(estimate(kind));
        }
        if (sample.plan().method() == SamplingMethod.RANDOM) {
            RateEstimate rate = rate(wrong);
            BigDecimal tolerable = sample.plan().tolerable().value().movePointLeft(2);
            return new Assessment(
                    sample, wrong, errors, rate, List.of(), verdict(rate.rate(), rate.upper(), tolerable));
        }
        Verdict verdict = Verdict.WITHIN;
        for (ErrorEstimate error : errors) {
            ProjectedError projected = error.projection();
            if (error.kind() != ErrorKind.WRONG_AREA && projected != null) {
                Verdict one = verdict(
                        BigDecimal.valueOf(projected.likely()),
                        BigDecimal.valueOf(projected.upper()),
                        sample.design().tolerable());
                verdict = one.compareTo(verdict) > 0 ? one : verdict;
            }
        }
        return new Assessment(sample, wrong, errors, null, List.of(), verdict);
    }

    private ErrorEstimate estimate(ErrorKind kind) {
        long found = 0;
        int items = 0;
        BigDecimal projected = BigDecimal.ZERO;
        BigDecimal certain = BigDecimal.ZERO;
        List<BigDecimal> contributions = new ArrayList<>();
        for (SampledItem drawn : sample.drawn()) {
            long error = kind.of(drawn.unit(), judgement(drawn));
            if (error > 0) {
                items++;
                found = Math.addExact(found, error);
                BigDecimal contribution = drawn.weight().times(error);
                projected = projected.add(contribution);
                if (drawn.certain()) {
                    certain = certain.add(contribution);
                } else {
                    contributions.add(contribution);
                }
            }
        }
        if (!kind.shownBy(sample.plan().population())) {
            return new ErrorEstimate(kind, items, found, null);
        }
        BigDecimal possible = BigDecimal.valueOf(found)
                .add(BigDecimal.valueOf(requireNonNull(sample.undrawnErrorMax().get(kind))));
        BigDecimal upper = certain.add(bound(contributions))
                .setScale(0, RoundingMode.CEILING)
                .min(possible);
        BigDecimal likely = projected.setScale(0, RoundingMode.HALF_UP).min(possible);
        return new ErrorEstimate(
                kind, items, found, new ProjectedError(likely.longValueExact(), upper.longValueExact()));
    }

    /** Stringer's bound, in units of the currency. The contribution of an item is its tainting times the interval. */
    private BigDecimal bound(List<BigDecimal> contributions) {
        BigDecimal before = statistics.factor(0);
        BigDecimal bound = BigDecimal.valueOf(sample.design().interval()).multiply(before);
        List<BigDecimal> descending =
                contributions.stream().sorted(Comparator.reverseOrder()).toList();
        for (int i = 0; i < descending.size(); i++) {
            BigDecimal factor = statistics.factor(i + 1);
            bound = bound.add(factor.subtract(before).multiply(descending.get(i)));
            before = factor;
        }
        return bound;
    }

    private RateEstimate rate(int wrong) {
        int size = sample.drawn().size();
        BigDecimal rate = BigDecimal.valueOf(wrong).divide(BigDecimal.valueOf(size), 6, RoundingMode.HALF_UP);
        return new RateEstimate(
                wrong, rate, size == sample.population().items() ? rate : statistics.upperRate(wrong, size));
    }

    private static Verdict verdict(BigDecimal likely, BigDecimal upper, BigDecimal tolerable) {
        if (likely.compareTo(tolerable) > 0) {
            return Verdict.EXCEEDED;
        }
        return upper.compareTo(tolerable) <= 0 ? Verdict.WITHIN : Verdict.OPEN;
    }

    private Judgement judgement(SampledItem drawn) {
        Judgement judgement = judgements.get(drawn.unit().id());
        if (judgement == null) {
            throw new IllegalArgumentException(
                    "no judgement about the item " + drawn.unit().id());
        }
        return judgement;
    }
}
