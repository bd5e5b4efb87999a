package org.countsas.question;

import java.util.List;
import org.countsas.CountsAs;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.ReformReader;
import org.countsas.comparison.reform.Reforms;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;

/** Reads {@code --definition}: an id, a reform on one line, or a YAML file that holds one. */
public final class DefinitionChoice {
    private DefinitionChoice() {}

    public static Reform reform(Definitions definitions, String text) {
        boolean id = definitions.all().stream()
                .anyMatch(definition -> definition.id().equals(text));
        return id ? new Reform(text, List.of()) : ReformReader.read(text);
    }

    /** The definition itself, for commands that make one decision at a time. */
    public static Definition of(Definitions definitions, RuleBook book, String text) {
        return new Reforms(definitions, book).apply(reform(definitions, text)).definition();
    }

    public static Reforms reforms(CountsAs countsAs) {
        return new Reforms(countsAs.definitions(), countsAs.rules());
    }
}
