package org.countsas.source.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.problem.Code;
import org.countsas.yaml.YamlNode;

/** Reads the row conditions of a mapping profile and notes what is wrong with them. */
final class RowConditionsReader {
    private static final int LONGEST_PATTERN = 200;

    private RowConditionsReader() {}

    /** @param rows the value of the key {@code rows} */
    static RowConditions read(YamlNode rows) {
        rows.knowing("where", "except");
        List<RowConditions.Condition> where =
                rows.get("where").map(RowConditionsReader::conditions).orElse(List.of());
        Map<String, List<RowConditions.Condition>> except = new LinkedHashMap<>();
        rows.get("except")
                .ifPresent(node ->
                        node.entries().forEach((name, conditions) -> except.put(name, ofName(name, conditions))));
        return new RowConditions(where, except);
    }

    private static List<RowConditions.Condition> ofName(String name, YamlNode node) {
        if (!node.isMapping()) {
            node.problem(
                    Code.BAD_PROFILE,
                    "Rows that are left out have a name and, below it, conditions on columns",
                    "Write it as 'totals: {" + name + ": …}'");
            return List.of();
        }
        if (node.entries().isEmpty()) {
            node.problem(
                    Code.BAD_PROFILE,
                    "Without a condition, '" + name + "' leaves out every row",
                    "Add 'column: value'");
        }
        return conditions(node);
    }

    /** Conditions on columns, by the columns' names. */
    static List<RowConditions.Condition> conditions(YamlNode node) {
        List<RowConditions.Condition> conditions = new ArrayList<>();
        node.entries()
                .forEach((column, value) ->
                        tests(value).forEach(test -> conditions.add(new RowConditions.Condition(column, test))));
        return conditions;
    }

    private static List<CellTest> tests(YamlNode node) {
        if (!node.isMapping()) {
            return List.of(oneOf(node));
        }
        if (node.entries().isEmpty()) {
            node.problem(Code.BAD_PROFILE, "Nothing is said about the cell", "Write equals, in, matches or empty");
        }
        List<CellTest> tests = new ArrayList<>();
        node.knowing("equals", "in", "matches", "empty");
        node.get("equals").map(value -> CellTest.oneOf(List.of(value.text()))).ifPresent(tests::add);
        node.get("in").map(RowConditionsReader::oneOf).ifPresent(tests::add);
        node.get("matches").map(RowConditionsReader::like).ifPresent(tests::add);
        node.get("empty").map(value -> CellTest.empty(value.bool())).ifPresent(tests::add);
        return tests;
    }

    private static CellTest oneOf(YamlNode node) {
        if (!node.isSequence()) {
            return CellTest.oneOf(List.of(node.text()));
        }
        if (node.items().isEmpty()) {
            node.problem(
                    Code.BAD_PROFILE, "The list is empty, so that no cell is in it", "List what the cell may contain");
        }
        return CellTest.oneOf(node.items().stream().map(YamlNode::text).toList());
    }

    private static CellTest like(YamlNode node) {
        String pattern = node.text();
        if (pattern.length() > LONGEST_PATTERN) {
            node.problem(
                    Code.BAD_PROFILE, "The pattern is longer than " + LONGEST_PATTERN + " characters", "Shorten it");
            return CellTest.oneOf(List.of());
        }
        return CellTest.like(pattern);
    }
}
