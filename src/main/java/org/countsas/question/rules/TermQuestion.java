package org.countsas.question.rules;

import java.time.LocalDate;
import org.apiguardian.api.API;
import org.countsas.adjudication.Adjudicator;
import org.countsas.candidate.CandidateFinder;
import org.countsas.candidate.ProposedTerm;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.question.DefinitionFinder;
import org.countsas.source.result.Selection;
import org.countsas.vocabulary.Concept;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided otherwise if a concept had one more term? Immutable and thread-safe.
 *
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 * @param concept    the concept's id
 * @param term       the term
 */
@API(status = API.Status.EXPERIMENTAL)
public record TermQuestion(@Nullable String definition, LocalDate asOf, String concept, String term) {

    /**
     * Answers the question. Nothing is compiled and nothing is written.
     *
     * @throws ProblemException if there is no such definition or concept
     */
    public ProposedTerm answer(Selection selection, RuleBook rules) {
        Definition chosen = new DefinitionFinder(Definitions.read(rules), rules, asOf).definition(definition);
        return CandidateFinder.tried(
                selection.items(), rules, new Adjudicator(chosen, asOf), concept(concept, rules), term);
    }

    /**
     * The concept of this id.
     *
     * @throws ProblemException {@code UNKNOWN_CONCEPT}
     */
    public static Concept concept(String id, RuleBook rules) {
        return rules.vocabulary()
                .concept(id)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_CONCEPT,
                        Place.NONE,
                        "There is no concept '" + id + "'",
                        Suggestion.fix(
                                id,
                                rules.vocabulary().concepts().stream()
                                        .map(Concept::id)
                                        .toList())));
    }
}
