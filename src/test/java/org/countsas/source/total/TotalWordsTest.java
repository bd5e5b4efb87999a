package org.countsas.source.total;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "TOTAL",
                " total ",
                "Totals",
                "Total:",
                "(Total)",
                "Ｔｏｔａｌ",
                "Total, Military Personnel",
                "Total Department A",
                "Department A – Total",
                "Total 2024",
                "Subtotal",
                "Sub-total",
                "Sub total: ships",
                "Department A subtotal",
                "Grand total",
                "GRAND TOTAL 2024",
                "Sum",
                "Total général",
                "Sous-total",
                "Totale generale",
                "Insgesamt",
                "Gesamt",
                "Ausgaben insgesamt",
                "Summe",
                "Summe Einzelplan 14",
                "Zwischensumme",
                "合計",
                "合　計",
                " 合 計 ",
                "合\u200B計",
                "小計",
                "（小　計）",
                "総計",
                "累計",
                "計",
                "【計】",
                "防衛省 計",
                "防衛省　合計",
                "一般会計合計",
                "歳出（小計）",
                "合計（一般会計）",
                "合计",
                "합계",
                "24-total"
            })
    void names_of_totals_are_known_in_usual_languages_and_notations(String cell) {
        assertThat(TotalWords.nameTotal(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "—",
                "会計",
                "会　計",
                "一般会計",
                "特別会計",
                "計画",
                "計　画",
                "施設設計",
                "設　計",
                "統計調査",
                "人口統計",
                "生計",
                "合計特殊出生率の向上",
                "総合計画",
                "総額表示の推進",
                "Summer schools",
                "Totally new ships",
                "Lump sum grants",
                "Consumer protection",
                "The total force",
                "Subtotalling",
                "Gesamtschule",
                "A programme whose name is so long that nobody would give it to a total, and which ends, for all that length, in total"
            })
    void words_that_hold_such_a_word_are_none(String cell) {
        assertThat(TotalWords.nameTotal(cell)).isFalse();
    }
}
