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

/**
 * What a test expects of a decision. Empty components are not checked.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcome      what is decided
 * @param area         the area in which the item counts, or which is in question
 * @param block        the block in which it counts
 * @param share        the share that counts, or that the question would decide
 * @param counted      the amount that counts, at the definition's central value
 * @param rule         the rule that decides
 * @param strength     the strength of the rule that decides
 * @param alsoCountsIn the further areas, in the definition's order
 * @param fires        rules that hold for the item, whatever becomes of them
 * @param doesNotFire  rules that do not hold for it
 * @param defeated     rules that hold for it and are defeated
 */
@API(status = API.Status.EXPERIMENTAL)
public record Expectation(
        Optional<Outcome> outcome,
        Optional<String> area,
        Optional<String> block,
        Optional<Share> share,
        Optional<Long> counted,
        Optional<String> rule,
        Optional<Strength> strength,
        Optional<List<String>> alsoCountsIn,
        List<String> fires,
        List<String> doesNotFire,
        List<String> defeated) {

    private static final String NOTHING = "nothing";

    public Expectation {
        alsoCountsIn = alsoCountsIn.map(List::copyOf);
        fires = List.copyOf(fires);
        doesNotFire = List.copyOf(doesNotFire);
        defeated = List.copyOf(defeated);
    }

    /** That a rule does not hold, and nothing else. */
    static Expectation notFiring(String rule) {
        return new Expectation(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(rule),
                List.of());
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
        compare("outcome", outcome.map(Expectation::word), Optional.of(word(decision.outcome())), unmet);
        compare("area", area, decision.area(), unmet);
        compare("block", block, decision.block(), unmet);
        compare(
                "share",
                share.map(Share::toString),
                Optional.of(decision.share().toString()),
                unmet);
        compare(
                "counted",
                counted.map(String::valueOf),
                Optional.of(String.valueOf(decision.counted().central())),
                unmet);
        compare("rule", rule, decisive.map(Rule::name), unmet);
        compare(
                "strength",
                strength.map(Expectation::word),
                decisive.map(Rule::strength).map(Expectation::word),
                unmet);
        compare("alsoCountsIn", alsoCountsIn.map(Expectation::list), Optional.of(list(decision.alsoCountsIn())), unmet);
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

    private static void compare(String part, Optional<String> expected, Optional<String> got, List<Unmet> unmet) {
        if (expected.isPresent() && !expected.equals(got)) {
            unmet.add(new Unmet(part, expected.get(), got.orElse(NOTHING)));
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
