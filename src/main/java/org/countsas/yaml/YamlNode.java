package org.countsas.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of a YAML file with its place. A value of the wrong kind is noted as a problem and read as empty, so that one pass finds every
 * problem in a file. Not thread-safe.
 */
public final class YamlNode {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private final String file;
    private final Node node;
    private final Problems problems;

    YamlNode(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    /** Where the value begins. */
    public Place place() {
        return YamlReader.placeOf(file, node);
    }

    /** Notes a problem at this value. */
    public void problem(Code code, String reason, String fix) {
        problems.add(code, place(), reason, fix);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isSequence() {
        return node instanceof SequenceNode;
    }

    /** The values of a mapping by key, in the order of the file. */
    public Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key.getValue(), new YamlNode(file, tuple.getValueNode(), problems));
                }
            }
        } else if (!isEmptyScalar()) {
            problem(Code.BAD_VALUE, "Expected 'key: value' lines", "");
        }
        return entries;
    }

    /** Notes a problem for every key of a mapping that is not among the known ones; returns this node. */
    public YamlNode knowing(String... keys) {
        for (Map.Entry<String, YamlNode> entry : entries().entrySet()) {
            if (!Arrays.asList(keys).contains(entry.getKey())) {
                entry.getValue()
                        .problem(
                                Code.BAD_VALUE,
                                "Unknown key '" + entry.getKey() + "'",
                                Suggestion.fix(entry.getKey(), Arrays.asList(keys)));
            }
        }
        return this;
    }

    /** The value of a key of a mapping, if there is one. */
    public Optional<YamlNode> get(String key) {
        return node instanceof MappingNode ? Optional.ofNullable(entries().get(key)) : Optional.empty();
    }

    /** The text of a required key; empty, with a problem noted, if it is missing. */
    public String text(String key) {
        Optional<YamlNode> value = get(key);
        if (value.isEmpty()) {
            problem(Code.BAD_VALUE, "The key '" + key + "' is missing", "Add '" + key + ": …'");
            return "";
        }
        return value.get().text();
    }

    /** The text of a key, or the alternative if the key is missing. */
    public String text(String key, String otherwise) {
        return get(key).map(YamlNode::text).orElse(otherwise);
    }

    /** This value as text. */
    public String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem(Code.BAD_VALUE, "Expected a single value", "");
        return "";
    }

    /** The items of a sequence; a single value counts as a sequence of one, an empty value as none. */
    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new YamlNode(file, item, problems)));
        } else if (!isEmptyScalar()) {
            items.add(this);
        }
        return items;
    }

    /** The items of a key's sequence; none if the key is missing. */
    public List<YamlNode> items(String key) {
        return get(key).map(YamlNode::items).orElse(List.of());
    }

    /** The texts of a key's sequence; none if the key is missing. */
    public List<String> texts(String key) {
        return items(key).stream().map(YamlNode::text).toList();
    }

    /** This value as a whole number; underscores may group its digits. 0, with a problem noted, if it is none. */
    public long integer() {
        try {
            return Long.parseLong(text().replace("_", ""));
        } catch (NumberFormatException e) {
            problem(Code.BAD_VALUE, "'" + text() + "' is not a whole number", "Write digits only");
            return 0;
        }
    }

    /** This value as an exact decimal. 0, with a problem noted, if it is none. */
    public BigDecimal decimal() {
        String text = text();
        // No exponent: with one, a number of a few characters could take a gigabyte to write out.
        if (text.length() <= 30 && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        problem(Code.BAD_VALUE, "'" + shortened(text) + "' is not a number", "");
        return BigDecimal.ZERO;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    /** This value as a date; empty, with a problem noted, if it is none. */
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(text()));
        } catch (DateTimeParseException e) {
            problem(Code.BAD_VALUE, "'" + text() + "' is not a date", "Write it as 2025-04-01");
            return Optional.empty();
        }
    }

    /** This value as true or false; false, with a problem noted, if it is neither. */
    public boolean bool() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> {
                problem(Code.BAD_VALUE, "'" + text() + "' is neither true nor false", "");
                yield false;
            }
        };
    }

    private boolean isEmptyScalar() {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }
}
