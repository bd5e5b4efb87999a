package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.chance.StratifiedBound;
import org.jspecify.annotations.Nullable;

/** Estimates from an elusion sample what was missed, in all and by policy. Not thread-safe. */
final class Elusion {
    private final Sample sample;
    private final Map<String, Judgement> judgements;
    private final List<Stratum> chance;
    private final StratifiedBound bound;
    private final Map<List<Integer>, StratifiedBound.Missed> known = new HashMap<>();

    /** @param judgements one for each item of the sample, by id */
    Elusion(Sample sample, Map<String, Judgement> judgements) {
        this.sample = sample;
        this.judgements = judgements;
        this.chance = sample.strata().stream()
                .filter(stratum -> stratum.drawn() < stratum.items())
                .toList();
        this.bound = new StratifiedBound(
                chance.stream()
                        .map(stratum -> new StratifiedBound.Part(
                                stratum.items(),
                                stratum.drawn(),
                                sample.undrawn().getOrDefault(stratum.name(), List.of())))
                        .toList(),
                sample.plan().confidence());
    }

    /** What was missed in all policies, and then in each of these. */
    List<MissedEstimate> estimates(List<String> policies) {
        List<MissedEstimate> estimates = new ArrayList<>();
        estimates.add(estimate(null));
        policies.forEach(policy -> estimates.add(estimate(policy)));
        return estimates;
    }

    private MissedEstimate estimate(@Nullable String policy) {
        int items = 0;
        long found = 0;
        BigDecimal likelyItems = BigDecimal.ZERO;
        BigDecimal likely = BigDecimal.ZERO;
        Map<String, Integer> seen = new HashMap<>();
        for (SampledItem drawn : sample.drawn()) {
            Judgement judgement = requireNonNull(judgements.get(drawn.unit().id()));
            if (judgement.outcome() == Outcome.COUNTED && (policy == null || policy.equals(judgement.area()))) {
                items++;
                found = Math.addExact(found, judgement.counted());
                likelyItems = likelyItems.add(drawn.weight().times(1));
                likely = likely.add(drawn.weight().times(judgement.counted()));
                seen.merge(drawn.stratum(), 1, Integer::sum);
            }
        }
        StratifiedBound.Missed beyond = known.computeIfAbsent(
                chance.stream()
                        .map(stratum -> seen.getOrDefault(stratum.name(), 0))
                        .toList(),
                counts ->
                        bound.beyond(counts.stream().mapToInt(Integer::intValue).toArray()));
        return new MissedEstimate(
                policy,
                items,
                found,
                likelyItems.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                likely.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                items + (long) beyond.items(),
                Math.addExact(found, beyond.amount()));
    }
}
