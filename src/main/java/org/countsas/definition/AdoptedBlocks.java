package org.countsas.definition;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/**
 * Which policies the definitions of a folder adopt, and in which block, without the rest of what they and the rules state: all that whoever
 * checks reviews needs to know, and what a verifier without the parser of rules can read. Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class AdoptedBlocks {
    private final Map<String, Map<String, String>> blocks = new HashMap<>();

    private AdoptedBlocks(Map<String, YamlNode> files) {
        files.keySet().forEach(id -> read(id, files, Set.of()));
    }

    /**
     * Reads the definitions of a folder. One that names a base that is not there, or that extends itself, adopts only what it states.
     *
     * @throws ProblemException if one of them is not such a file
     */
    public static AdoptedBlocks read(RulesFolder folder) {
        Problems problems = new Problems();
        Map<String, YamlNode> files = new TreeMap<>();
        folder.texts("definitions/", ".yaml", problems)
                .forEach((file, text) -> YamlReader.read(file, text, problems)
                        .ifPresent(root -> files.putIfAbsent(root.text("definition"), root)));
        AdoptedBlocks read = new AdoptedBlocks(files);
        problems.throwIfAny();
        return read;
    }

    private Map<String, String> read(String id, Map<String, YamlNode> files, Set<String> open) {
        Map<String, String> known = blocks.get(id);
        YamlNode node = files.get(id);
        if (known != null || node == null || open.contains(id)) {
            return known == null ? Map.of() : known;
        }
        Set<String> opened = new TreeSet<>(open);
        opened.add(id);
        Map<String, String> adopted = new LinkedHashMap<>();
        node.get("extends").ifPresent(base -> adopted.putAll(read(base.text(), files, opened)));
        node.items("without").forEach(without -> adopted.remove(without.text()));
        node.items("policies").forEach(entry -> adopted.put(entry.text("policy"), entry.text("block")));
        blocks.put(id, adopted);
        return adopted;
    }

    /** The block of each policy that a definition adopts, in its order; none if there is no such definition. */
    public Map<String, String> of(String definition) {
        return Collections.unmodifiableMap(blocks.getOrDefault(definition, Map.of()));
    }
}
