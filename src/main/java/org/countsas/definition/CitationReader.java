package org.countsas.definition;

import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.CitedSource;
import org.countsas.problem.Code;
import org.countsas.problem.Suggestion;
import org.countsas.yaml.YamlNode;

/** Reads which sources a value of a definition cites; a source that is not in {@code sources.yaml} is noted as a problem. */
record CitationReader(RuleBook book) {
    /** The source that a node names. */
    String source(YamlNode node) {
        String source = node.text();
        if (book.source(source).isEmpty()) {
            node.problem(
                    Code.UNKNOWN_CITATION,
                    "There is no source '" + source + "'",
                    Suggestion.nearest(
                                    source,
                                    book.sources().stream().map(CitedSource::id).toList())
                            .map(Suggestion::question)
                            .orElse("Add it to sources.yaml"));
        }
        return source;
    }

    /** The source of a value that must have one. */
    String required(YamlNode node) {
        return node.get("source").map(this::source).orElseGet(() -> node.text("source"));
    }
}
