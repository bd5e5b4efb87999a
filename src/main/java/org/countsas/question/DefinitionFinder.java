package org.countsas.question;

import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.reform.ReformNames;
import org.countsas.comparison.reform.ReformReader;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.reform.Reforms;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the definition that someone means: by its id or title, as a reform on one line such as {@code japan-2022 + space}, or as a reform in
 * a YAML file. Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class DefinitionFinder {
    private final Definitions definitions;
    private final Reforms reforms;
    private final ReformNames names;
    private final LocalDate asOf;

    /** @param asOf the day on which a definition must be in force if none is named */
    public DefinitionFinder(Definitions definitions, RuleBook rules, LocalDate asOf) {
        this.definitions = definitions;
        this.reforms = new Reforms(definitions, rules);
        this.names = new ReformNames(definitions, rules);
        this.asOf = asOf;
    }

    /** A finder among the definitions of these rules. */
    public DefinitionFinder(CountsAs countsAs, LocalDate asOf) {
        this(countsAs.definitions(), countsAs.rules(), asOf);
    }

    /**
     * The definition.
     *
     * @param text null for the one in force
     * @throws ProblemException if there is no such definition, or no such reform of one
     */
    public Definition definition(@Nullable String text) {
        return text == null ? definitions.inForceOn(asOf) : apply(reform(text)).definition();
    }

    /**
     * The definitions, each once, in the order in which they are named.
     *
     * @param texts empty for the one in force
     * @throws ProblemException if there is no such definition, or no such reform of one
     */
    public List<Definition> definitions(List<String> texts) {
        return texts.isEmpty()
                ? List.of(definition(null))
                : texts.stream().distinct().map(this::definition).distinct().toList();
    }

    /**
     * Which edits are made to which definition; none if an id is named.
     *
     * @param text null for the definition in force
     * @throws ProblemException if the text is not a reform; whether its definition exists is reported when it is applied
     */
    public Reform reform(@Nullable String text) {
        if (text == null) {
            return new Reform(definitions.inForceOn(asOf).id(), List.of());
        }
        return definitions
                .names()
                .find(text)
                .map(definition -> new Reform(definition.id(), List.of()))
                .orElseGet(() -> names.plain(ReformReader.read(text, names)));
    }

    /**
     * Which edits are made to which definition, without reading any file.
     *
     * @param line an id, a title, or a reform on one line
     * @throws ProblemException if the line is not a reform
     */
    public Reform reformOnLine(String line) {
        return definitions
                .names()
                .find(line)
                .map(definition -> new Reform(definition.id(), List.of()))
                .orElseGet(() -> Reform.parse(names.plain(line)));
    }

    /** The definition that a reform makes. */
    public Reformed apply(Reform reform) {
        return reforms.apply(reform);
    }

    /** Applies reforms. */
    public Reforms reforms() {
        return reforms;
    }
}
