package org.countsas.adjudication.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.countsas.definition.Definition;
import org.countsas.item.Stage;
import org.countsas.report.Decisions;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static Summary summary(Definition definition, String currency) {
        return new Summary(
                definition, Decisions.DAY, 2024, Stage.INITIAL, currency, 0, 0, Totals.of(List.of(), definition));
    }

    @Test
    void itemsReadAreThoseDecidedAndThoseRejected() {
        Totals two = Totals.of(
                List.of(Decisions.counted("1", 5, "fleet"), Decisions.notCounted("2", 6)), Decisions.definition());

        assertThat(new Summary(Decisions.definition(), Decisions.DAY, 2024, Stage.INITIAL, "JPY", 5, 3, two).read())
                .isEqualTo(5);
        assertThatThrownBy(
                        () -> new Summary(Decisions.definition(), Decisions.DAY, 2024, Stage.INITIAL, "JPY", 5, 2, two))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("5 items read, 2 decided and 2 rejected");
    }

    @Test
    void percentOfGdpHasFourDecimalsRoundedHalfUp() {
        Summary summary = summary(Decisions.definition("JPY", 2_000_000), "JPY");

        assertThat(summary.percentOfGdp(1)).contains(new BigDecimal("0.0001")); // 0.00005
        assertThat(summary.percentOfGdp(0)).contains(new BigDecimal("0.0000"));
        assertThat(summary.percentOfGdp(-1)).contains(new BigDecimal("-0.0001"));
        assertThat(summary.percentOfGdp(2_000_000)).contains(new BigDecimal("100.0000"));
        assertThat(summary(Decisions.definition("JPY", 3), "JPY").percentOfGdp(1))
                .contains(new BigDecimal("33.3333"));
    }

    @Test
    void thereIsNoPercentageWithoutAGdp() {
        assertThat(summary(Decisions.definition("JPY", 0), "JPY").percentOfGdp(1))
                .isEmpty();
    }

    @Test
    void thereIsNoPercentageOfTheGdpOfAnotherCurrency() {
        assertThat(summary(Decisions.definition("USD", 1_000_000), "JPY").percentOfGdp(1))
                .isEmpty();
    }
}
