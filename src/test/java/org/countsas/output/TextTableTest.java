package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsLineUpWhereJapaneseCharactersTakeTwoColumns() {
        TextTable table = new TextTable(false, true, false);
        table.row("分野", "件数", "x");
        table.row("Coast Guard", "20", "");
        table.row("サイバー", "1,000", "終");

        assertThat(table.lines("  "))
                .containsExactly("  分野          件数  x", "  Coast Guard     20", "  サイバー     1,000  終");
    }

    @Test
    void widthCountsFullWidthTwiceAndHalfWidthOnce() {
        assertThat(TextTable.width("")).isZero();
        assertThat(TextTable.width("F-35")).isEqualTo(4);
        assertThat(TextTable.width("Ｆ－３５")).isEqualTo(8);
        assertThat(TextTable.width("ﾐｻｲﾙ")).isEqualTo(4);
        assertThat(TextTable.width("護衛艦（ＦＦＭ）")).isEqualTo(16);
        assertThat(TextTable.width("国土交通省　海上保安庁")).isEqualTo(22);
        assertThat(TextTable.width("한국")).isEqualTo(4);
        assertThat(TextTable.width("𠮷野")).isEqualTo(4);
        assertThat(TextTable.width("é…")).isEqualTo(2);
    }

    @Test
    void columnsLineUpWhereATextIsShownWithEscapes() {
        TextTable table = new TextTable(false, true);
        table.row("a\u001B[31m\u202E", "1");
        table.row("a\\u001b[31m\\u202e", "22");
        table.row("\uDB40\uDC41", "3");

        assertThat(table.lines("").stream().map(VisibleText::line))
                .containsExactly("a\\u001b[31m\\u202e   1", "a\\u001b[31m\\u202e  22", "\\udb40\\udc41        3");
    }

    @Test
    void escapesCountWhereATextIsCut() {
        assertThat(VisibleText.line(TextTable.cut("ab\u001Bcd", 9))).isEqualTo("ab\\u001b…");
        assertThat(VisibleText.line(TextTable.cut("ab\u001Bcd", 8))).isEqualTo("ab…");
        assertThat(VisibleText.line(TextTable.cut("ab\u001Bcd", 10))).isEqualTo("ab\\u001bcd");
    }

    @Test
    void aTextThatFitsIsNotCut() {
        assertThat(TextTable.cut("護衛艦", 6)).isEqualTo("護衛艦");
    }

    @Test
    void aLongTextIsCutWithAnEllipsisAndNeverWithinACharacter() {
        assertThat(TextTable.cut("護衛艦", 5)).isEqualTo("護衛…");
        assertThat(TextTable.cut("護衛艦", 4)).isEqualTo("護…");
        assertThat(TextTable.cut("ab𠮷𠮷", 5)).isEqualTo("ab𠮷…");
    }

    @Test
    void lineBreaksAndRunsOfSpacesBecomeOneSpace() {
        assertThat(TextTable.cut("  a\r\n b\tc ", 10)).isEqualTo("a b c");
    }

    @Property(tries = 300)
    void aCutTextNeverTakesMoreColumnsThanAllowed(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 40) int columns) {
        assertThat(TextTable.width(TextTable.cut(text, columns))).isLessThanOrEqualTo(columns);
    }
}
