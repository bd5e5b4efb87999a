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

/**
 * Items that no definition can tell apart: the same rules hold for them, and the same are in force on the day. Answers are cached. Not
 * thread-safe.
 */
public final class EquivalenceClass {
    private final List<Finding> findings;
    private final LocalDate asOf;
    private final Set<String> policies;
    private final List<BudgetItem> items = new ArrayList<>();
    /** By the part of a definition's code that concerns these items. */
    private final Map<String, Counted> byCode = new HashMap<>();

    private final Map<Share, Counted> byShare = new HashMap<>();
    /** Letters of codes already examined, and those of them whose policy concerns these items. */
    private final BitSet known = new BitSet();

    private final BitSet concerning = new BitSet();

    /** @param findings those in force on the day, at least one */
    EquivalenceClass(List<Finding> findings, LocalDate asOf) {
        this.findings = List.copyOf(findings);
        this.asOf = asOf;
        this.policies = findings.stream().map(Finding::rule).map(Rule::policy).collect(Collectors.toUnmodifiableSet());
    }

    void add(BudgetItem item) {
        items.add(item);
    }

    /** Whether a rule of the policy holds for these items, counting or rejecting them. */
    public boolean concerns(String policy) {
        return policies.contains(policy);
    }

    /**
     * What counts of these items under a definition.
     *
     * @param encoded the definition, encoded by the {@link ItemPartition} that this class belongs to
     * @throws ArithmeticException if it does not fit a long
     */
    public Counted counted(ItemPartition.EncodedDefinition encoded) {
        StringBuilder concerningCode = new StringBuilder();
        for (int i = 0; i < encoded.code().length(); i++) {
            if (concerns(encoded, i)) {
                concerningCode.append(encoded.code().charAt(i));
            }
        }
        return byCode.computeIfAbsent(concerningCode.toString(), key -> decide(restricted(encoded.definition())));
    }

    private boolean concerns(ItemPartition.EncodedDefinition encoded, int adoption) {
        char letter = encoded.code().charAt(adoption);
        if (!known.get(letter)) {
            known.set(letter);
            concerning.set(
                    letter,
                    policies.contains(
                            encoded.definition().adoptions().get(adoption).policy()));
        }
        return concerning.get(letter);
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
