package org.countsas.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.countsas.definition.Adoption;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;

/** What must be so whatever the findings and the definition. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class AdjudicatorPropertyTest {
    private static final List<String> POLICIES = List.of("a", "b", "c", "d");

    @Property
    void the_order_in_which_findings_come_does_not_matter(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll long amount,
            @ForAll Random random) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);
        assertThat(decide(definition, amount, shuffled)).isEqualTo(decide(definition, amount, findings));
    }

    @Property
    @StatisticsReport(onFailureOnly = true)
    void a_decision_is_what_the_definition_of_terms_says_it_is(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll @LongRange(min = 0) long amount) {
        List<String> order =
                definition.adoptions().stream().map(Adoption::policy).toList();
        List<Finding> sides = findings.stream()
                .filter(each -> order.contains(each.rule().policy()) && each.inForceOn(Cases.DAY))
                .toList();
        List<Finding> standing = sides.stream()
                .filter(each -> each.rule().effect() != Effect.REJECT)
                .filter(each -> sides.stream()
                        .noneMatch(reject -> reject.rule().effect() == Effect.REJECT
                                && (reject.rule().scope() == Scope.EVERYWHERE
                                        || reject.rule()
                                                .policy()
                                                .equals(each.rule().policy()))
                                && reject.rule().strength().ordinal()
                                        >= each.rule().strength().ordinal()))
                .toList();
        Comparator<Finding> rank = Comparator.<Finding>comparingInt(
                        each -> order.indexOf(each.rule().policy()))
                .thenComparingInt(each -> -each.rule().strength().ordinal())
                .thenComparing(each -> share(definition, each), Comparator.reverseOrder())
                .thenComparing(each -> each.rule().name());
        Optional<Finding> count = standing.stream()
                .filter(each -> each.rule().effect() == Effect.COUNT)
                .min(rank);
        Optional<Finding> review = standing.stream()
                .filter(each -> each.rule().effect() == Effect.REVIEW)
                .min(rank);

        Decision decision = decide(definition, amount, findings);

        Outcome outcome =
                count.isPresent() ? Outcome.COUNTED : review.isPresent() ? Outcome.REVIEW : Outcome.NOT_COUNTED;
        Statistics.collect(outcome);
        Statistics.coverage(coverage -> Stream.of(Outcome.values())
                .forEach(each -> coverage.check(each).percentage(percentage -> percentage > 5)));
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.area())
                .isEqualTo(count.or(() -> review).map(each -> each.rule().policy()));
        assertThat(decision.share())
                .isEqualTo(count.or(() -> review)
                        .map(each -> share(definition, each))
                        .orElse(Share.NOTHING));
        assertThat(decision.alsoCountsIn())
                .isEqualTo(order.stream()
                        .filter(policy -> count.isPresent()
                                && !count.get().rule().policy().equals(policy))
                        .filter(policy -> standing.stream()
                                .anyMatch(each -> each.rule().effect() == Effect.COUNT
                                        && each.rule().policy().equals(policy)))
                        .toList());
        count.or(() -> review)
                .ifPresent(decisive -> assertThat(decision.decisive())
                        .map(WeighedFinding::finding)
                        .contains(decisive));
        for (WeighedFinding weighed : decision.findings()) {
            boolean side = sides.contains(weighed.finding());
            assertThat(weighed.standing() == Standing.OUTSIDE).isEqualTo(!side);
            if (side && weighed.finding().rule().effect() != Effect.REJECT) {
                assertThat(weighed.standing() == Standing.DEFEATED).isEqualTo(!standing.contains(weighed.finding()));
            }
        }
    }

    @Property
    void every_finding_has_one_standing_and_whoever_is_defeated_is_so_by_one_on_the_other_side(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll long amount) {
        Decision decision = decide(definition, amount, findings);
        assertThat(decision.findings())
                .extracting(WeighedFinding::finding)
                .containsExactlyInAnyOrderElementsOf(findings);
        assertThat(decision.findings())
                .extracting(each -> each.finding().rule().name())
                .isSorted();
        assertThat(decision.findings().stream()
                        .filter(each -> each.standing() == Standing.DECISIVE)
                        .count())
                .isLessThanOrEqualTo(1);
        for (WeighedFinding weighed : decision.findings()) {
            assertThat(weighed.defeatedBy().isPresent()).isEqualTo(weighed.standing() == Standing.DEFEATED);
            weighed.defeatedBy().ifPresent(name -> {
                Finding winner = findings.stream()
                        .filter(each -> each.rule().name().equals(name))
                        .findFirst()
                        .orElseThrow();
                boolean rejected = weighed.finding().rule().effect() == Effect.REJECT;
                assertThat(winner.rule().effect() == Effect.REJECT).isNotEqualTo(rejected);
                int difference = winner.rule()
                        .strength()
                        .compareTo(weighed.finding().rule().strength());
                assertThat(difference).isGreaterThanOrEqualTo(rejected ? 1 : 0);
            });
        }
    }

    @Property
    void what_counts_lies_between_nothing_and_the_amount(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll long amount) {
        Counted counted = decide(definition, amount, findings).counted();
        assertThat(counted.low()).isLessThanOrEqualTo(counted.central());
        assertThat(counted.central()).isLessThanOrEqualTo(counted.high());
        assertThat(counted.low()).isGreaterThanOrEqualTo(Math.min(0, amount));
        assertThat(counted.high()).isLessThanOrEqualTo(Math.max(0, amount));
    }

    @Property
    void each_yen_counts_once(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll @LongRange(min = 0) long amount) {
        Decision decision = decide(definition, amount, findings);
        assertThat(decision.area().isPresent()).isEqualTo(decision.outcome() != Outcome.NOT_COUNTED);
        assertThat(decision.block().isPresent()).isEqualTo(decision.outcome() == Outcome.COUNTED);
        if (decision.outcome() == Outcome.COUNTED) {
            Share share = decision.share();
            assertThat(decision.counted())
                    .isEqualTo(new Counted(share.lowOf(amount), share.centralOf(amount), share.highOf(amount)));
            assertThat(decision.block()).isEqualTo(decision.area().map(area -> "in-" + area));
            assertThat(decision.alsoCountsIn())
                    .doesNotHaveDuplicates()
                    .doesNotContain(decision.area().orElseThrow());
        } else {
            assertThat(decision.counted().central()).isZero();
            assertThat(decision.counted().low()).isZero();
            assertThat(decision.alsoCountsIn()).isEmpty();
        }
    }

    @Property
    void adding_a_reject_never_adds_a_yen_where_all_is_counted_whole(
            @ForAll("wholeFindings") List<Finding> findings,
            @ForAll("rejects") Finding reject,
            @ForAll("plainDefinitions") Definition definition,
            @ForAll @LongRange(min = 0) long amount) {
        Counted before = decide(definition, amount, findings).counted();
        Counted after = decide(definition, amount, and(findings, reject)).counted();
        assertThat(after.low()).isLessThanOrEqualTo(before.low());
        assertThat(after.central()).isLessThanOrEqualTo(before.central());
        assertThat(after.high()).isLessThanOrEqualTo(before.high());
    }

    /** With partial shares a REJECT may move the item to an area further down that counts more of it; it adds none of itself. */
    @Property
    void adding_a_reject_never_makes_an_item_count_and_never_adds_a_yen_to_an_area(
            @ForAll("findings") List<Finding> findings,
            @ForAll("rejects") Finding reject,
            @ForAll("definitions") Definition definition,
            @ForAll @LongRange(min = 0) long amount) {
        Decision before = decide(definition, amount, findings);
        Decision after = decide(definition, amount, and(findings, reject));
        if (before.outcome() != Outcome.COUNTED) {
            assertThat(after.outcome()).isNotEqualTo(Outcome.COUNTED);
        }
        if (before.outcome() == Outcome.NOT_COUNTED) {
            assertThat(after.outcome()).isEqualTo(Outcome.NOT_COUNTED);
        }
        if (after.outcome() == Outcome.COUNTED) {
            assertThat(areas(before)).containsAll(areas(after));
            if (after.area().equals(before.area())) {
                assertThat(after.counted()).isEqualTo(before.counted());
            }
        }
    }

    /** The case that the property above leaves open, so that nobody is surprised by it. */
    @Example
    void a_reject_of_an_area_that_counts_in_part_may_let_the_next_one_count_the_whole() {
        String findings = "a COUNT rule x 5; b COUNT rule y 100";
        Definition definition = Cases.definition("a", "b");
        assertThat(decide(definition, 1000, Cases.findings(findings)).counted().central())
                .isEqualTo(50);
        assertThat(decide(definition, 1000, Cases.findings(findings + "; a REJECT rule n"))
                        .counted()
                        .central())
                .isEqualTo(1000);
    }

    @Property
    void adopting_one_more_policy_after_the_others_never_lowers_the_amount_unless_it_rejects(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll("adoptions") Adoption added,
            @ForAll @LongRange(min = 0) long amount) {
        List<Finding> without = withoutRejectsOf(added.policy(), findings);
        List<Adoption> adoptions = new ArrayList<>(definition.adoptions().stream()
                .filter(each -> !each.policy().equals(added.policy()))
                .toList());
        Counted before = decide(Cases.definition(adoptions), amount, without).counted();
        adoptions.add(added);
        Counted after = decide(Cases.definition(adoptions), amount, without).counted();
        assertThat(after.central()).isGreaterThanOrEqualTo(before.central());
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
    }

    @Property
    void adopting_one_more_policy_anywhere_never_lowers_the_amount_where_all_is_counted_whole(
            @ForAll("wholeFindings") List<Finding> findings,
            @ForAll("plainDefinitions") Definition definition,
            @ForAll("plainAdoptions") Adoption added,
            @ForAll @LongRange(min = 0, max = 4) long place,
            @ForAll @LongRange(min = 0) long amount) {
        List<Finding> without = withoutRejectsOf(added.policy(), findings);
        List<Adoption> adoptions = new ArrayList<>(definition.adoptions().stream()
                .filter(each -> !each.policy().equals(added.policy()))
                .toList());
        Counted before = decide(Cases.definition(adoptions), amount, without).counted();
        adoptions.add((int) Math.min(place, adoptions.size()), added);
        Counted after = decide(Cases.definition(adoptions), amount, without).counted();
        assertThat(after.central()).isGreaterThanOrEqualTo(before.central());
        assertThat(after.low()).isGreaterThanOrEqualTo(before.low());
        assertThat(after.high()).isGreaterThanOrEqualTo(before.high());
    }

    @Property
    void the_order_of_policies_says_where_an_item_counts_and_never_whether(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll long amount,
            @ForAll Random random) {
        List<Adoption> shuffled = new ArrayList<>(definition.adoptions());
        Collections.shuffle(shuffled, random);
        Decision one = decide(definition, amount, findings);
        Decision other = decide(Cases.definition(shuffled), amount, findings);
        assertThat(other.outcome()).isEqualTo(one.outcome());
        if (one.outcome() == Outcome.COUNTED) {
            assertThat(areas(other)).containsExactlyInAnyOrderElementsOf(areas(one));
        }
    }

    @Property
    void what_a_definition_does_not_adopt_changes_nothing_but_the_record(
            @ForAll("findings") List<Finding> findings,
            @ForAll("definitions") Definition definition,
            @ForAll long amount) {
        List<String> adopted =
                definition.adoptions().stream().map(Adoption::policy).toList();
        Decision all = decide(definition, amount, findings);
        Decision some = decide(
                definition,
                amount,
                findings.stream()
                        .filter(each -> adopted.contains(each.rule().policy()))
                        .toList());
        assertThat(Cases.shown(all)).isEqualTo(Cases.shown(some));
        assertThat(all.findings().stream()
                        .filter(each -> each.standing() != Standing.OUTSIDE
                                || adopted.contains(each.finding().rule().policy()))
                        .toList())
                .isEqualTo(some.findings());
    }

    private static Share share(Definition definition, Finding finding) {
        return definition.adoptionOf(finding.rule().policy()).orElseThrow().shareOf(finding.rule());
    }

    private static HashSet<String> areas(Decision decision) {
        HashSet<String> areas = new HashSet<>(decision.alsoCountsIn());
        decision.area().filter(area -> decision.outcome() == Outcome.COUNTED).ifPresent(areas::add);
        return areas;
    }

    private static List<Finding> and(List<Finding> findings, Finding one) {
        return Stream.concat(findings.stream(), Stream.of(one)).toList();
    }

    private static List<Finding> withoutRejectsOf(String policy, List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.rule().effect() != Effect.REJECT
                        || !each.rule().policy().equals(policy))
                .toList();
    }

    private static Decision decide(Definition definition, long amount, List<Finding> findings) {
        return new Adjudicator(definition, Cases.DAY).decide(Cases.item(amount), findings);
    }

    @Provide
    static Arbitrary<List<Finding>> findings() {
        return named(finding(Arbitraries.of(Effect.values()), shares()));
    }

    @Provide
    static Arbitrary<List<Finding>> wholeFindings() {
        return named(finding(Arbitraries.of(Effect.values()), Arbitraries.just(Share.WHOLE)));
    }

    @Provide
    static Arbitrary<Finding> rejects() {
        return finding(Arbitraries.of(Effect.REJECT), shares());
    }

    @Provide
    static Arbitrary<Definition> definitions() {
        return adopting(adoptions());
    }

    @Provide
    static Arbitrary<Definition> plainDefinitions() {
        return adopting(plainAdoptions());
    }

    @Provide
    static Arbitrary<Adoption> plainAdoptions() {
        return Arbitraries.of(POLICIES).map(policy -> new Adoption(policy, "in-" + policy, List.of()));
    }

    @Provide
    static Arbitrary<Adoption> adoptions() {
        return Combinators.combine(Arbitraries.of(POLICIES), shares().optional(0.3))
                .as((policy, share) -> new Adoption(
                        policy,
                        "in-" + policy,
                        share.map(each -> new ShareOverride(null, each, "source")).stream()
                                .toList()));
    }

    private static Arbitrary<Definition> adopting(Arbitrary<Adoption> adoptions) {
        return adoptions
                .list()
                .uniqueElements(Adoption::policy)
                .ofMaxSize(POLICIES.size())
                .map(Cases::definition);
    }

    /** Each finding is of a rule of its own, and names are not in the order of the list. */
    private static Arbitrary<List<Finding>> named(Arbitrary<Finding> finding) {
        return finding.list()
                .ofMaxSize(7)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> renamed(list.get(i), "rule " + (i * 5 % 7)))
                        .collect(Collectors.toList()));
    }

    private static Finding renamed(Finding finding, String name) {
        var rule = finding.rule();
        return Cases.finding(
                name,
                rule.policy(),
                rule.effect(),
                rule.scope(),
                rule.strength(),
                rule.share(),
                finding.from(),
                rule.until());
    }

    private static Arbitrary<Finding> finding(Arbitrary<Effect> effects, Arbitrary<Share> shares) {
        Arbitrary<Optional<LocalDate>> days = Arbitraries.of(Cases.DAY.minusDays(1), Cases.DAY, Cases.DAY.plusDays(1))
                .optional(0.2);
        return Combinators.combine(
                        Arbitraries.of(POLICIES),
                        effects,
                        Arbitraries.of(Scope.values()),
                        Arbitraries.of(Strength.values()),
                        shares,
                        days,
                        days)
                .as((policy, effect, scope, strength, share, from, until) -> Cases.finding(
                        "added",
                        policy,
                        effect,
                        effect == Effect.REJECT ? scope : Scope.POLICY,
                        strength,
                        effect == Effect.REJECT ? Share.NOTHING : share,
                        from,
                        until));
    }

    private static Arbitrary<Share> shares() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Share.WHOLE)),
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.integers()
                                .between(0, 10_000)
                                .list()
                                .ofSize(3)
                                .map(points -> points.stream().sorted().toList())
                                .map(points -> new Share(points.get(0), points.get(1), points.get(2)))));
    }
}
