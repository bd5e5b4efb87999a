package org.countsas.policy.book;

import java.util.Map;
import org.countsas.vocabulary.BilingualText;

/**
 * What rules and sources are called before people, by their names and ids, as far as {@code titles.yaml} says it. Immutable and thread-safe.
 *
 * @param rules   by the names of rules
 * @param sources by the ids of sources
 */
record Titles(Map<String, BilingualText> rules, Map<String, BilingualText> sources) {
    static final Titles NONE = new Titles(Map.of(), Map.of());

    Titles {
        rules = Map.copyOf(rules);
        sources = Map.copyOf(sources);
    }
}
