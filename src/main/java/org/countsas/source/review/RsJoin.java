package org.countsas.source.review;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.item.Programme;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.source.result.ReadingBuilder;
import org.countsas.source.result.RowUse;
import org.countsas.source.result.RowUseCounter;
import org.countsas.source.result.Scope;
import org.countsas.source.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Joins the projects of an export (1-2), what they cite (1-3) and their amounts (2-1) on 予算事業ID, and accounts for every row. Not
 * thread-safe.
 */
final class RsJoin {
    private final ReadingBuilder reading;
    private final List<Table.Pass<RsOverview>> overviews;
    private final List<Table.Pass<RsPolicies>> policies;
    private final List<Table.Pass<RsAmounts>> amounts;
    /** By file. */
    private final Map<String, RowUseCounter> uses = new HashMap<>();
    /** By edition and id. */
    private final Map<String, Map<String, Programme>> programmes = new HashMap<>();

    RsJoin(
            ReadingBuilder reading,
            List<Table.Pass<RsOverview>> overviews,
            List<Table.Pass<RsPolicies>> policies,
            List<Table.Pass<RsAmounts>> amounts) {
        this.reading = reading;
        this.overviews = overviews;
        this.policies = policies;
        this.amounts = amounts;
    }

    /** Adds the items, rejected rows and files of the export to the reading. */
    void join() {
        Stream.of(overviews, amounts, policies).flatMap(List::stream).forEach(this::begin);
        Map<String, Map<String, RsPolicies.Citations>> citations = citations();
        SortedMap<String, Map<String, RsAmounts.Funding>> funding = funding();
        for (Table.Pass<RsOverview> pass : overviews) {
            RsOverview table = pass.consumer();
            table.projects.forEach((edition, projects) -> projects.forEach((id, project) -> {
                RsAmounts.Funding ofProject =
                        funding.getOrDefault(edition, Map.of()).getOrDefault(id, new RsAmounts.Funding());
                RsPolicies.Citations cited =
                        citations.getOrDefault(edition, Map.of()).get(id);
                programme(table, edition, id, project, cited, ofProject);
            }));
            uses(table).count(RowUse.REPEAT, table.repeats);
        }
        countCitations();
        new RsItems(reading, uses, programmes).add(funding);
        Stream.of(overviews, policies, amounts)
                .flatMap(List::stream)
                .map(Table.Pass::consumer)
                .forEach(table -> reading.file(uses(table).finish(table.rows)));
    }

    private RowUseCounter uses(RsRows table) {
        return requireNonNull(uses.get(table.file()));
    }

    private void begin(Table.Pass<? extends RsRows> pass) {
        RsRows table = pass.consumer();
        RowUseCounter counter = new RowUseCounter(table.file(), ReviewReader.FORMAT, pass.charset(), null);
        uses.put(table.file(), counter);
        table.requireColumns(reading);
        table.rejected.forEach((origin, rejection) -> {
            Place other = rejection.other();
            if (other == null) {
                reading.reject(rejection.problem(), origin, Scope.EVERYTHING);
            } else {
                reading.rejectFor(other, rejection.problem(), origin, Scope.EVERYTHING);
            }
            counter.count(RowUse.REJECTED);
        });
    }

    /** By edition and id. */
    private Map<String, Map<String, RsPolicies.Citations>> citations() {
        Map<String, Map<String, RsPolicies.Citations>> all = new HashMap<>();
        policies.forEach(pass -> pass.consumer()
                .citations
                .forEach((edition, ofEdition) ->
                        ofEdition.forEach((id, cited) -> all.computeIfAbsent(edition, e -> new HashMap<>())
                                .merge(id, cited, RsPolicies.Citations::plus))));
        return all;
    }

    /** By edition, the newest first, and id. */
    private SortedMap<String, Map<String, RsAmounts.Funding>> funding() {
        SortedMap<String, Map<String, RsAmounts.Funding>> all = new TreeMap<>(Comparator.reverseOrder());
        amounts.forEach(pass -> pass.consumer()
                .funding
                .forEach((edition, ofEdition) ->
                        ofEdition.forEach((id, project) -> all.computeIfAbsent(edition, e -> new LinkedHashMap<>())
                                .merge(id, project, RsAmounts.Funding::plus))));
        return all;
    }

    private void programme(
            RsOverview table,
            String edition,
            String id,
            RsOverview.Project project,
            RsPolicies.@Nullable Citations cited,
            RsAmounts.Funding funding) {
        Map<String, Programme> ofEdition = programmes.computeIfAbsent(edition, e -> new HashMap<>());
        if (ofEdition.containsKey(id)) {
            reject(
                    table,
                    id,
                    project,
                    new Problem(
                            Code.DUPLICATE_ID,
                            project.origin.place().field(RsTable.ID),
                            "Id '" + id + "' is already in another file of the same export",
                            "Name each table once"));
            return;
        }
        ofEdition.put(id, table.programme(id, project, funding.accounts, cited));
        if (!funding.totals.isEmpty()) {
            uses(table).count(RowUse.PROGRAMME);
        } else {
            reject(
                    table,
                    id,
                    project,
                    new Problem(
                            Code.BAD_AMOUNT,
                            project.origin.place(),
                            "Id '" + id + "' has no amount in table " + RsTable.AMOUNTS.title(),
                            "Check that both tables are of the same edition"));
        }
    }

    private void reject(RsOverview table, String id, RsOverview.Project project, Problem problem) {
        reading.reject(problem, project.origin, Scope.ofProgramme(id));
        uses(table).count(RowUse.REJECTED);
    }

    private void countCitations() {
        for (Table.Pass<RsPolicies> pass : policies) {
            RsPolicies table = pass.consumer();
            table.citations.forEach((edition, ofEdition) -> ofEdition.forEach((id, cited) -> {
                boolean known = programmes.getOrDefault(edition, Map.of()).containsKey(id);
                uses(table).count(known ? RowUse.CITATION : RowUse.REJECTED, cited.rows());
                if (!known) {
                    reading.warn(
                            new Problem(
                                    Code.NO_SUCH_PROGRAMME,
                                    cited.origin().place().field(RsTable.ID),
                                    "Id '" + id + "' is not in table " + RsTable.OVERVIEW.title(),
                                    "Check that both tables are of the same edition"),
                            Scope.EVERYTHING,
                            table.file());
                }
            }));
        }
    }
}
