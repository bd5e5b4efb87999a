package org.countsas.audit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.FileEntry;
import org.countsas.audit.bundle.ItemLine;
import org.countsas.audit.bundle.Manifest;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.item.BudgetItem;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a run knew and decided about one item.
 *
 * <p>Immutable and thread-safe.
 *
 * @param manifest    what the run says about itself
 * @param id          the item's id
 * @param item        the item; null if the run does not have it
 * @param decisions   the decision of each definition, by its id; none if the run does not have the item
 * @param rules       the run's rules
 * @param definitions the run's definitions
 */
record ItemInRun(
        Manifest manifest,
        String id,
        @Nullable BudgetItem item,
        Map<String, DecisionLine> decisions,
        RuleBook rules,
        Definitions definitions) {

    static ItemInRun of(Bundle bundle, String id) {
        // All lines are read: only after the last one is it known that none was changed.
        Map<String, DecisionLine> decisions = new LinkedHashMap<>();
        try (Stream<DecisionLine> lines = bundle.decisions()) {
            lines.filter(line -> line.item().equals(id)).forEachOrdered(line -> decisions.put(line.definition(), line));
        }
        BudgetItem item;
        try (Stream<ItemLine> lines = bundle.items()) {
            item = lines.map(ItemLine::item)
                    .filter(each -> each.id().equals(id))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
        RuleBook rules = RuleBookReader.read(bundle.rules());
        return new ItemInRun(bundle.manifest(), id, item, decisions, rules, Definitions.read(rules));
    }

    Optional<DecisionLine> decision(String definition) {
        return Optional.ofNullable(decisions.get(definition));
    }

    Definition definition(String id) {
        return definitions.get(id);
    }

    /** The finding that a rule made of the item, as the decision records it. */
    Optional<JsonNode> finding(String definition, Predicate<JsonNode> wanted) {
        return decision(definition)
                .flatMap(line ->
                        elements(line.json().path("findings")).filter(wanted).findFirst());
    }

    /** The name of the rule that decided, if one did. */
    Optional<String> decisive(String definition) {
        return finding(definition, finding -> finding.path("standing").asText().equals("DECISIVE"))
                .map(finding -> finding.path("rule").asText());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The lines of a rule in its file, from its name to its end; empty if there is no such rule. */
    List<String> text(String ruleName) {
        Optional<Rule> rule = rules.rule(ruleName);
        if (rule.isEmpty()) {
            return List.of();
        }
        List<String> file = Optional.ofNullable(rules.ruleFiles().get(rule.get().file()))
                .orElse("")
                .lines()
                .toList();
        int end = rule.get().line();
        while (end < file.size() && !file.get(end - 1).strip().matches("end\\s*(//.*|#.*)?")) {
            end++;
        }
        return file.subList(rule.get().line() - 1, Math.min(end, file.size()));
    }

    /** The digests of the files of words and lists, which rules refer to, by path. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (FileEntry file : manifest.files()) {
            String path = file.path();
            if (path.startsWith("rules/")
                    && !path.endsWith(".drl")
                    && !path.startsWith("rules/definitions/")
                    && !path.startsWith("rules/tests/")) {
                words.put(path, file.sha256().hex());
            }
        }
        return words;
    }
}
