package org.countsas.policy.book;

import java.util.LinkedHashMap;
import java.util.Map;

/** The text of one rule: complete and valid until a test changes a part of it. Parts are written as given, never escaped. */
public final class RuleFileText {
    private String name = "\"Ships\"";
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private String attributes = "";
    private String conditions = "    $item : Item( names(\"ship\") )";
    private String conclusion = "    $item.count();";

    private RuleFileText() {
        annotations.put("policy", "\"shipbuilding\"");
        annotations.put("strength", "\"rule\"");
        annotations.put("share", "\"100\"");
        annotations.put("basis", "\"inferred\"");
        annotations.put("cite", "\"areas\"");
        annotations.put("because", "\"The name of {name} speaks of ships\"");
        annotations.put("because_ja", "\"名称に船とある\"");
    }

    /** A rule of this name, which counts whatever names a ship. */
    public static RuleFileText named(String name) {
        RuleFileText rule = new RuleFileText();
        rule.name = '"' + name + '"';
        return rule;
    }

    /** The name exactly as it stands in the file, quotes included. */
    public RuleFileText nameAsWritten(String text) {
        name = text;
        return this;
    }

    /** The annotation's text between quotes. */
    public RuleFileText with(String annotation, String value) {
        return withAsWritten(annotation, '"' + value + '"');
    }

    /** The annotation's value exactly as it stands in the file, quotes included. */
    public RuleFileText withAsWritten(String annotation, String value) {
        annotations.put(annotation, value);
        return this;
    }

    public RuleFileText without(String annotation) {
        annotations.remove(annotation);
        return this;
    }

    public RuleFileText attributes(String text) {
        attributes = text;
        return this;
    }

    /** What stands between {@code when} and {@code then}. */
    public RuleFileText when(String text) {
        conditions = text;
        return this;
    }

    /** The constraints of the item's pattern. */
    public RuleFileText ifItem(String constraints) {
        return when("    $item : Item( " + constraints + " )");
    }

    /** What stands between {@code then} and {@code end}. */
    public RuleFileText then(String text) {
        conclusion = text;
        return this;
    }

    public RuleFileText counts() {
        return then("    $item.count();");
    }

    public RuleFileText rejects() {
        return without("share").then("    $item.reject();");
    }

    public RuleFileText rejectsEverywhere() {
        return without("share").then("    $item.rejectEverywhere();");
    }

    public RuleFileText asksForReview() {
        return without("share").then("    $item.review();");
    }

    /** The rule: its name on the first line, one annotation on each of the next, then {@code when}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("rule ").append(name).append('\n');
        annotations.forEach((key, value) ->
                text.append("    @").append(key).append('(').append(value).append(")\n"));
        if (!attributes.isEmpty()) {
            text.append("    ").append(attributes).append('\n');
        }
        return text.append("when\n")
                .append(conditions)
                .append("\nthen\n")
                .append(conclusion)
                .append("\nend\n")
                .toString();
    }
}
