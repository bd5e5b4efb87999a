package org.countsas.source.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1234                  | 1234
            0                     | 0
            007                   | 7
            -5000000              | -5000000
            34482000.0            | 34482000
            12.00                 | 12
            1,234,567             | 1234567
            -1,234                | -1234
            １２，３４５           | 12345
            1、234、567            | 1234567
            ▲1,000                | -1000
            △ 1,000               | -1000
            −1000                 | -1000
            －１０００             | -1000
            ‐1000                 | -1000
            (1,000)               | -1000
            （１，０００）          | -1000
            +15                   | 15
            ¥1,500                | 1500
            \\1,500                | 1500
            -$2,000               | -2000
            1500円                | 1500
            1,500 円              | 1500
            2千円                 | 2000
            3万円                 | 30000
            1,805百万円            | 1805000000
            37.5億円              | 3750000000
            1.5兆円               | 1500000000000
            ５億                  | 500000000
            121141049606724       | 121141049606724
            9223372036854775807   | 9223372036854775807
            -9223372036854775808  | -9223372036854775808
            """)
    void a_cell_is_read_exactly(String cell, long expected) {
        assertThat(Amount.parse(cell, BigDecimal.ONE)).isEqualTo(new Amount(expected, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            592,267,000 | 1000      | 592267000000
            -287        | 1000      | -287000
            1.234       | 1000      | 1234
            0.5         | 100000000 | 50000000
            50.5        | 100000000 | 5050000000
            ▲1,234      | 1000000   | -1234000000
            """)
    void the_unit_of_the_column_scales_it(String cell, BigDecimal unit, long expected) {
        assertThat(Amount.parse(cell, unit)).isEqualTo(new Amount(expected, null));
    }

    @Test
    void a_unit_in_the_cell_goes_before_that_of_the_column() {
        assertThat(Amount.parse("5億円", BigDecimal.valueOf(1_000_000))).isEqualTo(new Amount(500_000_000, null));
        assertThat(Amount.parse("500円", BigDecimal.valueOf(1_000_000))).isEqualTo(new Amount(500, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "-",
                "－",
                "…",
                "1,23",
                "1,2345",
                ",123",
                "1234,567",
                "1.234,56",
                "1 234",
                "--5",
                "-(5)",
                "5-",
                "(5",
                "1e3",
                "0x10",
                "1兆2,000億円",
                "５５五",
                "#REF!",
                "NaN",
                "1.",
                ".5",
                "١٢٣"
            })
    void what_may_mean_something_else_is_no_amount(String cell) {
        assertThat(Amount.parse(cell, BigDecimal.ONE)).isEqualTo(new Amount(0, "'" + cell + "' is not an amount"));
    }

    @Test
    void an_empty_cell_says_so() {
        assertThat(Amount.parse("", BigDecimal.ONE).wrong()).isEqualTo("The amount is empty");
        assertThat(Amount.parse(" \u3000", BigDecimal.ONE).wrong()).isEqualTo("The amount is empty");
    }

    @Test
    void a_fraction_that_remains_after_scaling_is_refused() {
        assertThat(Amount.parse("1.5", BigDecimal.ONE).wrong())
                .isEqualTo("'1.5' comes to 1.5, which is not a whole number");
        assertThat(Amount.parse("1.2345", BigDecimal.valueOf(1000)).wrong())
                .isEqualTo("'1.2345' comes to 1234.5000, which is not a whole number");
        assertThat(Amount.parse("0.1千円", BigDecimal.ONE)).isEqualTo(new Amount(100, null));
    }

    @Test
    void an_amount_beyond_a_long_is_refused_and_never_wraps_around() {
        assertThat(Amount.parse("9223372036854775808", BigDecimal.ONE).wrong())
                .isEqualTo("'9223372036854775808' is too large an amount");
        assertThat(Amount.parse("10,000,000兆円", BigDecimal.ONE).wrong())
                .isEqualTo("'10,000,000兆円' is too large an amount");
        assertThat(Amount.parse("999,999,999,999,999", BigDecimal.valueOf(1_000_000))
                        .wrong())
                .isEqualTo("'999,999,999,999,999' is too large an amount");
        assertThat(Amount.parse("999999999999999", BigDecimal.valueOf(9_999)))
                .isEqualTo(new Amount(999_999_999_999_999L * 9_999, null));
    }

    @Test
    void an_endless_cell_is_refused_before_it_is_looked_at() {
        assertThat(Amount.parse("9".repeat(1_000_000), BigDecimal.ONE).wrong())
                .isEqualTo("'99999999999999999999…' is not an amount");
    }
}
