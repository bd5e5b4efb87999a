package org.countsas.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.total.AreaTotal;
import org.countsas.adjudication.total.Totals;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Findings;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.report.Samples;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;

/** A second country, language and unit, with a published answer: function 050 of the budget for FY2016. */
class UnitedStatesTest {

    private static Selection selection() {
        return Sources.read(List.of(SharedData.usBudget()), ReadOptions.DEFAULT.withProfile("us-budget"))
                .select(2016, null);
    }

    @Test
    void theSubfunctionsOfNationalDefenceComeThroughToTheDollar() {
        Map<String, Long> sums = selection().items().stream()
                .collect(Collectors.groupingBy(
                        item -> item.programme().attributes().getOrDefault("subfunction", ""),
                        Collectors.summingLong(BudgetItem::amount)));

        assertThat(sums)
                .containsEntry("051", 592_267_000_000L)
                .containsEntry("053", 20_518_000_000L)
                .containsEntry("054", 8_134_000_000L);
    }

    @Test
    void theDefinitionOfFunction050CountsThemWholeAndNothingElse() {
        Selection selection = selection();
        Definition definition = Samples.countsAs().definitions().get("us-050");
        List<Decision> decisions = new Adjudicator(definition, Review.DAY)
                .decide(
                        selection.items(),
                        Samples.countsAs()
                                .evaluate(
                                        selection.items().stream()
                                                .map(BudgetItem::programme)
                                                .toList(),
                                        done -> {}));
        Totals totals = Totals.of(decisions, definition);

        assertThat(selection.currency()).isEqualTo("USD");
        assertThat(selection.rejected()).isEmpty();
        assertThat(totals.areas())
                .extracting(AreaTotal::area, AreaTotal::counted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("us-military", whole(592_267_000_000L)),
                        org.assertj.core.groups.Tuple.tuple("us-atomic-energy-defense", whole(20_518_000_000L)),
                        org.assertj.core.groups.Tuple.tuple("us-defense-related", whole(8_134_000_000L)));
        assertThat(totals.counted()).isEqualTo(whole(620_919_000_000L));
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(decision.outcome() == Outcome.COUNTED)
                        .isEqualTo(List.of("051", "053", "054")
                                .contains(
                                        decision.item().programme().attributes().get("subfunction"))));
    }

    private static Counted whole(long amount) {
        return new Counted(amount, amount, amount);
    }

    /** The file itself is the answer: its own columns, added up without the reader, the rules or the definition. */
    @Test
    void theDefinitionGivesTheTotalOfEveryYearColumnBySubfunctionToTheDollar() throws IOException {
        Map<Integer, Map<String, Long>> expected = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(SharedData.usBudget())) {
            csv.forEach(row -> {
                String subfunction = row.getField("Subfunction Code");
                if (Set.of("051", "053", "054").contains(subfunction)) {
                    IntStream.rangeClosed(1976, 2020)
                            .forEach(year -> expected.computeIfAbsent(year, each -> new TreeMap<>())
                                    .merge(
                                            subfunction,
                                            Long.parseLong(row.getField(String.valueOf(year))
                                                            .replace(",", "")
                                                            .strip())
                                                    * 1000,
                                            Long::sum));
                }
            });
        }
        Reading reading = Sources.read(List.of(SharedData.usBudget()), ReadOptions.DEFAULT.withProfile("us-budget"));
        Definition definition = Samples.countsAs().definitions().get("us-050");
        Set<Programme> programmes = Collections.newSetFromMap(new IdentityHashMap<>());
        reading.items().forEach(item -> programmes.add(item.programme()));
        Findings findings = Samples.countsAs().evaluate(List.copyOf(programmes), done -> {});
        Map<String, String> areas =
                Map.of("us-military", "051", "us-atomic-energy-defense", "053", "us-defense-related", "054");

        Map<Integer, Map<String, Long>> counted = new TreeMap<>();
        for (Decision decision : new Adjudicator(definition, Review.DAY).decide(reading.items(), findings)) {
            decision.area()
                    .ifPresent(area -> counted.computeIfAbsent(decision.item().fiscalYear(), year -> new TreeMap<>())
                            .merge(areas.get(area), decision.counted().central(), Long::sum));
        }
        assertThat(expected).hasSize(45);
        assertThat(counted).isEqualTo(expected);
        assertThat(expected.get(2016))
                .isEqualTo(Map.of("051", 592_267_000_000L, "053", 20_518_000_000L, "054", 8_134_000_000L));
    }
}
