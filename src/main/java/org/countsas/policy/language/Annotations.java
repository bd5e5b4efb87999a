package org.countsas.policy.language;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The annotations of one rule: each a single text, each known. Notes a problem for anything else. */
final class Annotations {
    static final List<String> KNOWN = List.of(
            "policy", "strength", "share", "share_cite", "basis", "cite", "because", "because_ja", "since", "until");

    private final SourceText source;
    private final int ruleStart;
    private final Problems problems;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final String rule;

    Annotations(SourceText source, RuleDescr rule, int ruleStart, Problems problems) {
        this.source = source;
        this.rule = rule.getName();
        this.ruleStart = ruleStart;
        this.problems = problems;
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            read(annotation);
        }
    }

    private void read(AnnotationDescr annotation) {
        String name = annotation.getName();
        if (!KNOWN.contains(name)) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    place(name),
                    "Unknown annotation '@" + name + "'",
                    Suggestion.fix(name, KNOWN));
            return;
        }
        Map<String, Object> given = annotation.getValueMap();
        Object value = given.get(AnnotationDescr.VALUE);
        // An annotation's value is Java code to the engine, so anything but one plain text literal is refused.
        if (given.size() != 1 || !(value instanceof String literal) || !isPlainText(literal)) {
            refused.add(name);
            problems.add(
                    Code.RULE_UNSAFE,
                    place(name),
                    "'@" + name + "' must have one text in double quotes",
                    "Write @" + name + "(\"…\")");
            return;
        }
        if (annotation.isDuplicated() || values.containsKey(name)) {
            problems.add(Code.RULE_ANNOTATION, place(name), "'@" + name + "' appears twice", "Keep one of them");
        }
        values.put(name, literal.substring(1, literal.length() - 1).replace("\\\"", "\""));
    }

    /** Whether this is one text in double quotes, on one line, in which backslashes only escape quotes. */
    static boolean isPlainText(String literal) {
        int last = literal.length() - 1;
        if (last < 1 || literal.charAt(0) != '"' || literal.charAt(last) != '"') {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char c = literal.charAt(i);
            if (c == '\\' && i + 1 < last && literal.charAt(i + 1) == '"') {
                i++;
            } else if (c == '"' || c == '\\' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return true;
    }

    /** The text of an annotation that must be present and not blank. */
    String text(String name) {
        String value = values.get(name);
        if (refused.contains(name)) {
            return "";
        }
        if (value == null || value.isBlank()) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    source.place(ruleStart),
                    "The rule '" + rule + "' has no '@" + name + "'",
                    "Add @" + name + "(\"…\") after the rule's name");
            return "";
        }
        return value;
    }

    /** Whether an annotation is there, or was refused, which is a problem already. */
    boolean has(String name) {
        return refused.contains(name) || !values.getOrDefault(name, "").isBlank();
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<LocalDate> date(String name) {
        try {
            return optional(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            problems.add(
                    Code.RULE_ANNOTATION,
                    place(name),
                    "'" + values.get(name) + "' is not a date",
                    "Write it as 2025-04-01");
            return Optional.empty();
        }
    }

    /** The constant of an enumeration that the annotation names in lower case. */
    <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
        String value = text(name);
        List<String> known = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = known.indexOf(value);
        if (index < 0) {
            if (!value.isEmpty()) {
                problems.add(
                        Code.RULE_ANNOTATION,
                        place(name),
                        "'" + value + "' is not a " + name,
                        Suggestion.fix(value, known));
            }
            return Optional.empty();
        }
        return Optional.of(constants[index]);
    }

    /** Where the annotation is: the parser does not say, so it is searched for after the rule's name. */
    Place place(String name) {
        Matcher annotation = Pattern.compile("@" + Pattern.quote(name) + "\\b").matcher(source.text());
        return source.place(annotation.find(ruleStart) ? annotation.start() : ruleStart);
    }
}
