package org.countsas.audit.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countsas.source.result.NaturalIds;

/**
 * Draws samples of decisions.
 *
 * <p><b>Size.</b> For amounts the sampling interval is the tolerable error divided by the planning factor, rounded down. Every
 * item of at least one interval is examined. Of the others no drawn item stands for more than one interval of possible error, so
 * the same bound holds for all methods (see {@link Projection}). A simple random sample is sized for the rate of wrong decisions.
 *
 * <p><b>Chance.</b> Items stand in the order of their {@link SeededDraw}. A systematic sample starts at a random unit of money and
 * takes every item in which one interval ends; a random sample takes the first items. So neither the order of the bundle nor that
 * of the ids has an influence, and an outsider can draw again.
 */
public final class Sampler {
    /** Halvings of the book value that tell strata apart; what is smaller is one stratum. */
    private static final int CLASSES = 10;
    /** Beyond this part of the tolerable error a sample has to be so large that it is none. */
    private static final BigDecimal MOST_EXPECTED = new BigDecimal("0.9");

    private static final String REST = "rest";
    private static final Comparator<SampledItem> BY_ID =
            Comparator.comparing((SampledItem drawn) -> drawn.unit().id(), NaturalIds.ORDER);

    private final SamplingPlan plan;
    private final SeededDraw tickets;
    private final Statistics statistics;

    private Sampler(SamplingPlan plan) {
        this.plan = plan;
        this.tickets = new SeededDraw(plan.seed());
        this.statistics = new Statistics(plan.confidence());
    }

    /**
     * Draws the sample of a plan. The order of the decisions does not matter.
     *
     * @param decisions one for each item
     * @throws org.countsas.problem.ProblemException {@code BAD_SAMPLING_PLAN} if the plan does not fit the population
     * @throws ArithmeticException if the book values add up to more than a long can hold
     */
    public static Sample draw(SamplingPlan plan, List<SamplingUnit> decisions) {
        return new Sampler(plan).draw(decisions);
    }

    private Sample draw(List<SamplingUnit> decisions) {
        int without = (int) decisions.stream().filter(unit -> size(unit) == 0).count();
        int negative = (int) decisions.stream().filter(unit -> size(unit) < 0).count();
        List<SamplingUnit> population =
                inOrder(decisions.stream().filter(unit -> size(unit) > 0).toList());
        if (population.isEmpty()) {
            throw SamplingPlan.wrong(
                    "There is nothing to draw from: no item has a book value in the population '"
                            + plan.population().id() + "'",
                    "Choose the population 'amount'");
        }
        long size = population.stream().mapToLong(this::size).reduce(0, Math::addExact);
        if (plan.method() == SamplingMethod.RANDOM) {
            return random(population, size, without, negative);
        }
        BigDecimal book = BigDecimal.valueOf(size);
        BigDecimal tolerable = plan.tolerable().of(book);
        BigDecimal expected = plan.expected().of(book);
        if (expected.compareTo(tolerable.multiply(MOST_EXPECTED)) > 0 || tolerable.compareTo(book) > 0) {
            throw SamplingPlan.wrong(
                    "Of a population of " + book.toPlainString() + " an error of " + tolerable.toPlainString()
                            + " is tolerable and one of " + expected.toPlainString() + " expected",
                    "Expect at most nine tenths of what is tolerable, and tolerate at most the whole population");
        }
        BigDecimal factor = statistics.planningFactor(expected.divide(tolerable, MathContext.DECIMAL64));
        long interval = tolerable
                .divide(factor, 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE)
                .longValueExact();
        List<SamplingUnit> rest =
                population.stream().filter(unit -> size(unit) < interval).toList();
        List<SamplingUnit> certain =
                population.stream().filter(unit -> size(unit) >= interval).toList();
        List<SampledItem> drawn = new ArrayList<>();
        List<Stratum> strata = new ArrayList<>();
        if (!certain.isEmpty()) {
            certain.forEach(unit -> drawn.add(new SampledItem(unit, Stratum.CERTAIN, true, Weight.ONE)));
            strata.add(stratum(Stratum.CERTAIN, certain, certain.size()));
        }
        if (plan.method() == SamplingMethod.MONETARY_UNIT) {
            systematic(rest, interval, drawn, strata);
        } else {
            stratified(rest, interval, drawn, strata);
        }
        return sample(population, size, tolerable, expected, factor, interval, without, negative, strata, drawn);
    }

    private void systematic(List<SamplingUnit> rest, long interval, List<SampledItem> drawn, List<Stratum> strata) {
        if (rest.isEmpty()) {
            return;
        }
        long next = tickets.start(interval);
        long passed = 0;
        int before = drawn.size();
        for (SamplingUnit unit : rest) {
            passed = Math.addExact(passed, size(unit));
            if (passed >= next) {
                drawn.add(new SampledItem(unit, REST, false, new Weight(interval, size(unit))));
                next = Math.addExact(next, interval);
            }
        }
        strata.add(stratum(REST, rest, drawn.size() - before));
    }

    private void stratified(List<SamplingUnit> rest, long interval, List<SampledItem> drawn, List<Stratum> strata) {
        Map<String, List<SamplingUnit>> byName = rest.stream()
                .collect(Collectors.groupingBy(unit -> stratumOf(unit, interval), TreeMap::new, Collectors.toList()));
        byName.forEach((name, units) -> {
            int count = reach(units)
                    .divide(BigDecimal.valueOf(interval), 0, RoundingMode.CEILING)
                    .intValueExact();
            take(name, units, count, drawn, strata);
        });
    }

    private Sample random(List<SamplingUnit> population, long size, int without, int negative) {
        BigDecimal items = BigDecimal.valueOf(population.size());
        int count = statistics.attributesSize(
                plan.tolerable().value().movePointLeft(2),
                plan.expected().value().movePointLeft(2),
                population.size());
        List<SampledItem> drawn = new ArrayList<>();
        List<Stratum> strata = new ArrayList<>();
        take(REST, population, count, drawn, strata);
        long interval = reach(population)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.CEILING)
                .longValueExact();
        return sample(
                population,
                size,
                plan.tolerable().of(items),
                plan.expected().of(items),
                BigDecimal.ZERO,
                interval,
                without,
                negative,
                strata,
                drawn);
    }

    /** The first so many of the items, which stand in the order of their tickets. */
    private void take(String name, List<SamplingUnit> units, int count, List<SampledItem> drawn, List<Stratum> strata) {
        boolean all = count == units.size();
        Weight weight = all ? Weight.ONE : new Weight(units.size(), count);
        units.subList(0, count).forEach(unit -> drawn.add(new SampledItem(unit, name, all, weight)));
        strata.add(stratum(name, units, count));
    }

    private Sample sample(
            List<SamplingUnit> population,
            long size,
            BigDecimal tolerable,
            BigDecimal expected,
            BigDecimal factor,
            long interval,
            int without,
            int negative,
            List<Stratum> strata,
            List<SampledItem> drawn) {
        Set<String> ids = new HashSet<>();
        drawn.forEach(each -> ids.add(each.unit().id()));
        Map<ErrorKind, Long> errorMax = new EnumMap<>(ErrorKind.class);
        for (ErrorKind kind : ErrorKind.values()) {
            errorMax.put(
                    kind,
                    population.stream()
                            .filter(unit -> !ids.contains(unit.id()))
                            .mapToLong(kind::mostOf)
                            .reduce(0, Math::addExact));
        }
        drawn.sort(BY_ID);
        return new Sample(
                plan,
                population.size(),
                size,
                tolerable,
                expected,
                factor,
                interval,
                without,
                negative,
                strata,
                drawn,
                errorMax);
    }

    private List<SamplingUnit> inOrder(List<SamplingUnit> units) {
        Map<SamplingUnit, BigInteger> ticketed =
                units.stream().collect(Collectors.toMap(Function.identity(), unit -> tickets.of(unit.id())));
        return units.stream().sorted(Comparator.comparing(ticketed::get)).toList();
    }

    private String stratumOf(SamplingUnit unit, long interval) {
        List<String> parts = new ArrayList<>();
        for (StratifyBy by : plan.strata()) {
            parts.add(
                    switch (by) {
                        case OUTCOME -> unit.outcome().name();
                        case AREA -> unit.area().orElse("-");
                        case AMOUNT -> classOf(size(unit), interval);
                    });
        }
        return String.join(" / ", parts);
    }

    /** The interval, its half, its quarter and so on: the least of them that the book value is below. */
    private static String classOf(long size, long interval) {
        int halvings = 0;
        while (halvings < CLASSES && size < interval >> (halvings + 1)) {
            halvings++;
        }
        return (char) ('A' + halvings) + ": below "
                + (interval >> halvings); // the letter keeps the classes in their order
    }

    private Stratum stratum(String name, List<SamplingUnit> units, int drawn) {
        return new Stratum(
                name,
                units.size(),
                units.stream().mapToLong(this::size).reduce(0, Math::addExact),
                largest(units),
                drawn);
    }

    private long largest(List<SamplingUnit> units) {
        return units.stream().mapToLong(this::size).max().orElse(0);
    }

    /** What all of these would be worth if each were as large as the largest. */
    private BigDecimal reach(List<SamplingUnit> units) {
        return BigDecimal.valueOf(units.size()).multiply(BigDecimal.valueOf(largest(units)));
    }

    private long size(SamplingUnit unit) {
        return plan.population().sizeOf(unit);
    }
}
