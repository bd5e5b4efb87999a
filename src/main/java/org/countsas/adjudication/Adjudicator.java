package org.countsas.adjudication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/**
 * Decides items under one definition on one day. The order of findings does not matter.
 *
 * <ol>
 *   <li>Findings take part if the definition adopts their policy and they are in force on the day; the others are OUTSIDE.
 *   <li>A REJECT defeats every COUNT and REVIEW of the same or a lower strength in its scope: its policy or all policies. A stronger COUNT
 *       or REVIEW stands, and if every finding in a REJECT's reach is stronger, the REJECT is defeated.
 *   <li>Of the COUNTs that stand, the decisive one is that of the policy that the definition names first; within it the strongest, then the
 *       one with the highest share, then the first by name. The areas of the others are recorded; each yen counts once.
 *   <li>If no COUNT stands but a REVIEW does, a person must judge: nothing counts, and the upper bound is the amount that the question
 *       would decide.
 * </ol>
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Adjudicator {
    private final Definition definition;
    private final LocalDate asOf;
    private final Map<String, Integer> priority = new HashMap<>();

    /** @param asOf the day on which rules must be in force to take part */
    public Adjudicator(Definition definition, LocalDate asOf) {
        this.definition = requireNonNull(definition);
        this.asOf = requireNonNull(asOf);
        for (Adoption adoption : definition.adoptions()) {
            priority.put(adoption.policy(), priority.size());
        }
    }

    /** The definition under which it decides. */
    public Definition definition() {
        return definition;
    }

    /** The day on which rules must be in force to take part. */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The decisions about items, in order.
     *
     * @throws IllegalArgumentException if an item's programme was not evaluated
     */
    public List<Decision> decide(List<BudgetItem> items, Findings findings) {
        return items.stream()
                .map(item -> decide(item, findings.of(item.programme())))
                .toList();
    }

    /** The decision about an item with these findings. */
    public Decision decide(BudgetItem item, List<Finding> findings) {
        List<Finding> sides = findings.stream().filter(this::takesPart).toList();
        IdentityHashMap<Finding, Finding> defeats = new IdentityHashMap<>();
        List<Finding> rejects = sides.stream()
                .filter(finding -> effect(finding) == Effect.REJECT)
                .sorted(byRank())
                .toList();
        for (Finding finding : sides) {
            if (effect(finding) != Effect.REJECT) {
                rejects.stream()
                        .filter(reject -> defeats(reject, finding))
                        .findFirst()
                        .ifPresent(reject -> defeats.put(finding, reject));
            }
        }
        List<Finding> standing = sides.stream()
                .filter(finding -> effect(finding) != Effect.REJECT && !defeats.containsKey(finding))
                .sorted(byRank())
                .toList();
        for (Finding reject : rejects) {
            List<Finding> reached = sides.stream()
                    .filter(finding -> effect(finding) != Effect.REJECT && reaches(reject, finding))
                    .toList();
            if (!reached.isEmpty() && reached.stream().noneMatch(finding -> defeats(reject, finding))) {
                defeats.put(reject, reached.stream().min(byRank()).orElseThrow());
            }
        }
        Optional<Finding> count = standing.stream()
                .filter(finding -> effect(finding) == Effect.COUNT)
                .findFirst();
        Optional<Finding> review = standing.stream()
                .filter(finding -> effect(finding) == Effect.REVIEW)
                .findFirst();
        Optional<Finding> against =
                rejects.stream().filter(reject -> !defeats.containsKey(reject)).findFirst();
        Optional<Finding> decisive = count.or(() -> review).or(() -> against);
        List<WeighedFinding> weighed = findings.stream()
                .map(finding -> weigh(finding, decisive.orElse(null), defeats))
                .sorted(Comparator.comparing(each -> each.finding().rule().name()))
                .toList();
        if (count.isPresent()) {
            return counted(item, count.get(), standing, weighed);
        }
        if (review.isPresent()) {
            return review(item, review.get(), weighed);
        }
        return new Decision(
                item,
                definition.id(),
                Outcome.NOT_COUNTED,
                null,
                null,
                List.of(),
                Share.NOTHING,
                Counted.NOTHING,
                weighed);
    }

    private Decision counted(BudgetItem item, Finding decisive, List<Finding> standing, List<WeighedFinding> weighed) {
        Rule rule = decisive.rule();
        Share share = shareOf(rule);
        Set<String> others = new LinkedHashSet<>();
        standing.stream()
                .filter(finding -> effect(finding) == Effect.COUNT)
                .forEach(finding -> others.add(finding.rule().policy()));
        others.remove(rule.policy());
        return new Decision(
                item,
                definition.id(),
                Outcome.COUNTED,
                definition.adoptionOf(rule.policy()).map(Adoption::block).orElse(null),
                rule.policy(),
                new ArrayList<>(others),
                share,
                Counted.of(share, item.amount()),
                weighed);
    }

    private Decision review(BudgetItem item, Finding decisive, List<WeighedFinding> weighed) {
        Share share = shareOf(decisive.rule());
        Counted open = Counted.of(new Share(0, 0, share.high()), item.amount());
        return new Decision(
                item, definition.id(), Outcome.REVIEW, null, decisive.rule().policy(), List.of(), share, open, weighed);
    }

    /** Findings are told apart by identity, as in the map: that one decides says nothing of another that is like it. */
    @SuppressWarnings("ReferenceEquality")
    private WeighedFinding weigh(
            Finding finding, @Nullable Finding decisive, IdentityHashMap<Finding, Finding> defeats) {
        Share share = shareOf(finding.rule());
        if (!takesPart(finding)) {
            return new WeighedFinding(finding, Standing.OUTSIDE, null, share);
        }
        if (defeats.containsKey(finding)) {
            return new WeighedFinding(
                    finding, Standing.DEFEATED, defeats.get(finding).rule().name(), share);
        }
        return new WeighedFinding(finding, finding == decisive ? Standing.DECISIVE : Standing.SUPPORTING, null, share);
    }

    private boolean takesPart(Finding finding) {
        return priority.containsKey(finding.rule().policy()) && finding.inForceOn(asOf);
    }

    private static boolean defeats(Finding reject, Finding finding) {
        return reaches(reject, finding)
                && reject.rule().strength().compareTo(finding.rule().strength()) >= 0;
    }

    private static boolean reaches(Finding reject, Finding finding) {
        return reject.rule().scope() == Scope.EVERYWHERE
                || reject.rule().policy().equals(finding.rule().policy());
    }

    private Comparator<Finding> byRank() {
        return Comparator.<Finding>comparingInt(
                        finding -> priority.get(finding.rule().policy()))
                .thenComparing(finding -> finding.rule().strength(), Comparator.reverseOrder())
                .thenComparing(finding -> shareOf(finding.rule()), Comparator.reverseOrder())
                .thenComparing(finding -> finding.rule().name());
    }

    private Share shareOf(Rule rule) {
        return definition
                .adoptionOf(rule.policy())
                .map(adoption -> adoption.shareOf(rule))
                .orElse(rule.share());
    }

    private static Effect effect(Finding finding) {
        return finding.rule().effect();
    }
}
