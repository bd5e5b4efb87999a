package org.countsas.policy.book;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.countsas.policy.rule.CitedSource;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;
import org.countsas.vocabulary.BilingualText;
import org.countsas.yaml.YamlNode;
import org.countsas.yaml.YamlReader;

/** Reads {@code titles.yaml}. A side that is missing there is what the rule or the source calls itself. */
final class TitlesReader {
    static final String FILE = "titles.yaml";

    private final Problems problems;
    private final Map<String, BilingualText> ofRules = new LinkedHashMap<>();
    private final Map<String, BilingualText> ofSources = new LinkedHashMap<>();

    /** Whether every file before was read: else a title may be that of a rule which could not be. */
    private final boolean complete;

    private TitlesReader(Problems problems) {
        this.problems = problems;
        this.complete = problems.found().isEmpty();
    }

    /**
     * The titles in a folder of rules; none if it has no file of them.
     *
     * @param rules   the names of all rules, refused ones too
     * @param sources all sources
     */
    static Titles read(RulesFolder folder, Collection<String> rules, List<CitedSource> sources, Problems problems) {
        TitlesReader reader = new TitlesReader(problems);
        Map<String, String> titles = new LinkedHashMap<>();
        sources.forEach(source -> titles.put(source.id(), source.title()));
        folder.texts(FILE, "", problems).forEach((file, text) -> reader.read(file, text, rules, titles));
        return new Titles(reader.ofRules, reader.ofSources);
    }

    private void read(String file, String text, Collection<String> rules, Map<String, String> sources) {
        YamlReader.read(file, text, problems).ifPresent(root -> {
            root.knowing("rules", "sources");
            read(root, "rules", "There is no rule '", rules, Function.identity(), ofRules);
            read(
                    root,
                    "sources",
                    "There is no source '",
                    sources.keySet(),
                    id -> sources.getOrDefault(id, id),
                    ofSources);
        });
    }

    private void read(
            YamlNode root,
            String key,
            String unknown,
            Collection<String> known,
            Function<String, String> own,
            Map<String, BilingualText> titles) {
        root.get(key)
                .ifPresent(list -> list.entries().forEach((name, node) -> {
                    node.knowing("en", "ja");
                    if (known.contains(name)) {
                        String itself = own.apply(name);
                        titles.put(name, new BilingualText(node.text("en", itself), node.text("ja", itself)));
                    } else if (complete) {
                        node.problem(
                                Code.BAD_VALUE,
                                unknown + name + "'",
                                Suggestion.nearest(name, known)
                                        .map(Suggestion::question)
                                        .orElse("Remove it"));
                    }
                }));
    }
}
