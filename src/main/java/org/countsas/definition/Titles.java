package org.countsas.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * What people call the things that rules and definitions name by ids, in one language. An id that is not known is its own title. Immutable
 * and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Titles {
    private final @Nullable RuleBook book;
    private final List<Definition> definitions;
    private final Language language;

    private Titles(@Nullable RuleBook book, List<Definition> definitions, Language language) {
        this.book = book;
        this.definitions = List.copyOf(definitions);
        this.language = language;
    }

    /** The titles of a rule book and of definitions. */
    public static Titles of(RuleBook book, List<Definition> definitions, Language language) {
        return new Titles(book, definitions, language);
    }

    /** No titles: every id stands for itself. */
    public static Titles none(Language language) {
        return new Titles(null, List.of(), language);
    }

    /** The language of the titles. */
    public Language language() {
        return language;
    }

    /** The title of an area. */
    public String area(String policy) {
        return Optional.ofNullable(book)
                .flatMap(known -> known.policy(policy))
                .map(Policy::title)
                .map(language::label)
                .orElse(policy);
    }

    /** The title of a rule. */
    public String rule(String name) {
        RuleBook known = book;
        return known == null ? name : language.label(known.ruleTitle(name));
    }

    /** The title of a block of a definition. */
    public String block(String definition, String block) {
        return definition(definition)
                .flatMap(known -> known.blocks().stream()
                        .filter(each -> each.id().equals(block))
                        .map(Block::label))
                .findFirst()
                .map(language::label)
                .orElse(block);
    }

    /** The id of a definition with its title after it: {@code japan-2022: Japan, documents of 2022}. */
    public String idAndTitle(String definition) {
        return definition(definition)
                .map(Definition::title)
                .map((BilingualText title) -> language.text("titled", definition, language.label(title)))
                .findFirst()
                .orElse(definition);
    }

    private Stream<Definition> definition(String id) {
        return definitions.stream().filter(known -> known.id().equals(id));
    }
}
