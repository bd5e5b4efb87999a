package org.countsas.comparison.partition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countsas.adjudication.Counted;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;

/**
 * Items grouped by what no definition can tell apart: the rules that hold of them and are in force on the day. A definition decides alike
 * about all items of a group, and what it decides depends only on how it adopts the policies of those rules, and in which order. So the
 * total under a further definition costs one adjudication for each group that it treats in a new way, and a look-up for the others.
 *
 * <p>The adjudicator decides every case, and amounts are rounded item by item, so totals are the very ones that deciding item by item gives.
 *
 * <p>Remembers what it was asked. Not thread-safe.
 */
public final class ItemPartition {
    private final List<EquivalenceClass> groups;
    private final Map<Adoption, Integer> ways = new HashMap<>();

    private ItemPartition(List<EquivalenceClass> groups) {
        this.groups = groups;
    }

    /**
     * Groups items whose programmes were evaluated.
     *
     * @param asOf the day on which rules must be in force
     */
    public static ItemPartition of(List<BudgetItem> items, Findings findings, LocalDate asOf) {
        return of(items, findings::of, asOf);
    }

    /**
     * Groups items by findings from wherever.
     *
     * @param findings the findings of a programme, of rules with distinct names
     * @param asOf     the day on which rules must be in force
     */
    public static ItemPartition of(
            List<BudgetItem> items, Function<Programme, List<Finding>> findings, LocalDate asOf) {
        Map<List<String>, EquivalenceClass> groups = new LinkedHashMap<>();
        for (BudgetItem item : items) {
            List<Finding> inForce = findings.apply(item.programme()).stream()
                    .filter(finding -> finding.inForceOn(asOf))
                    .toList();
            if (!inForce.isEmpty()) {
                groups.computeIfAbsent(
                                inForce.stream()
                                        .map(finding -> finding.rule().name())
                                        .sorted()
                                        .toList(),
                                rules -> new EquivalenceClass(inForce, asOf))
                        .add(item);
            }
        }
        return new ItemPartition(List.copyOf(groups.values()));
    }

    /** The groups, in the order of their first items; items of which no rule holds are in none. */
    public List<EquivalenceClass> groups() {
        return groups;
    }

    /**
     * A definition in a form in which groups can be asked about it.
     *
     * @param definition the definition
     * @param ways       a character for each of its adoptions: the same for the same block, shares and policy, in whichever definition
     */
    public record Prepared(Definition definition, String ways) {}

    /** Prepares a definition for the groups of these signatures. */
    public Prepared prepare(Definition definition) {
        StringBuilder chosen = new StringBuilder();
        for (Adoption adoption : definition.adoptions()) {
            chosen.append((char) (int) ways.computeIfAbsent(adoption, key -> ways.size()));
        }
        return new Prepared(definition, chosen.toString());
    }

    /**
     * What counts of all items under a definition.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public Counted total(Definition definition) {
        Prepared prepared = prepare(definition);
        Counted total = Counted.NOTHING;
        for (EquivalenceClass group : groups) {
            total = total.plus(group.counted(prepared));
        }
        return total;
    }
}
