package org.countsas.comparison.partition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Share;

/** Items of which the same rules hold and are in force on the day. Remembers what it was asked. Not thread-safe. */
public final class EquivalenceClass {
    private final List<Finding> findings;
    private final LocalDate asOf;
    private final Set<String> policies;
    private final List<BudgetItem> items = new ArrayList<>();
    private final Map<String, Counted> bySight = new HashMap<>();
    private final BitSet known = new BitSet();
    private final BitSet concerned = new BitSet();
    private final Map<Share, Counted> byShare = new HashMap<>();

    /** @param findings those in force on the day, at least one */
    EquivalenceClass(List<Finding> findings, LocalDate asOf) {
        this.findings = List.copyOf(findings);
        this.asOf = asOf;
        this.policies = findings.stream().map(Finding::rule).map(Rule::policy).collect(Collectors.toUnmodifiableSet());
    }

    void add(BudgetItem item) {
        items.add(item);
    }

    /** Whether a policy has a word to say of these items, for or against. */
    public boolean concerns(String policy) {
        return policies.contains(policy);
    }

    /**
     * What counts of these items under a definition.
     *
     * @param prepared the definition, prepared by the {@link ItemPartition} that this group is of
     * @throws ArithmeticException if it does not fit a long
     */
    public Counted counted(ItemPartition.Prepared prepared) {
        // What the group sees of the definition, a character for each way of adopting a policy: looking up a string is
        // cheap.
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < prepared.ways().length(); i++) {
            if (concerns(prepared, i)) {
                seen.append(prepared.ways().charAt(i));
            }
        }
        return bySight.computeIfAbsent(seen.toString(), key -> decide(restricted(prepared.definition())));
    }

    private boolean concerns(ItemPartition.Prepared prepared, int place) {
        char way = prepared.ways().charAt(place);
        if (!known.get(way)) {
            known.set(way);
            concerned.set(
                    way,
                    policies.contains(
                            prepared.definition().adoptions().get(place).policy()));
        }
        return concerned.get(way);
    }

    private Definition restricted(Definition definition) {
        return definition.with(definition.adoptions().stream()
                .filter(adoption -> policies.contains(adoption.policy()))
                .toList());
    }

    private Counted decide(Definition definition) {
        Decision decision = new Adjudicator(definition, asOf).decide(items.get(0), findings);
        return decision.outcome() == Outcome.COUNTED
                ? byShare.computeIfAbsent(decision.share(), this::sum)
                : Counted.NOTHING;
    }

    private Counted sum(Share share) {
        Counted sum = Counted.NOTHING;
        for (BudgetItem item : items) {
            sum = sum.plus(Counted.of(share, item.amount()));
        }
        return sum;
    }
}
