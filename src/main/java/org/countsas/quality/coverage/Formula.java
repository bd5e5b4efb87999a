package org.countsas.quality.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.policy.Condition;

/**
 * A condition as a formula over its leaves, the conditions without parts: the leaves are evaluated once for an item, and the formula each
 * time one of them is inverted. Immutable and thread-safe.
 */
final class Formula {
    private final List<Condition> leaves = new ArrayList<>();
    private final Node root;

    private interface Node {
        boolean value(boolean[] leaves);
    }

    Formula(Condition condition) {
        root = node(condition);
    }

    private Node node(Condition condition) {
        if (condition instanceof Condition.All all) {
            Node[] parts = nodes(all.parts());
            return values -> Arrays.stream(parts).allMatch(part -> part.value(values));
        }
        if (condition instanceof Condition.Any any) {
            Node[] parts = nodes(any.parts());
            return values -> Arrays.stream(parts).anyMatch(part -> part.value(values));
        }
        if (condition instanceof Condition.Not not) {
            Node part = node(not.part());
            return values -> !part.value(values);
        }
        int index = leaves.size();
        leaves.add(condition);
        return values -> values[index];
    }

    private Node[] nodes(List<Condition> parts) {
        return parts.stream().map(this::node).toArray(Node[]::new);
    }

    /** The leaves, in the rule's order. */
    List<Condition> leaves() {
        return leaves;
    }

    /** The value of the formula. */
    boolean value(boolean[] values) {
        return root.value(values);
    }

    /** The value of the formula if one leaf were inverted. */
    boolean valueIfOtherwise(boolean[] values, int leaf) {
        values[leaf] = !values[leaf];
        boolean value = root.value(values);
        values[leaf] = !values[leaf];
        return value;
    }
}
