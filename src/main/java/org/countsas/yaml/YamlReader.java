package org.countsas.yaml;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.countsas.problem.TextDefects;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads YAML texts as plain data: no anchors, aliases, tags or types, each key once, and limits on size and depth. The specification is
 * YAML 1.2 with the failsafe schema.
 */
public final class YamlReader {
    /** Larger files are refused: the largest file of rules or vocabulary that people maintain is a hundredth of this. */
    static final int MOST_CHARACTERS = 4_000_000;

    private static final String NO_INDIRECTION = "Anchors, aliases and tags are not allowed here";
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 200_000;
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.SEQ, Tag.MAP, Tag.NULL);

    private YamlReader() {}

    /**
     * The root of a YAML text, which must be a mapping; empty, with a problem noted, if the text is not such a file.
     *
     * @param file     the file's name for messages
     * @param text     its content
     * @param problems where problems of this file are noted, now and by every node
     */
    public static Optional<YamlNode> read(String file, String text, Problems problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    Code.BAD_YAML,
                    Place.file(file),
                    "The file has more than " + MOST_CHARACTERS + " characters",
                    "Split it");
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(true)
                .build();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Optional<Node> root;
        try {
            if (!bounded(file, new Parse(settings).parseString(content), problems)) {
                return Optional.empty();
            }
            root = new Compose(settings).composeString(content);
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .map(mark -> Place.at(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Place.file(file));
            problems.add(
                    Code.BAD_YAML,
                    place,
                    "This is not YAML: " + e.getProblem(),
                    "Check indentation, quotes and colons at this place");
            return Optional.empty();
        } catch (YamlEngineException | IllegalArgumentException e) { // the latter for a tag that no URI can hold
            problems.add(
                    Code.BAD_YAML,
                    Place.file(file),
                    "This is not YAML: "
                            + String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                                    .replaceFirst("\\.$", ""),
                    "");
            return Optional.empty();
        }
        if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
            problems.add(Code.BAD_YAML, Place.file(file), "The file has no keys", "Write 'key: value' lines");
            return Optional.empty();
        }
        int before = problems.found().size();
        refuseIndirection(file, root.get(), problems, Collections.newSetFromMap(new IdentityHashMap<>()));
        return problems.found().size() > before
                ? Optional.empty()
                : root.map(node -> new YamlNode(file, node, problems));
    }

    /**
     * Whether the text is neither nested too deeply nor made of too many values. The parser gives one event after another and keeps its own
     * stack; what comes after it is recursive, and must not be given anything that would exhaust it.
     */
    private static boolean bounded(String file, Iterable<Event> events, Problems problems) {
        int depth = 0;
        int values = 0;
        Optional<Event> anchor = Optional.empty();
        for (Event event : events) {
            if (event instanceof AliasEvent && anchor.isPresent()) {
                problems.add(Code.BAD_YAML, placeOf(file, anchor.get()), NO_INDIRECTION, "Write the value out");
                return false;
            }
            anchor = anchor.isEmpty()
                            && event instanceof NodeEvent node
                            && node.getAnchor().isPresent()
                    ? Optional.of(event)
                    : anchor;
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            values += event instanceof NodeEvent ? 1 : 0;
            if (depth > DEEPEST || values > MOST_VALUES) {
                problems.add(
                        Code.BAD_YAML,
                        placeOf(file, event),
                        depth > DEEPEST
                                ? "Values are nested more than " + DEEPEST + " deep"
                                : "The file has more than " + MOST_VALUES + " values",
                        depth > DEEPEST ? "Remove brackets or indentation" : "Split it");
                return false;
            }
        }
        return true;
    }

    private static Place placeOf(String file, Event event) {
        return event.getStartMark()
                .map(mark -> Place.at(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.file(file));
    }

    /** @param refused nodes already refused: an alias stands for the same node that it names */
    private static void refuseIndirection(String file, Node node, Problems problems, Set<Node> refused) {
        if (node.getAnchor().isPresent() || !PLAIN.contains(node.getTag())) {
            if (refused.add(node)) {
                problems.add(Code.BAD_YAML, placeOf(file, node), NO_INDIRECTION, "Write the value out");
            }
            return;
        }
        if (node instanceof MappingNode mapping) {
            Map<String, Boolean> seen = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    problems.add(Code.BAD_YAML, placeOf(file, tuple.getKeyNode()), "A key must be a word", "");
                    continue;
                }
                refuseIndirection(file, key, problems, refused);
                if (seen.put(key.getValue(), true) != null) {
                    problems.add(
                            Code.BAD_YAML,
                            placeOf(file, key),
                            "The key '" + key.getValue() + "' appears twice",
                            "Keep one of them");
                }
                refuseIndirection(file, tuple.getValueNode(), problems, refused);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> refuseIndirection(file, item, problems, refused));
        } else if (node instanceof ScalarNode scalar) {
            // Escapes such as "\uD800" can write what no UTF-8 file contains.
            TextDefects.first(scalar.getValue())
                    .ifPresent(defect -> problems.add(
                            Code.BAD_YAML, placeOf(file, scalar), "The text holds " + defect, "Remove it"));
        }
    }

    /** Where a value begins. */
    static Place placeOf(String file, Node node) {
        return node.getStartMark()
                .map(mark -> Place.at(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Place.file(file));
    }
}
