package org.countsas.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.countsas.item.NaturalIds;
import org.countsas.item.Stage;
import org.countsas.source.cell.StageWords;
import org.countsas.source.cell.TextLists;
import org.countsas.source.cell.Unit;
import org.countsas.source.file.Encoding;
import org.countsas.source.table.ColumnNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallReadersTest {

    @ParameterizedTest
    @CsvSource({
        "initial,INITIAL",
        "Initial,INITIAL",
        "当初,INITIAL",
        "当初予算,INITIAL",
        "' 当初予算 ',INITIAL",
        "supplementary,SUPPLEMENTARY",
        "補正,SUPPLEMENTARY",
        "補正予算,SUPPLEMENTARY",
        "request,REQUEST",
        "要求,REQUEST",
        "概算要求,REQUEST",
        "executed,EXECUTED",
        "執行,EXECUTED",
        "執行額,EXECUTED",
        "決算,EXECUTED"
    })
    void stages_have_an_id_and_japanese_words(String cell, Stage expected) {
        assertThat(StageWords.parse(cell)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "final", "決算見込", "当初予算案", "予算"})
    void a_word_that_may_mean_another_stage_is_none(String cell) {
        assertThat(StageWords.parse(cell)).isEmpty();
    }

    @Test
    void ids_are_in_the_order_that_a_person_expects() {
        List<String> sorted =
                List.of("b", "10", "A-2", "9", "007", "7", "100000000000000000000", "０", "a", "0").stream()
                        .sorted(NaturalIds.ORDER)
                        .toList();

        assertThat(sorted).containsExactly("0", "007", "7", "9", "10", "100000000000000000000", "A-2", "a", "b", "０");
    }

    @Test
    void the_order_of_ids_is_total() {
        List<String> ids = List.of("", "0", "00", "1", "01", "001", "a", "A", "1a");
        for (String a : ids) {
            for (String b : ids) {
                assertThat(Integer.signum(NaturalIds.ORDER.compare(a, b)))
                        .isEqualTo(-Integer.signum(NaturalIds.ORDER.compare(b, a)));
                assertThat(NaturalIds.ORDER.compare(a, b) == 0).isEqualTo(a.equals(b));
            }
        }
    }

    @Test
    void column_names_are_compared_without_width_case_and_spaces() {
        ColumnNames names = new ColumnNames(List.of("Fiscal Year", "当初予算（合計）", "major_expense"));

        assertThat(names.find("fiscalYear")).isEqualTo(0);
        assertThat(names.find("当初予算(合計)")).isEqualTo(1);
        assertThat(names.find("missing", "majorExpense")).isEqualTo(2);
        assertThat(names.find("amount")).isEqualTo(-1);
    }

    @Test
    void a_column_may_state_its_unit() {
        assertThat(Unit.inName("金額（百万円）")).contains(new Unit.Named("金額", BigDecimal.valueOf(1_000_000)));
        assertThat(Unit.inName("予算額 [単位：千円]")).contains(new Unit.Named("予算額", BigDecimal.valueOf(1_000)));
        assertThat(Unit.inName("当初予算（合計）")).isEmpty();
        assertThat(Unit.inName("金額")).isEmpty();
    }

    @Test
    void encodings_have_the_names_that_people_use() {
        assertThat(Encoding.ofId("UTF-8")).contains(Encoding.UTF_8);
        assertThat(Encoding.ofId("Shift_JIS")).contains(Encoding.CP932);
        assertThat(Encoding.ofId("cp932")).contains(Encoding.CP932);
        assertThat(Encoding.ofId("eucJP")).contains(Encoding.EUC_JP);
        assertThat(Encoding.ofId("cp1252")).contains(Encoding.WINDOWS_1252);
        assertThat(Encoding.ofId("latin-1"))
                .isEqualTo(Encoding.ofId("ISO-8859-1"))
                .isPresent();
        assertThat(Encoding.ofId("Latin9")).map(Encoding::id).contains("iso-8859-15");
        assertThat(Encoding.ofId("martian")).isEqualTo(Optional.empty());
        assertThat(Encoding.ofId("not a name")).isEqualTo(Optional.empty());
        assertThat(Encoding.fix("cp923")).isEqualTo("Did you mean 'cp932'?");
        assertThat(Encoding.fix("martian"))
                .isEqualTo(
                        "Known: utf-8, cp932, euc-jp, windows-1252, and all others that Java knows, such as iso-8859-15 or utf-16le");
    }

    @Test
    void texts_of_a_cell_are_parted_by_semicolons_and_line_breaks() {
        assertThat(TextLists.split("国家安全保障戦略；宇宙基本計画; \r\n国家安全保障戦略\nA;")).containsExactly("国家安全保障戦略", "宇宙基本計画", "A");
        assertThat(TextLists.split("  ")).isEmpty();
    }
}
