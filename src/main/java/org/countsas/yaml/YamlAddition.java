package org.countsas.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Adds a value to a list of a YAML text, in the layout that the list has. Every other character stays as it is. */
public final class YamlAddition {
    /** What may stand without quotes in a list of either layout. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}・ー()（）/._*+-]*( [\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}・ー()（）/._*+-]*)*");

    private YamlAddition() {}

    /**
     * The text with one more value at the end of a list.
     *
     * @param text  a YAML text that {@link YamlReader} reads without a problem
     * @param keys  the keys of mappings, from the root to the list
     * @param value the value, one line
     * @return empty if there is no list with a value at this place
     */
    public static Optional<String> append(String text, List<String> keys, String value) {
        int skipped = text.startsWith("\uFEFF") ? 1 : 0;
        String content = text.substring(skipped);
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        Optional<Node> node = new Compose(settings).composeString(content);
        for (String key : keys) {
            node = node.flatMap(each -> valueOf(each, key));
        }
        return node.filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .filter(list -> !list.getValue().isEmpty())
                .map(list -> text.substring(0, skipped) + appended(content, list, value));
    }

    private static Optional<Node> valueOf(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static String appended(String text, SequenceNode list, String value) {
        Node last = list.getValue().get(list.getValue().size() - 1);
        int end = offset(text, last.getEndMark().orElseThrow());
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return text.substring(0, end) + ", " + written(value) + text.substring(end);
        }
        // A comment may follow the value on its line.
        int endOfLine = text.indexOf('\n', end);
        int at = endOfLine < 0 ? text.length() : endOfLine;
        boolean windows = at > 0 && text.charAt(at - 1) == '\r';
        Mark start = last.getStartMark().orElseThrow();
        int startOfLine = text.lastIndexOf('\n', offset(text, start)) + 1;
        String indent = text.substring(startOfLine, text.indexOf('-', startOfLine));
        String line = (windows ? "\r\n" : "\n") + indent + "- " + written(value);
        int before = windows ? at - 1 : at;
        return text.substring(0, before) + line + text.substring(before);
    }

    private static int offset(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }

    /** A value as it may stand in a list: without quotes where it needs none. */
    public static String written(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
