package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.RawWorkbook.number;
import static org.countsas.source.RawWorkbook.row;
import static org.countsas.source.RawWorkbook.text;
import static org.countsas.source.RawWorkbook.texts;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import org.countsas.source.RawWorkbook;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, days and texts of sheets, as people see them. */
class SheetCellsTest {
    @TempDir
    Path folder;

    private Reading read(boolean date1904, String format, String number) {
        String sheet = "<sheetData>" + texts(1, "id", "fiscalYear", "name", "amount", "seen")
                + row(
                        2,
                        text("A2", "1")
                                + text("B2", "2024")
                                + text("C2", "a")
                                + number("D2", 0, "5")
                                + number("E2", 1, number))
                + "</sheetData>";
        return Written.read(bytes(folder, "a.xlsx", RawWorkbook.of(date1904, sheet, format)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yyyy-mm-dd | 45383 | 2024-04-01",
                "[$-411]ggge\"年\"m\"月\"d\"日\";@ | 45383 | 2024-04-01",
                "yyyy\"年度\" | 45383 | 2024",
                "ggge\"年度\" | 45383 | 2024",
                "yyyy/m | 45383 | 2024-04",
                "yyyy-mm-dd hh:mm | 45383.5 | 2024-04-01T12:00",
                "yyyy-mm-dd hh:mm | 45383 | 2024-04-01",
                "h:mm | 0.5 | 0.5",
                "General | 45383 | 45383",
                "0.00E+00 | 45383 | 45383",
                "#,##0;[Red]\\-#,##0 | 45383 | 45383",
                "\"days\" 0 | 45383 | 45383",
                "0 \\d | 45383 | 45383",
                "yyyy-mm-dd | -1 | -1"
            })
    void a_number_is_a_day_if_its_format_shows_one(String format, String number, String seen) {
        assertThat(read(false, format, number).items().get(0).programme().attributes())
                .containsEntry("seen", seen);
    }

    @Test
    void days_may_be_counted_from_1904() {
        assertThat(read(true, "yyyy-mm-dd", "43921").items().get(0).programme().attributes())
                .containsEntry("seen", "2024-04-01");
    }

    @Test
    void a_day_on_which_a_fiscal_year_begins_is_that_year_and_a_serial_is_explained() {
        String sheet = "<sheetData>" + texts(1, "id", "fiscalYear", "name", "amount")
                + row(2, text("A2", "1") + number("B2", 1, "45383") + text("C2", "a") + number("D2", 0, "5"))
                + row(3, text("A3", "2") + number("B3", 0, "45383") + text("C3", "a") + number("D3", 0, "5"))
                + row(4, text("A4", "3") + number("B4", 1, "45566") + text("C4", "a") + number("D4", 0, "5"))
                + "</sheetData>";

        Reading reading = ofSheet(sheet);

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "BAD_YEAR 3 fiscalYear: '45383' is not a fiscal year; a spreadsheet counts days, and means 2024-04-01 by this",
                        "BAD_YEAR 4 fiscalYear: '2024-10-01' is not a fiscal year");
        assertThat(reading.rejected().get(1).problem().fix())
                .isEqualTo("A day can belong to one fiscal year or another; write the year, as 2024");
    }

    private Reading ofSheet(String sheet) {
        return Written.read(bytes(folder, "b.xlsx", RawWorkbook.of(false, sheet, "yyyy-mm-dd")));
    }

    @Test
    void numbers_stored_as_texts_are_numbers() {
        String sheet = "<sheetData>" + texts(1, "id", "fiscalYear", "name", "amount")
                + texts(2, "1", "２０２４", "a", "1,234")
                + texts(3, "2", "2024", "b", "'1234")
                + texts(4, "3", "2024", "c", " １，２３４\u00A0")
                + "</sheetData>";

        assertThat(told(ofSheet(sheet)))
                .containsExactly("1 2024 initial 1234 JPY", "2 2024 initial 1234 JPY", "3 2024 initial 1234 JPY");
    }

    @Test
    void numbers_of_a_sheet_and_texts_in_the_style_of_a_locale_stand_side_by_side() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "numbers: de",
                "unit: 1000000",
                "currency: EUR",
                "columns: {id: id, name: name, fiscalYear: fiscalYear, amount: amount}");
        String sheet = "<sheetData>" + texts(1, "id", "fiscalYear", "name", "amount")
                + row(2, text("A2", "1") + text("B2", "2024") + text("C2", "a") + number("D2", 0, "1234.567"))
                + texts(3, "2", "2024", "b", "1.234,567")
                + "</sheetData>";

        assertThat(told(Written.read(
                        ReadOptions.DEFAULT.withProfile(profile.toString()),
                        bytes(folder, "b.xlsx", RawWorkbook.of(false, sheet)))))
                .containsExactly("1 2024 initial 1234567000 EUR", "2 2024 initial 1234567000 EUR");
    }
}
