package org.countsas.quality.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects of a decision. What is null or empty is not checked.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcomeOrNull      what is decided
 * @param areaOrNull         the area in which the item counts, or which is in question
 * @param blockOrNull        the block in which it counts
 * @param shareOrNull        the share that counts, or that the question would decide
 * @param countedOrNull      the amount that counts, at the definition's central value
 * @param ruleOrNull         the rule that decides
 * @param strengthOrNull     the strength of the rule that decides
 * @param alsoCountsInOrNull the further areas, in the definition's order
 * @param fires              rules that hold for the item, whatever becomes of them
 * @param doesNotFire        rules that do not hold for it
 * @param defeated           rules that hold for it and are defeated
 */
@API(status = API.Status.EXPERIMENTAL)
public record Expectation(
        @Nullable Outcome outcomeOrNull,
        @Nullable String areaOrNull,
        @Nullable String blockOrNull,
        @Nullable Share shareOrNull,
        @Nullable Long countedOrNull,
        @Nullable String ruleOrNull,
        @Nullable Strength strengthOrNull,
        @Nullable List<String> alsoCountsInOrNull,
        List<String> fires,
        List<String> doesNotFire,
        List<String> defeated) {

    private static final String NOTHING = "nothing";

    public Expectation {
        alsoCountsInOrNull = alsoCountsInOrNull == null ? null : List.copyOf(alsoCountsInOrNull);
        fires = List.copyOf(fires);
        doesNotFire = List.copyOf(doesNotFire);
        defeated = List.copyOf(defeated);
    }

    /** What is decided; empty if the test does not say. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcomeOrNull);
    }

    /** The area in which the item counts, or which is in question; empty if the test does not say. */
    public Optional<String> area() {
        return Optional.ofNullable(areaOrNull);
    }

    /** The block in which it counts; empty if the test does not say. */
    public Optional<String> block() {
        return Optional.ofNullable(blockOrNull);
    }

    /** The share that counts, or that the question would decide; empty if the test does not say. */
    public Optional<Share> share() {
        return Optional.ofNullable(shareOrNull);
    }

    /** The amount that counts, at the definition's central value; empty if the test does not say. */
    public Optional<Long> counted() {
        return Optional.ofNullable(countedOrNull);
    }

    /** The rule that decides; empty if the test does not say. */
    public Optional<String> rule() {
        return Optional.ofNullable(ruleOrNull);
    }

    /** The strength of the rule that decides; empty if the test does not say. */
    public Optional<Strength> strength() {
        return Optional.ofNullable(strengthOrNull);
    }

    /** The further areas, in the definition's order; empty if the test does not say. */
    public Optional<List<String>> alsoCountsIn() {
        return Optional.ofNullable(alsoCountsInOrNull);
    }

    /** That a rule does not hold, and nothing else. */
    static Expectation notFiring(String rule) {
        return new Expectation(null, null, null, null, null, null, null, null, List.of(), List.of(rule), List.of());
    }

    /**
     * A part of an expectation that a decision does not meet.
     *
     * @param part     the part's key in test files
     * @param expected what the test says
     * @param got      what is decided instead
     */
    public record Unmet(String part, String expected, String got) {}

    /** Whether the decision is as expected. */
    public boolean isMetBy(Decision decision) {
        return unmetBy(decision).isEmpty();
    }

    /** The parts that the decision does not meet, in the order of this record. */
    List<Unmet> unmetBy(Decision decision) {
        List<Unmet> unmet = new ArrayList<>();
        Optional<Rule> decisive =
                decision.decisive().map(finding -> finding.finding().rule());
        compare("outcome", outcomeOrNull == null ? null : word(outcomeOrNull), word(decision.outcome()), unmet);
        compare("area", areaOrNull, decision.areaOrNull(), unmet);
        compare("block", blockOrNull, decision.blockOrNull(), unmet);
        compare(
                "share",
                shareOrNull == null ? null : shareOrNull.toString(),
                decision.share().toString(),
                unmet);
        compare(
                "counted",
                countedOrNull == null ? null : countedOrNull.toString(),
                String.valueOf(decision.counted().central()),
                unmet);
        compare("rule", ruleOrNull, decisive.map(Rule::name).orElse(null), unmet);
        compare(
                "strength",
                strengthOrNull == null ? null : word(strengthOrNull),
                decisive.map(Rule::strength).map(Expectation::word).orElse(null),
                unmet);
        compare(
                "alsoCountsIn",
                alsoCountsInOrNull == null ? null : list(alsoCountsInOrNull),
                list(decision.alsoCountsIn()),
                unmet);
        for (String name : fires) {
            if (findingOf(name, decision).isEmpty()) {
                unmet.add(new Unmet("fires", name, "it does not fire"));
            }
        }
        for (String name : doesNotFire) {
            if (findingOf(name, decision).isPresent()) {
                unmet.add(new Unmet("doesNotFire", name, "it fires"));
            }
        }
        for (String name : defeated) {
            Optional<Standing> standing = findingOf(name, decision).map(WeighedFinding::standing);
            if (standing.filter(Standing.DEFEATED::equals).isEmpty()) {
                unmet.add(new Unmet(
                        "defeated", name, standing.map(Expectation::word).orElse("it does not fire")));
            }
        }
        return unmet;
    }

    static Optional<WeighedFinding> findingOf(String rule, Decision decision) {
        return decision.findings().stream()
                .filter(finding -> finding.finding().rule().name().equals(rule))
                .findFirst();
    }

    private static void compare(String part, @Nullable String expected, @Nullable String got, List<Unmet> unmet) {
        if (expected != null && !expected.equals(got)) {
            unmet.add(new Unmet(part, expected, got == null ? NOTHING : got));
        }
    }

    private static String list(List<String> areas) {
        return areas.isEmpty() ? NOTHING : String.join(", ", areas);
    }

    /** A constant as test files write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
