package org.countsas.source.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.source.document.BudgetDocument.Kind;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.Scope;

/** Says which accounts a stage lacks that another stage of the year has: sums over the two are not comparable. Not thread-safe. */
public final class StageCoverage {
    private final Map<BudgetDocument, String> files;
    private final ReadingBuilder reading;

    private StageCoverage(Map<BudgetDocument, String> files, ReadingBuilder reading) {
        this.files = files;
        this.reading = reading;
    }

    /**
     * Warns about what the documents of one format lack.
     *
     * @param files     these documents, with the file of each
     * @param documents the documents of all formats in the reading
     */
    public static void warn(Map<BudgetDocument, String> files, BudgetDocuments documents, ReadingBuilder reading) {
        new StageCoverage(files, reading).warn(documents);
    }

    private void warn(BudgetDocuments documents) {
        Map<Integer, TreeSet<AccountType>> initial = new TreeMap<>();
        documents.all().stream()
                .filter(document -> document.kind() == Kind.INITIAL)
                .forEach(document -> initial.computeIfAbsent(document.fiscalYear(), year -> new TreeSet<>())
                        .add(document.account()));
        Map<Integer, Map<Kind, TreeSet<AccountType>>> accounts = new TreeMap<>();
        files.keySet()
                .forEach(document -> accounts.computeIfAbsent(document.fiscalYear(), year -> new TreeMap<>())
                        .computeIfAbsent(document.kind(), kind -> new TreeSet<>())
                        .add(document.account()));
        accounts.forEach((year, kinds) ->
                kinds.forEach((kind, has) -> warn(year, kind, has, initial.getOrDefault(year, new TreeSet<>()))));
    }

    private void warn(int year, Kind kind, SortedSet<AccountType> has, SortedSet<AccountType> initial) {
        if (kind == Kind.SUPPLEMENTARY && initial.isEmpty()) {
            warn(
                    year,
                    kind,
                    "FY" + year + " has supplementary budgets of the " + words(has)
                            + " but no initial budget: there is no budget after supplementary budgets");
        } else if (kind == Kind.SETTLEMENT && !has.containsAll(initial)) {
            SortedSet<AccountType> lacking = new TreeSet<>(initial);
            lacking.removeAll(has);
            warn(
                    year,
                    kind,
                    "The settlement of FY" + year + " does not cover the " + words(lacking)
                            + ": its sums are not like those of the budget");
        }
    }

    private void warn(int year, Kind kind, String reason) {
        List<String> named = new ArrayList<>();
        files.forEach((document, file) -> {
            if (document.fiscalYear() == year && document.kind() == kind) {
                named.add(file);
            }
        });
        reading.warn(
                new Problem(Code.PARTIAL_STAGE, Place.file(named.get(0)), reason, ""),
                Scope.of(year, kind.stage()),
                year);
    }

    private static String words(SortedSet<AccountType> accounts) {
        return String.join(
                " and the ", accounts.stream().map(AccountType::title).toList());
    }
}
