package org.countsas.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.policy.Rule;
import org.countsas.policy.Share;

/** Items of which the same rules hold and are in force on the day. Remembers what it was asked. Not thread-safe. */
public final class Signature {
    private final List<Finding> findings;
    private final LocalDate asOf;
    private final Set<String> policies;
    private final List<BudgetItem> items = new ArrayList<>();
    private final Map<List<Adoption>, Counted> byAdoptions = new HashMap<>();
    private final Map<Share, Counted> byShare = new HashMap<>();

    /** @param findings those in force on the day, at least one */
    Signature(List<Finding> findings, LocalDate asOf) {
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
     * @throws ArithmeticException if it does not fit a long
     */
    public Counted counted(Definition definition) {
        List<Adoption> adoptions = new ArrayList<>();
        for (Adoption adoption : definition.adoptions()) {
            if (policies.contains(adoption.policy())) {
                adoptions.add(adoption);
            }
        }
        return byAdoptions.computeIfAbsent(adoptions, key -> decide(definition.with(key)));
    }

    private Counted decide(Definition definition) {
        Decision decision = new Adjudicator(definition, asOf).decide(items.get(0), findings);
        return decision.outcome() == Outcome.COUNTED ? byShare.computeIfAbsent(decision.share(), this::sum) : Counted.NOTHING;
    }

    private Counted sum(Share share) {
        Counted sum = Counted.NOTHING;
        for (BudgetItem item : items) {
            sum = sum.plus(Counted.of(share, item.amount()));
        }
        return sum;
    }
}
