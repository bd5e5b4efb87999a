package org.countsas.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The text of one rule: complete and valid until a test changes a part of it. Parts are written as given, never escaped. */
public final class RuleText {
    private String name = "\"Ships\"";
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private String attributes = "";
    private String conditions = "    $item : Item( names(\"ship\") )";
    private String conclusion = "    $item.count();";

    private RuleText() {
        annotations.put("policy", "\"shipbuilding\"");
        annotations.put("strength", "\"rule\"");
        annotations.put("share", "\"100\"");
        annotations.put("basis", "\"inferred\"");
        annotations.put("cite", "\"areas\"");
        annotations.put("because", "\"The name of {name} speaks of ships\"");
        annotations.put("because_ja", "\"名称に船とある\"");
    }

    /** A rule of this name, which counts whatever names a ship. */
    public static RuleText named(String name) {
        RuleText rule = new RuleText();
        rule.name = '"' + name + '"';
        return rule;
    }

    /** The name exactly as it stands in the file, quotes included. */
    public RuleText nameAsWritten(String text) {
        name = text;
        return this;
    }

    /** The annotation's text between quotes. */
    public RuleText with(String annotation, String value) {
        return withAsWritten(annotation, '"' + value + '"');
    }

    /** The annotation's value exactly as it stands in the file, quotes included. */
    public RuleText withAsWritten(String annotation, String value) {
        annotations.put(annotation, value);
        return this;
    }

    public RuleText without(String annotation) {
        annotations.remove(annotation);
        return this;
    }

    public RuleText attributes(String text) {
        attributes = text;
        return this;
    }

    /** What stands between {@code when} and {@code then}. */
    public RuleText when(String text) {
        conditions = text;
        return this;
    }

    /** The constraints of the item's pattern. */
    public RuleText ifItem(String constraints) {
        return when("    $item : Item( " + constraints + " )");
    }

    /** What stands between {@code then} and {@code end}. */
    public RuleText then(String text) {
        conclusion = text;
        return this;
    }

    public RuleText counts() {
        return then("    $item.count();");
    }

    public RuleText rejects() {
        return without("share").then("    $item.reject();");
    }

    public RuleText rejectsEverywhere() {
        return without("share").then("    $item.rejectEverywhere();");
    }

    public RuleText asksForReview() {
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
