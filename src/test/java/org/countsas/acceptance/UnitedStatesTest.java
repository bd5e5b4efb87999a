package org.countsas.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.report.AreaTotal;
import org.countsas.report.Samples;
import org.countsas.report.Totals;
import org.countsas.source.ReadOptions;
import org.countsas.source.Selection;
import org.countsas.source.Sources;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;

/** A second country, language and unit, with a published answer: function 050 of the budget for FY2016. */
class UnitedStatesTest {

    private static Selection selection() {
        return Sources.read(List.of(SharedData.usBudget()), ReadOptions.DEFAULT.withProfile("us-budget")).select(OptionalInt.of(2016), Optional.empty());
    }

    @Test
    void theSubfunctionsOfNationalDefenceComeThroughToTheDollar() {
        Map<String, Long> sums = selection().items().stream().collect(Collectors.groupingBy(
                item -> item.programme().attributes().getOrDefault("subfunction", ""), Collectors.summingLong(BudgetItem::amount)));

        assertThat(sums).containsEntry("051", 592_267_000_000L).containsEntry("053", 20_518_000_000L).containsEntry("054", 8_134_000_000L);
    }

    @Test
    void theDefinitionOfFunction050CountsThemWholeAndNothingElse() {
        Selection selection = selection();
        Definition definition = Samples.countsAs().definitions().get("us-050");
        List<Decision> decisions = Samples.countsAs().evaluate(selection.items().stream().map(BudgetItem::programme).toList(), done -> {})
                .adjudicate(selection.items(), definition, Review.DAY);
        Totals totals = Totals.of(decisions, definition);

        assertThat(selection.currency()).isEqualTo("USD");
        assertThat(selection.rejected()).isEmpty();
        assertThat(totals.areas()).extracting(AreaTotal::area, AreaTotal::counted).containsExactly(
                org.assertj.core.groups.Tuple.tuple("us-military", whole(592_267_000_000L)),
                org.assertj.core.groups.Tuple.tuple("us-atomic-energy-defense", whole(20_518_000_000L)),
                org.assertj.core.groups.Tuple.tuple("us-defense-related", whole(8_134_000_000L)));
        assertThat(totals.counted()).isEqualTo(whole(620_919_000_000L));
        assertThat(decisions).allSatisfy(decision -> assertThat(decision.outcome() == Outcome.COUNTED)
                .isEqualTo(List.of("051", "053", "054").contains(decision.item().programme().attributes().get("subfunction"))));
    }

    private static Counted whole(long amount) {
        return new Counted(amount, amount, amount);
    }
}
