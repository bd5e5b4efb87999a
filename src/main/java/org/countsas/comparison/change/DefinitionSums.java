package org.countsas.comparison.change;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.target.Distance;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Adoption;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.definition.Target;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.rule.Share;

/** Sums the decisions of one definition. Not thread-safe. */
final class DefinitionSums {
    private final ComparisonInput input;
    private final Definition definition;
    private final Map<Dimension, Map<String, PartTotal>> sums = new EnumMap<>(Dimension.class);
    private final Map<String, Map<String, PartTotal>> ministryAreas = new TreeMap<>();
    private Counted total = Counted.NOTHING;
    private int reviewItems;
    private long reviewHigh;

    private DefinitionSums(ComparisonInput input) {
        this.input = input;
        this.definition = input.reformed().definition();
        for (Dimension dimension : Dimension.values()) {
            sums.put(dimension, new LinkedHashMap<>());
        }
        definition.blocks().stream()
                .map(Block::id)
                .forEach(block -> requireNonNull(sums.get(Dimension.BLOCK)).put(block, nothing(block)));
        definition.adoptions().stream()
                .map(Adoption::policy)
                .forEach(policy -> requireNonNull(sums.get(Dimension.AREA)).put(policy, nothing(policy)));
    }

    /**
     * The result of an input.
     *
     * @param decisions about the items of the chosen year and stage
     * @param every     the items of all years and stages
     * @param more targets in addition to those of the definition
     */
    static DefinitionResult of(
            ComparisonInput input,
            List<Decision> decisions,
            List<BudgetItem> every,
            List<Target> more,
            LocalDate asOf) {
        DefinitionSums sums = new DefinitionSums(input);
        decisions.forEach(sums::add);
        return sums.result(sums.years(every, decisions, asOf), more);
    }

    private static PartTotal nothing(String key) {
        return new PartTotal(key, 0, 0, Counted.NOTHING);
    }

    private void add(Decision decision) {
        if (decision.outcome() == Outcome.REVIEW) {
            reviewItems++;
            reviewHigh = Math.addExact(reviewHigh, decision.counted().high());
        }
        if (decision.outcome() != Outcome.COUNTED) {
            return;
        }
        String ministry = decision.item().programme().ministry();
        String area = decision.area().orElseThrow();
        add(requireNonNull(sums.get(Dimension.BLOCK)), decision.block().orElseThrow(), decision);
        add(requireNonNull(sums.get(Dimension.AREA)), area, decision);
        add(requireNonNull(sums.get(Dimension.MINISTRY)), ministry, decision);
        add(
                requireNonNull(sums.get(Dimension.BASIS)),
                decision.decisive()
                        .orElseThrow()
                        .finding()
                        .rule()
                        .basis()
                        .name()
                        .toLowerCase(Locale.ROOT),
                decision);
        add(ministryAreas.computeIfAbsent(ministry, key -> new HashMap<>()), area, decision);
        total = total.plus(decision.counted());
    }

    private static void add(Map<String, PartTotal> sums, String key, Decision decision) {
        sums.put(key, sums.getOrDefault(key, nothing(key)).plus(decision.item().amount(), decision.counted()));
    }

    private DefinitionResult result(List<YearTotal> years, List<Target> more) {
        Map<Dimension, List<PartTotal>> lists = new EnumMap<>(Dimension.class);
        Comparator<PartTotal> largest = Comparator.<PartTotal>comparingLong(
                        sum -> sum.counted().central())
                .reversed()
                .thenComparing(PartTotal::key);
        lists.put(
                Dimension.BLOCK,
                requireNonNull(sums.get(Dimension.BLOCK)).values().stream()
                        .filter(sum -> sum.items() > 0)
                        .toList());
        lists.put(
                Dimension.AREA,
                List.copyOf(requireNonNull(sums.get(Dimension.AREA)).values()));
        lists.put(
                Dimension.MINISTRY,
                requireNonNull(sums.get(Dimension.MINISTRY)).values().stream()
                        .sorted(largest)
                        .toList());
        lists.put(
                Dimension.BASIS,
                requireNonNull(sums.get(Dimension.BASIS)).values().stream()
                        .sorted(Comparator.comparing(PartTotal::key))
                        .toList());
        List<MinistryAreaTotal> cross = new ArrayList<>();
        for (PartTotal ministry : lists.get(Dimension.MINISTRY)) {
            for (Adoption adoption : definition.adoptions()) {
                PartTotal sum =
                        requireNonNull(ministryAreas.get(ministry.key())).get(adoption.policy());
                if (sum != null) {
                    cross.add(new MinistryAreaTotal(ministry.key(), sum));
                }
            }
        }
        List<Target> targets = new ArrayList<>(definition.targets());
        more.stream()
                .filter(target ->
                        targets.stream().noneMatch(known -> known.percent().compareTo(target.percent()) == 0))
                .forEach(targets::add);
        targets.sort(Comparator.comparing(Target::percent));
        List<Distance> distances = Level.of(definition, targets).stream()
                .map(level -> Distance.of(level, total))
                .toList();
        return new DefinitionResult(
                input.label(),
                input.reformed(),
                input.rulesDigest(),
                total,
                lists,
                cross,
                reviewItems,
                reviewHigh,
                years,
                distances);
    }

    /** Whether and at which share a programme counts depends on neither year nor amount: each is adjudicated once. */
    private List<YearTotal> years(List<BudgetItem> every, List<Decision> decisions, LocalDate asOf) {
        Adjudicator adjudicator = new Adjudicator(definition, asOf);
        IdentityHashMap<Programme, Share> shares = new IdentityHashMap<>();
        decisions.forEach(decision -> shares.put(decision.item().programme(), share(decision)));
        TreeMap<Integer, Map<Stage, YearTotal>> years = new TreeMap<>();
        for (BudgetItem item : every) {
            Share share = shares.computeIfAbsent(
                    item.programme(),
                    programme -> share(adjudicator.decide(item, input.findings().of(programme))));
            Map<Stage, YearTotal> stages = years.computeIfAbsent(item.fiscalYear(), year -> new EnumMap<>(Stage.class));
            YearTotal sum = stages.getOrDefault(
                    item.stage(), new YearTotal(item.fiscalYear(), item.stage(), 0, 0, Counted.NOTHING));
            stages.put(
                    item.stage(),
                    new YearTotal(
                            sum.fiscalYear(),
                            sum.stage(),
                            sum.items() + 1,
                            Math.addExact(sum.amount(), item.amount()),
                            sum.counted().plus(Counted.of(share, item.amount()))));
        }
        // A stage without any money, such as a year not yet executed, is left out.
        return years.values().stream()
                .flatMap(stages -> stages.values().stream())
                .filter(year -> year.amount() != 0)
                .toList();
    }

    private static Share share(Decision decision) {
        return decision.outcome() == Outcome.COUNTED ? decision.share() : Share.NOTHING;
    }
}
