package org.countsas.question.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.item.BudgetItem;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.question.filter.FilterReader.Part;
import org.countsas.vocabulary.Concept;
import org.countsas.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions a list shows: those that are one of each of these. An empty list or set lets everything through. Sums over a whole budget
 * are never filtered; only lists are.
 *
 * <p>Immutable and thread-safe.
 *
 * @param outcomes    what is decided
 * @param areas       ids of policies: the area in which an item counts or, for REVIEW, the area in question
 * @param ministries  texts that stand in the ministry's name; width and case do not matter
 * @param bureaus     texts that stand in the bureau's name; width and case do not matter
 * @param reasons     for which reasons
 * @param text        a text that stands in a field of the programme, its name, purpose or overview say; null for any
 * @param leastAmount the smallest amount of the item, in units of the currency; null for any
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemFilter(
        Set<Outcome> outcomes,
        List<String> areas,
        List<String> ministries,
        List<String> bureaus,
        ReasonFilter reasons,
        @Nullable String text,
        @Nullable Long leastAmount) {
    /** Lets everything through. */
    public static final ItemFilter ALL =
            new ItemFilter(Set.of(), List.of(), List.of(), List.of(), ReasonFilter.ANY, null, null);

    private static final String ORGANISATIONS = "organisations.yaml";

    public ItemFilter {
        outcomes = Set.copyOf(outcomes);
        areas = List.copyOf(areas);
        ministries = List.copyOf(ministries);
        bureaus = List.copyOf(bureaus);
    }

    /** Whether it lets everything through. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** What is asked of each part, as {@link FilterReader} reads it; parts that let everything through are left out. */
    public Map<Part, List<String>> texts() {
        Map<Part, List<String>> texts = new EnumMap<>(Part.class);
        texts.put(Part.OUTCOME, ids(outcomes));
        texts.put(Part.AREA, areas);
        texts.put(Part.MINISTRY, ministries);
        texts.put(Part.BUREAU, bureaus);
        texts.put(Part.RULE, reasons.rules());
        texts.put(Part.BASIS, ids(reasons.bases()));
        texts.put(Part.STRENGTH, ids(reasons.strengths()));
        texts.put(Part.STANDING, ids(reasons.standings()));
        texts.put(Part.TEXT, text == null ? List.of() : List.of(text));
        texts.put(Part.MIN_AMOUNT, leastAmount == null ? List.of() : List.of(String.valueOf(leastAmount)));
        texts.values().removeIf(List::isEmpty);
        return texts;
    }

    private static List<String> ids(Set<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(FilterReader::id)
                .toList();
    }

    /**
     * Whether a list shows a decision.
     *
     * @param vocabulary says which characters are written in several ways
     */
    public Predicate<Decision> test(Vocabulary vocabulary) {
        Predicate<BudgetItem> item = itemTest(vocabulary);
        Predicate<Decision> reason = reasons.test();
        return decision -> (outcomes.isEmpty() || outcomes.contains(decision.outcome()))
                && (areas.isEmpty() || decision.area().filter(areas::contains).isPresent())
                && reason.test(decision)
                && item.test(decision.item());
    }

    private Predicate<BudgetItem> itemTest(Vocabulary vocabulary) {
        Predicate<String> ministry = within(asKnown(ministries, vocabulary), vocabulary);
        Predicate<String> bureau = within(bureaus, vocabulary);
        Predicate<String> word = text == null ? any -> true : within(List.of(text), vocabulary);
        Long least = leastAmount;
        return item -> (least == null || item.amount() >= least)
                && ministry.test(item.programme().ministry())
                && bureau.test(item.programme().bureau())
                && (text == null || says(word, item.programme()));
    }

    /** Texts, and what an organisation that is called so in the vocabulary is called in either language: 経済産業省 for METI. */
    private static List<String> asKnown(List<String> texts, Vocabulary vocabulary) {
        return texts.stream()
                .flatMap(text -> Stream.concat(
                        Stream.of(text),
                        vocabulary.concepts().stream()
                                .filter(concept -> concept.file().endsWith(ORGANISATIONS) && isCalled(text, concept))
                                .flatMap(concept -> Stream.of(
                                        concept.label().ja(), concept.label().en()))))
                .toList();
    }

    private static boolean isCalled(String text, Concept concept) {
        String wanted = Names.key(text);
        return Stream.concat(
                        Stream.of(
                                concept.id(),
                                concept.label().en(),
                                concept.label().ja()),
                        concept.terms().stream())
                .anyMatch(name -> Names.key(name).equals(wanted));
    }

    private static boolean says(Predicate<String> word, Programme programme) {
        for (Field field : Field.values()) {
            if (field.textsOf(programme).stream().anyMatch(word)) {
                return true;
            }
        }
        return false;
    }

    private static Predicate<String> within(List<String> wanted, Vocabulary vocabulary) {
        if (wanted.isEmpty()) {
            return text -> true;
        }
        List<String> normalized = wanted.stream().map(vocabulary::normalized).toList();
        return text -> {
            String plain = vocabulary.normalized(text);
            return normalized.stream().anyMatch(plain::contains);
        };
    }

    /**
     * Checks that each ministry and bureau is that of an item: an empty list may be right, but a misspelt name never is.
     *
     * @throws ProblemException {@code UNKNOWN_OPTION}, with the nearest name
     */
    public void checkNames(Collection<BudgetItem> items, Vocabulary vocabulary) {
        check("ministry", ministries, Programme::ministry, items, vocabulary);
        check("bureau", bureaus, Programme::bureau, items, vocabulary);
    }

    private static void check(
            String what,
            List<String> wanted,
            Function<Programme, String> field,
            Collection<BudgetItem> items,
            Vocabulary vocabulary) {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> known = items.stream()
                .map(item -> field.apply(item.programme()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        for (String each : wanted) {
            Predicate<String> test = within(asKnown(List.of(each), vocabulary), vocabulary);
            if (known.stream().noneMatch(test)) {
                throw new ProblemException(
                        Code.UNKNOWN_OPTION,
                        Place.NONE,
                        "No item here is of a " + what + " '" + each + "'",
                        Suggestion.fix(each, known));
            }
        }
    }
}
