package org.countsas.audit.sampling;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.countsas.audit.chance.SeededDraw;
import org.countsas.audit.chance.Statistics;
import org.countsas.item.NaturalIds;
import org.jspecify.annotations.Nullable;

/**
 * Draws samples of decisions.
 *
 * <p><b>Size.</b> For amounts the sampling interval is the tolerable error divided by the planning factor, rounded down. Every item of at
 * least one interval is examined. Of the others, no drawn item stands for more than one interval of possible error, so the same bound holds
 * for all methods (see {@link Projection}). The size of a simple random sample follows from the rate of wrong decisions.
 *
 * <p><b>Chance.</b> Items are ordered by their {@linkplain SeededDraw tickets}. A systematic sample starts at a random unit of money and takes
 * every item in which an interval ends; a random sample takes the first items. So neither the order of the bundle nor that of the ids has
 * any influence, and an outsider can draw the same sample again.
 */
@API(status = API.Status.INTERNAL)
public final class Sampler {
    /** How often the interval is halved to separate strata; smaller book values are one stratum. */
    private static final int CLASSES = 10;
    /** An expected error above this part of the tolerable one would take almost the whole population. */
    private static final BigDecimal MOST_EXPECTED = new BigDecimal("0.9");

    private static final String REST = "rest";
    private static final Comparator<SampledItem> BY_ID =
            Comparator.comparing((SampledItem drawn) -> drawn.unit().id(), NaturalIds.ORDER);

    private final SamplingPlan plan;
    private final @Nullable Resemblance resemblance;
    private final SeededDraw chance;
    private final Statistics statistics;
    private final List<SampledItem> drawn = new ArrayList<>();
    private final List<Stratum> strata = new ArrayList<>();
    private final Map<String, List<Long>> undrawn = new TreeMap<>();

    private Sampler(SamplingPlan plan, @Nullable Resemblance resemblance) {
        this.resemblance = resemblance;
        this.plan = plan;
        this.chance = new SeededDraw(plan.seed());
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
        if (plan.method() == SamplingMethod.ELUSION) {
            throw new IllegalArgumentException("an elusion sample needs a resemblance");
        }
        return new Sampler(plan, null).draw(decisions);
    }

    /**
     * Draws the sample of a plan. The order of the decisions does not matter.
     *
     * @param decisions   one for each item
     * @param resemblance for {@link SamplingMethod#ELUSION}; other methods do not ask it
     * @throws org.countsas.problem.ProblemException {@code BAD_SAMPLING_PLAN} if the plan does not fit the population
     * @throws ArithmeticException if the book values add up to more than a long can hold
     */
    public static Sample draw(SamplingPlan plan, List<SamplingUnit> decisions, Resemblance resemblance) {
        return new Sampler(plan, resemblance).draw(decisions);
    }

    private Sample draw(List<SamplingUnit> decisions) {
        List<SamplingUnit> units =
                byTicket(decisions.stream().filter(unit -> bookValue(unit) > 0).toList());
        if (units.isEmpty()) {
            throw SamplingPlan.wrong(
                    "There is nothing to draw from: no item has a book value in the population '"
                            + plan.population().id() + "'",
                    plan.population() == Population.NOT_COUNTED
                            ? "Nothing that has an amount was left out, so nothing can have been missed"
                            : "Choose the population 'amount'");
        }
        PopulationSummary population = new PopulationSummary(
                units.size(),
                bookValue(units),
                (int) decisions.stream().filter(unit -> bookValue(unit) == 0).count(),
                (int) decisions.stream().filter(unit -> bookValue(unit) < 0).count());
        SampleDesign design = switch (plan.method()) {
            case RANDOM -> random(units);
            case MONETARY_UNIT, STRATIFIED -> byMoney(units, population);
            case ELUSION -> byRank(units, requireNonNull(resemblance));
        };
        drawn.sort(BY_ID);
        String ranked = plan.method() == SamplingMethod.ELUSION
                ? requireNonNull(resemblance).id()
                : "";
        return new Sample(plan, population, design, strata, drawn, ranked, undrawn, undrawnErrorMax(units));
    }

    private SampleDesign byRank(List<SamplingUnit> units, Resemblance ranked) {
        List<List<SamplingUnit>> ranks = IntStream.range(0, Resemblance.RANKS)
                .mapToObj(each -> units.stream()
                        .filter(unit -> ranked.rank(unit.id()) == each)
                        .toList())
                .toList();
        ElusionDesign.Sizes sizes = new ElusionDesign(
                        plan,
                        ranks.stream()
                                .map(each ->
                                        each.stream().map(SamplingUnit::amount).toList())
                                .toList())
                .sizes();
        List<SamplingUnit> certain =
                units.stream().filter(unit -> unit.amount() >= sizes.large()).toList();
        if (!certain.isEmpty()) {
            take(Stratum.CERTAIN, certain, certain.size());
        }
        for (int each = 0; each < ranks.size(); each++) {
            List<SamplingUnit> rest = ranks.get(each).stream()
                    .filter(unit -> unit.amount() < sizes.large())
                    .toList();
            int count = sizes.sizes().get(each);
            if (!rest.isEmpty()) {
                String name = "rank " + (each + 1);
                take(name, rest, count);
                undrawn.put(
                        name,
                        rest.subList(count, rest.size()).stream()
                                .map(SamplingUnit::amount)
                                .sorted(Comparator.reverseOrder())
                                .toList());
            }
        }
        BigDecimal whole = BigDecimal.valueOf(plan.tolerable().percent() ? units.size() : bookValue(units));
        return new SampleDesign(
                plan.tolerable().of(whole),
                plan.expected().of(whole),
                BigDecimal.ZERO,
                certain.isEmpty() ? 0 : sizes.large());
    }

    private SampleDesign random(List<SamplingUnit> units) {
        BigDecimal items = BigDecimal.valueOf(units.size());
        int count = statistics.attributesSize(
                plan.tolerable().value().movePointLeft(2),
                plan.expected().value().movePointLeft(2),
                units.size());
        take(REST, units, count);
        long interval = largestTimesCount(units)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.CEILING)
                .longValueExact();
        return new SampleDesign(plan.tolerable().of(items), plan.expected().of(items), BigDecimal.ZERO, interval);
    }

    private SampleDesign byMoney(List<SamplingUnit> units, PopulationSummary population) {
        SampleDesign design = design(BigDecimal.valueOf(population.bookValue()));
        List<SamplingUnit> certain = units.stream()
                .filter(unit -> bookValue(unit) >= design.interval())
                .toList();
        List<SamplingUnit> rest = units.stream()
                .filter(unit -> bookValue(unit) < design.interval())
                .toList();
        if (!certain.isEmpty()) {
            certain.forEach(unit -> drawn.add(new SampledItem(unit, Stratum.CERTAIN, true, Weight.ONE)));
            strata.add(stratum(Stratum.CERTAIN, certain, certain.size()));
        }
        if (plan.method() == SamplingMethod.MONETARY_UNIT) {
            systematic(rest, design.interval());
        } else {
            stratified(rest, design.interval());
        }
        return design;
    }

    private SampleDesign design(BigDecimal bookValue) {
        BigDecimal tolerable = plan.tolerable().of(bookValue);
        BigDecimal expected = plan.expected().of(bookValue);
        if (expected.compareTo(tolerable.multiply(MOST_EXPECTED)) > 0 || tolerable.compareTo(bookValue) > 0) {
            throw SamplingPlan.wrong(
                    "In a population of " + bookValue.toPlainString() + " an error of " + tolerable.toPlainString()
                            + " is tolerable and one of " + expected.toPlainString() + " expected",
                    "Expect at most nine tenths of what is tolerable, and tolerate at most the whole population");
        }
        BigDecimal factor = statistics.planningFactor(expected.divide(tolerable, MathContext.DECIMAL64));
        long interval = tolerable
                .divide(factor, 0, RoundingMode.DOWN)
                .max(BigDecimal.ONE)
                .longValueExact();
        return new SampleDesign(tolerable, expected, factor, interval);
    }

    private void systematic(List<SamplingUnit> rest, long interval) {
        if (rest.isEmpty()) {
            return;
        }
        long next = chance.start(interval);
        long passed = 0;
        int before = drawn.size();
        for (SamplingUnit unit : rest) {
            passed = Math.addExact(passed, bookValue(unit));
            if (passed >= next) {
                drawn.add(new SampledItem(unit, REST, false, new Weight(interval, bookValue(unit))));
                next = Math.addExact(next, interval);
            }
        }
        strata.add(stratum(REST, rest, drawn.size() - before));
    }

    private void stratified(List<SamplingUnit> rest, long interval) {
        Map<String, List<SamplingUnit>> byName = rest.stream()
                .collect(Collectors.groupingBy(unit -> stratumOf(unit, interval), TreeMap::new, Collectors.toList()));
        byName.forEach((name, units) -> {
            int count = largestTimesCount(units)
                    .divide(BigDecimal.valueOf(interval), 0, RoundingMode.CEILING)
                    .intValueExact();
            take(name, units, count);
        });
    }

    /** Draws the first items of a stratum, whose items are in the order of their tickets. */
    private void take(String name, List<SamplingUnit> units, int count) {
        boolean all = count == units.size();
        Weight weight = all ? Weight.ONE : new Weight(units.size(), count);
        units.subList(0, count).forEach(unit -> drawn.add(new SampledItem(unit, name, all, weight)));
        strata.add(stratum(name, units, count));
    }

    private Map<ErrorKind, Long> undrawnErrorMax(List<SamplingUnit> units) {
        Set<String> ids = new HashSet<>();
        drawn.forEach(each -> ids.add(each.unit().id()));
        Map<ErrorKind, Long> most = new EnumMap<>(ErrorKind.class);
        for (ErrorKind kind : ErrorKind.values()) {
            most.put(
                    kind,
                    units.stream()
                            .filter(unit -> !ids.contains(unit.id()))
                            .mapToLong(kind::mostOf)
                            .reduce(0, Math::addExact));
        }
        return most;
    }

    private List<SamplingUnit> byTicket(List<SamplingUnit> units) {
        Map<SamplingUnit, BigInteger> tickets = new HashMap<>();
        units.forEach(unit -> tickets.put(unit, chance.ticket(unit.id())));
        return units.stream().sorted(Comparator.comparing(tickets::get)).toList();
    }

    private String stratumOf(SamplingUnit unit, long interval) {
        List<String> parts = new ArrayList<>();
        for (StratifyBy by : plan.strata()) {
            parts.add(
                    switch (by) {
                        case OUTCOME -> unit.outcome().name();
                        case AREA -> requireNonNullElse(unit.area(), "-");
                        case AMOUNT -> classOf(bookValue(unit), interval);
                    });
        }
        return String.join(" / ", parts);
    }

    /** Of the interval, its half, its quarter and so on, the smallest that the book value is below. */
    private static String classOf(long bookValue, long interval) {
        int halvings = 0;
        while (halvings < CLASSES && bookValue < interval >> (halvings + 1)) {
            halvings++;
        }
        return (char) ('A' + halvings) + ": below "
                + (interval >> halvings); // the letter keeps the classes in their order
    }

    private Stratum stratum(String name, List<SamplingUnit> units, int count) {
        return new Stratum(name, units.size(), bookValue(units), largest(units), count);
    }

    private long largest(List<SamplingUnit> units) {
        return units.stream().mapToLong(this::bookValue).max().orElse(0);
    }

    /** What the book value would be if every item were as large as the largest. */
    private BigDecimal largestTimesCount(List<SamplingUnit> units) {
        return BigDecimal.valueOf(units.size()).multiply(BigDecimal.valueOf(largest(units)));
    }

    private long bookValue(SamplingUnit unit) {
        return plan.population().bookValue(unit);
    }

    private long bookValue(List<SamplingUnit> units) {
        return units.stream().mapToLong(this::bookValue).reduce(0, Math::addExact);
    }
}
