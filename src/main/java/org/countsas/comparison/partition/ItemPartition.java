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
 * Partitions items into {@linkplain EquivalenceClass equivalence classes}: items for which the same rules hold and are in force on the day.
 * A definition treats all items of a class alike, and its decision depends only on how it adopts the policies of those rules, and in which
 * order. So the total under one more definition costs one adjudication for each class that it treats in a new way, and a look-up for each
 * other class.
 *
 * <p>The adjudicator decides every case and amounts are rounded item by item, so totals are exactly those of deciding item by item.
 *
 * <p>Caches its answers. Not thread-safe.
 */
public final class ItemPartition {
    private final List<EquivalenceClass> classes;
    private final Map<Adoption, Integer> letters = new HashMap<>();

    private ItemPartition(List<EquivalenceClass> classes) {
        this.classes = classes;
    }

    /**
     * Partitions items whose programmes were evaluated.
     *
     * @param asOf the day on which rules must be in force
     */
    public static ItemPartition of(List<BudgetItem> items, Findings findings, LocalDate asOf) {
        return of(items, findings::of, asOf);
    }

    /**
     * Partitions items by findings from any source.
     *
     * @param findings the findings of a programme, of rules with distinct names
     * @param asOf     the day on which rules must be in force
     */
    public static ItemPartition of(
            List<BudgetItem> items, Function<Programme, List<Finding>> findings, LocalDate asOf) {
        Map<List<String>, EquivalenceClass> classes = new LinkedHashMap<>();
        for (BudgetItem item : items) {
            List<Finding> inForce = findings.apply(item.programme()).stream()
                    .filter(finding -> finding.inForceOn(asOf))
                    .toList();
            if (!inForce.isEmpty()) {
                classes.computeIfAbsent(
                                inForce.stream()
                                        .map(finding -> finding.rule().name())
                                        .sorted()
                                        .toList(),
                                rules -> new EquivalenceClass(inForce, asOf))
                        .add(item);
            }
        }
        return new ItemPartition(List.copyOf(classes.values()));
    }

    /** The classes, in the order of their first items. Items for which no rule holds are in none. */
    public List<EquivalenceClass> classes() {
        return classes;
    }

    /**
     * A definition and its code, by which classes look up what they know about it.
     *
     * @param definition the definition
     * @param code       a letter for each of its adoptions, in their order: the same letter for the same policy, block and shares in
     *                   whichever definition
     */
    public record EncodedDefinition(Definition definition, String code) {}

    /** Encodes a definition for the classes of this partition. */
    public EncodedDefinition encode(Definition definition) {
        StringBuilder code = new StringBuilder();
        for (Adoption adoption : definition.adoptions()) {
            code.append((char) (int) letters.computeIfAbsent(adoption, key -> letters.size()));
        }
        return new EncodedDefinition(definition, code.toString());
    }

    /**
     * What counts of all items under a definition.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public Counted total(Definition definition) {
        EncodedDefinition encoded = encode(definition);
        Counted total = Counted.NOTHING;
        for (EquivalenceClass each : classes) {
            total = total.plus(each.counted(encoded));
        }
        return total;
    }
}
