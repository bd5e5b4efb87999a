package org.countsas.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.CountsAs;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.quality.Label;
import org.countsas.quality.LabelReader;
import org.countsas.quality.Score;
import org.jspecify.annotations.Nullable;

/**
 * How do decisions compare with the labels that people made? Immutable and thread-safe.
 *
 * @param labels     what people say about programmes
 * @param file       where the labels are, for warnings
 * @param definition as {@link DefinitionFinder} reads it; null for the one in force
 * @param asOf       the day on which rules must be in force
 */
@API(status = API.Status.EXPERIMENTAL)
public record ScoreQuestion(
        List<Label> labels, Place file, @Nullable String definition, LocalDate asOf) {

    public ScoreQuestion {
        labels = List.copyOf(labels);
    }

    /**
     * A question about a CSV file of labels.
     *
     * @throws ProblemException if it cannot be read
     */
    public static ScoreQuestion of(Path labels, @Nullable String definition, LocalDate asOf) {
        return new ScoreQuestion(LabelReader.read(labels), Place.file(labels.toString()), definition, asOf);
    }

    /**
     * How decisions compare with labels.
     *
     * @param definition the definition that decided
     * @param score      hits, misses and what is wrong
     * @param warnings   areas that labels name but no policy has
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Answer(Definition definition, Score score, List<Problem> warnings) {
        public Answer {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Answers the question.
     *
     * @param items one for each programme, or else a label would refer to several
     * @throws ProblemException if there is no such definition
     */
    public Answer answer(List<BudgetItem> items, CountsAs countsAs) {
        Definition chosen = new DefinitionFinder(countsAs, asOf).definition(definition);
        List<Decision> decisions = new Adjudicator(chosen, asOf)
                .decide(
                        items,
                        countsAs.evaluate(
                                items.stream().map(BudgetItem::programme).toList()));
        return new Answer(chosen, Score.of(decisions, labels), unknownAreas(countsAs));
    }

    /** An area that no policy has makes every item labelled with it wrong, so there should be a warning. */
    private List<Problem> unknownAreas(CountsAs countsAs) {
        List<String> known =
                countsAs.rules().policies().stream().map(Policy::id).toList();
        return labels.stream()
                .map(Label::area)
                .filter(area -> !area.isEmpty() && !known.contains(area))
                .distinct()
                .sorted()
                .map(area -> new Problem(
                        Code.BAD_LABEL, file, "There is no area '" + area + "'", Suggestion.fix(area, known)))
                .toList();
    }
}
