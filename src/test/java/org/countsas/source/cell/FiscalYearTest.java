package org.countsas.source.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalYearTest {

    @ParameterizedTest
    @CsvSource({
        "2024,2024",
        "FY2024,2024",
        "fy 2024,2024",
        "ＦＹ２０２４,2024",
        "2024年度,2024",
        "２０２４年度,2024",
        "2024年,2024",
        "' 2024 ',2024",
        "令和6年度,2024",
        "令和６年度,2024",
        "令和 6 年度,2024",
        "令和元年度,2019",
        "令和元年,2019",
        "R6,2024",
        "Ｒ６,2024",
        "R6年度,2024",
        "r06,2024",
        "R.6,2024",
        "平成31年度,2019",
        "平成30年度,2018",
        "平成元年度,1989",
        "H30,2018",
        "平成35年度,2023",
        "昭和64年度,1989",
        "S51,1976",
        "1976,1976"
    })
    void usual_notations_are_read(String cell, int expected) {
        assertThat(FiscalYear.parse(cell)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "FY24",
                "6",
                "令和",
                "令和0年度",
                "平成99年度",
                "昭和65年",
                "大正15年度",
                "2024/25",
                "2024-25",
                "20240",
                "0000",
                "9999",
                "TQ",
                "２０２",
                "R6-R9",
                "令和6年度第1次補正",
                "-2024"
            })
    void what_may_mean_another_year_is_none(String cell) {
        assertThat(FiscalYear.parse(cell)).isEqualTo(OptionalInt.empty());
    }
}
