package org.countsas.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * All definitions of a folder of rules.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Definitions {
    private final TreeMap<String, Definition> byId = new TreeMap<>();

    /** @param definitions definitions with distinct ids */
    public Definitions(Collection<Definition> definitions) {
        definitions.forEach(definition -> byId.put(definition.id(), definition));
    }

    /**
     * Reads and checks the definitions beside a rule book.
     *
     * @throws ProblemException with everything that is wrong with them
     */
    public static Definitions read(RuleBook book) {
        Problems problems = new Problems();
        Definitions definitions = DefinitionReader.read(book, problems);
        problems.throwIfAny();
        return definitions;
    }

    /**
     * Checks the definitions beside a rule book.
     *
     * @param problems where everything that is wrong with them is noted
     */
    @API(status = API.Status.INTERNAL)
    public static void check(RuleBook book, Problems problems) {
        DefinitionReader.read(book, problems);
    }

    /** All definitions, by id. */
    public List<Definition> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The definition with this id or title, in either language; width, case, spaces and hyphens do not matter.
     *
     * @throws ProblemException if there is none
     */
    public Definition get(String id) {
        Definition exact = byId.get(id);
        return exact != null ? exact : names().get(id, Code.UNKNOWN_DEFINITION, "There is no definition '" + id + "'");
    }

    /** The definitions by their ids and titles. */
    @API(status = API.Status.INTERNAL)
    public Names<Definition> names() {
        return Names.of(
                byId.values(),
                Definition::id,
                definition ->
                        List.of(definition.title().en(), definition.title().ja()));
    }

    /**
     * The definition that governs on a day; if several do, the one that began last.
     *
     * @throws ProblemException if none governs on that day
     */
    public Definition inForceOn(LocalDate day) {
        return byId.values().stream()
                .filter(definition -> definition.inForceOn(day))
                .reduce((first, second) ->
                        second.from().orElse(LocalDate.MIN).isAfter(first.from().orElse(LocalDate.MIN))
                                ? second
                                : first)
                .orElseThrow(() -> byId.isEmpty()
                        ? new ProblemException(
                                Code.RULES_MISSING,
                                Place.NONE,
                                "The folder of rules holds no definition",
                                "Add one as definitions/*.yaml")
                        : new ProblemException(
                                Code.UNKNOWN_DEFINITION,
                                Place.NONE,
                                "No definition is in force on " + day,
                                "Name one: " + String.join(", ", byId.keySet())));
    }
}
