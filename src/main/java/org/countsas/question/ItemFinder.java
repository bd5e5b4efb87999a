package org.countsas.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.source.result.Reading;
import org.countsas.source.result.RejectedRow;
import org.countsas.source.result.Selection;
import org.countsas.vocabulary.Vocabulary;

/** Finds the item that someone means by an id or by part of a name. */
final class ItemFinder {
    private static final int LISTED = 20;

    private final Reading reading;
    private final Selection selection;
    private final Vocabulary vocabulary;

    ItemFinder(Budget budget, Vocabulary vocabulary) {
        this.reading = budget.reading();
        this.selection = budget.selection();
        this.vocabulary = vocabulary;
    }

    BudgetItem find(String text) {
        Optional<BudgetItem> byId = selection.items().stream()
                .filter(item -> item.id().equals(text))
                .findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        // The programme may have been rejected only in this year and stage: then its name would not find it.
        Optional<RejectedRow> rejected = selection.rejected().stream()
                .filter(row -> row.id().filter(text::equals).isPresent())
                .findFirst();
        if (rejected.isPresent()) {
            Problem problem = rejected.get().problem();
            throw new ProblemException(
                    Code.UNKNOWN_ITEM,
                    problem.place(),
                    "The item '" + text + "' was rejected when it was read and never reached the rules: "
                            + problem.reason(),
                    problem.fix());
        }
        List<BudgetItem> named = named(text);
        if (named.size() == 1) {
            return named.get(0);
        }
        throw named.isEmpty() ? unknown(text) : ambiguous(text, named);
    }

    private List<BudgetItem> named(String text) {
        String wanted = vocabulary.normalized(text).strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<BudgetItem> holding = selection.items().stream()
                .filter(item -> vocabulary.normalized(item.programme().name()).contains(wanted))
                .toList();
        List<BudgetItem> whole = holding.stream()
                .filter(item ->
                        vocabulary.normalized(item.programme().name()).strip().equals(wanted))
                .toList();
        return whole.size() == 1 ? whole : holding;
    }

    private ProblemException ambiguous(String text, List<BudgetItem> items) {
        List<String> choices = new ArrayList<>();
        items.stream()
                .limit(LISTED)
                .map(item -> item.id() + "  " + item.programme().name().replaceAll("\\s+", " ") + " ("
                        + item.programme().ministry() + ")")
                .forEach(choices::add);
        if (items.size() > LISTED) {
            choices.add("and " + (items.size() - LISTED) + " more");
        }
        return new ProblemException(
                Code.AMBIGUOUS_ITEM,
                Place.NONE,
                "'" + text + "' occurs in the names of " + items.size() + " items",
                "Name one by its id",
                choices);
    }

    private ProblemException unknown(String text) {
        String elsewhere = reading.items().stream()
                .filter(item -> item.id().equals(text))
                .sorted(Comparator.comparing(BudgetItem::fiscalYear).reversed().thenComparing(BudgetItem::stage))
                .map(item -> item.fiscalYear() + " " + item.stage().id())
                .collect(Collectors.joining(", "));
        String reason = "There is no item with '" + text + "' as its id or in its name in fiscal year "
                + selection.fiscalYear() + ", stage " + selection.stage().id();
        if (!elsewhere.isEmpty()) {
            return new ProblemException(
                    Code.UNKNOWN_ITEM,
                    Place.NONE,
                    reason,
                    "It has amounts in " + elsewhere + ": choose one with --fiscal-year and --stage");
        }
        List<String> ids = selection.items().stream().map(BudgetItem::id).toList();
        return new ProblemException(
                Code.UNKNOWN_ITEM,
                Place.NONE,
                reason,
                Suggestion.nearest(text, ids)
                        .map(near -> "The nearest id is '" + near + "'")
                        .orElse("Check the id or the name, the year and the stage"));
    }
}
