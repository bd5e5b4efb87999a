package org.countsas.quality.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What items did with a set of rules.
 *
 * @param items how many items there were
 * @param rules the rules, by file, then in the file's order
 * @param terms the terms of all concepts
 */
public record Coverage(long items, List<RuleCoverage> rules, List<TermCoverage> terms) {
    public Coverage {
        rules = List.copyOf(rules);
        terms = List.copyOf(terms);
    }

    /**
     * A part of a whole.
     *
     * @param part  how many
     * @param whole of how many
     */
    public record Ratio(long part, long whole) {
        /** A percentage in tenths, rounded down, so that only the whole is 100; 100 if there is nothing. */
        public double percent() {
            return whole == 0 ? 100 : Math.floorDiv(part * 1000, whole) / 10.0;
        }
    }

    /** All conditions without parts, by rule. */
    public Stream<ConditionCoverage> conditions() {
        return rules.stream().flatMap(rule -> rule.conditions().stream());
    }

    /** Rules that held for an item. */
    public Ratio firedRules() {
        return new Ratio(rules.stream().filter(rule -> rule.fired() > 0).count(), rules.size());
    }

    /** Conditions seen met, seen not met, and seen to decide. */
    public Ratio coveredConditions() {
        return new Ratio(
                conditions().filter(ConditionCoverage::isCovered).count(),
                conditions().count());
    }

    /** Conditions that decided something. */
    public Ratio decidingConditions() {
        return new Ratio(
                conditions().filter(ConditionCoverage::decided).count(),
                conditions().count());
    }

    /** Conditions that decided both when met and when not met. */
    public Ratio fullyCoveredConditions() {
        return new Ratio(
                conditions()
                        .filter(condition -> condition.level() == ConditionCoverage.Level.FULL)
                        .count(),
                conditions().count());
    }

    /** Terms that were found. */
    public Ratio foundTerms() {
        return new Ratio(terms.stream().filter(term -> term.found() > 0).count(), terms.size());
    }
}
