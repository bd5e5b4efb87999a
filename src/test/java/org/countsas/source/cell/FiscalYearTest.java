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
        "1976,1976",
        "FY24,2024",
        "fy'24,2024",
        "FY 1999,1999",
        "FY99,1999",
        "FY69,2069",
        "2024/25,2024",
        "2024-25,2024",
        "2024–25,2024",
        "２０２４／２５年度,2024",
        "2024/2025,2024",
        "1999/2000,1999",
        "FY2024/25,2024",
        "2024-04-01,2024",
        "2024-04-01T00:00:00,2024",
        "2024/4/1,2024",
        "2024年4月1日,2024"
    })
    void usual_notations_are_read(String cell, int expected) {
        assertThat(FiscalYear.parse(cell)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "6",
                "令和",
                "令和0年度",
                "平成99年度",
                "昭和65年",
                "大正15年度",
                "24/25",
                "2024/26",
                "2024/2035",
                "2024-23",
                "2024-10-01",
                "2024-04-02",
                "2024-01-01",
                "2024-04",
                "45383",
                "FY 4",
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
