package org.countsas.comparison.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.attribution.Contributions;
import org.countsas.comparison.game.BoundedGame;
import org.countsas.comparison.game.CooperativeGame;
import org.countsas.comparison.partition.ItemPartition;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The totals of every combination of policies that may be added to a definition, from one evaluation.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Scenarios {
    /** The most policies that can be combined. */
    public static final int MOST_POLICIES = CooperativeGame.MOST_PLAYERS;

    private final Reformed base;
    private final Reformed full;
    private final List<Edit.Add> additions;
    private final boolean statesOrder;
    private final BoundedGame game;

    private Scenarios(Reformed base, Reformed full, List<Edit.Add> additions, boolean statesOrder, BoundedGame game) {
        this.base = base;
        this.full = full;
        this.additions = additions;
        this.statesOrder = statesOrder;
        this.game = game;
    }

    /**
     * Sums all combinations.
     *
     * @param base      the definition, with whatever edits
     * @param additions the policies that may be added to it, at most {@value #MOST_POLICIES}
     * @param items     items of the findings' programmes, in one currency
     * @throws ProblemException    {@code TOO_MANY_POLICIES}, or whatever is wrong with an addition
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static Scenarios of(
            Reform base,
            List<Edit.Add> additions,
            Reforms reforms,
            List<BudgetItem> items,
            Findings findings,
            LocalDate asOf) {
        checkCount(additions.size());
        Reformed plain = reforms.apply(base);
        Reformed full = reforms.apply(base.and(List.copyOf(additions)));
        List<String> policies = additions.stream().map(Edit.Add::policy).toList();
        BoundedGame game = new ScenarioGame(plain.definition(), full.definition(), policies)
                .of(ItemPartition.of(items, findings, asOf));
        return new Scenarios(plain, full, List.copyOf(additions), statesOrder(plain, full, reforms), game);
    }

    /**
     * Refuses more policies than can be combined.
     *
     * @throws ProblemException {@code TOO_MANY_POLICIES}
     */
    public static void checkCount(int policies) {
        if (policies > MOST_POLICIES) {
            throw new ProblemException(
                    Code.TOO_MANY_POLICIES,
                    Place.NONE,
                    policies + " policies have more combinations than can be shown; " + MOST_POLICIES + " is the most",
                    "Name fewer with --policies");
        }
    }

    /** Whether the reform of a combination must state the order, because adding its policies might give a different one. */
    private static boolean statesOrder(Reformed plain, Reformed full, Reforms reforms) {
        Set<String> origins = new HashSet<>();
        full.origins().stream().skip(plain.origins().size()).forEach(origin -> origins.add(origin.definition()));
        if (origins.size() > 1 || origins.contains("")) {
            return true;
        }
        Optional<Definition> donor = origins.stream()
                .findFirst()
                .map(id -> reforms.apply(new Reform(id, List.of())).definition());
        return donor.isPresent()
                && !plain.definition().adoptions().stream()
                        .allMatch(adoption ->
                                donor.get().adoptionOf(adoption.policy()).isPresent());
    }

    /** The definition that the policies are added to. */
    public Reformed base() {
        return base;
    }

    /** The definition with all of the policies. */
    public Reformed full() {
        return full;
    }

    /** The ids of the policies that may be added; the first is bit 0 of a combination. */
    public List<String> policies() {
        return additions.stream().map(Edit.Add::policy).toList();
    }

    /** The policies that may be added, as a command names them, with their options, separated by commas. */
    public String additions() {
        return additions.stream().map(Edit.Add::toString).collect(Collectors.joining(","));
    }

    /** How many combinations there are: 2^k. */
    public int size() {
        return 1 << additions.size();
    }

    /** The totals as a game whose players are the policies. */
    public BoundedGame game() {
        return game;
    }

    /** The reform that a combination stands for, from which a command can reproduce its total. */
    public Reform reform(int set) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < additions.size(); i++) {
            if ((set >> i & 1) == 1) {
                edits.add(additions.get(i));
            }
        }
        if (set != 0 && statesOrder) {
            List<String> order = new ScenarioGame(base.definition(), full.definition(), policies())
                    .definition(set).adoptions().stream().map(Adoption::policy).toList();
            edits.add(new Edit.SetOrder(order));
        }
        return base.reform().and(edits);
    }

    /** What each policy contributes, in their order. */
    public List<Contribution> contributions() {
        return Contributions.of(game, policies());
    }

    /** For each pair of policies, what would be counted twice if their values alone were added up. */
    public List<List<TotalDelta>> overlaps() {
        return Contributions.overlaps(game);
    }

    /** All combinations, by their masks from 0: the base alone is the first, all policies are the last. */
    public List<Scenario> all() {
        return stream().toList();
    }

    /** {@link #all()} as a stream, so that a million of them need not be in memory at once. */
    public Stream<Scenario> stream() {
        long[][] values = values();
        return IntStream.range(0, size()).mapToObj(set -> scenario(set, values));
    }

    /** One combination. */
    public Scenario scenario(int set) {
        return new Scenario(
                set,
                names(set),
                new Counted(
                        game.low().value(set),
                        game.central().value(set),
                        game.high().value(set)));
    }

    /** The best combinations for each level, in their order, from one pass over all combinations. */
    public List<BestCombinations> best(List<Level> levels) {
        long[][] values = values();
        return levels.stream().map(level -> best(level, values)).toList();
    }

    private long[][] values() {
        return new long[][] {
            game.low().values(), game.central().values(), game.high().values()
        };
    }

    private BestCombinations best(Level level, long[][] values) {
        Comparator<Integer> bySum = Comparator.comparingLong(set -> values[1][set]);
        Comparator<Integer> byCount = Comparator.comparingInt(Integer::bitCount);
        Comparator<Integer> cheaper = bySum.thenComparing(byCount).thenComparing(Comparator.naturalOrder());
        Comparator<Integer> smaller = byCount.thenComparing(bySum).thenComparing(Comparator.naturalOrder());
        int reaching = 0;
        int cheapest = -1;
        int fewest = -1;
        int robust = -1;
        long most = Long.MIN_VALUE;
        long mostLow = Long.MIN_VALUE;
        for (int set = 0; set < values[1].length; set++) {
            most = Math.max(most, values[1][set]);
            mostLow = Math.max(mostLow, values[0][set]);
            if (values[1][set] >= level.amount()) {
                reaching++;
                cheapest = cheapest < 0 || cheaper.compare(set, cheapest) < 0 ? set : cheapest;
                fewest = fewest < 0 || smaller.compare(set, fewest) < 0 ? set : fewest;
            }
            if (values[0][set] >= level.amount()) {
                robust = robust < 0 || cheaper.compare(set, robust) < 0 ? set : robust;
            }
        }
        return new BestCombinations(
                level,
                reaching,
                scenarioOrNull(cheapest, values),
                scenarioOrNull(fewest, values),
                scenarioOrNull(robust, values),
                Math.max(0, Math.subtractExact(level.amount(), most)),
                Math.max(0, Math.subtractExact(level.amount(), mostLow)));
    }

    private @Nullable Scenario scenarioOrNull(int set, long[][] values) {
        return set < 0 ? null : scenario(set, values);
    }

    private Scenario scenario(int set, long[][] values) {
        return new Scenario(set, names(set), new Counted(values[0][set], values[1][set], values[2][set]));
    }

    private List<String> names(int set) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < additions.size(); i++) {
            if ((set >> i & 1) == 1) {
                names.add(additions.get(i).policy());
            }
        }
        return names;
    }
}
