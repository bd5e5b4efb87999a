package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.RawWorkbook.error;
import static org.countsas.source.RawWorkbook.number;
import static org.countsas.source.RawWorkbook.row;
import static org.countsas.source.RawWorkbook.text;
import static org.countsas.source.RawWorkbook.texts;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import org.countsas.source.RawWorkbook;
import org.countsas.source.ReadOptions;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formulas that failed are named, with their place. */
class SpreadsheetErrorTest {
    @TempDir
    Path folder;

    @Test
    void the_cells_of_a_workbook_whose_formulas_failed_are_told_by_name_and_place() {
        String sheet = "<sheetData>" + texts(1, "id", "fiscalYear", "ministry", "name", "amount")
                + row(2, text("A2", "1") + text("B2", "2024") + text("D2", "a") + error("E2", "#REF!"))
                + row(3, text("A3", "2") + error("B3", "#N/A") + text("D3", "a") + number("E3", 0, "5"))
                + row(4, error("A4", "#NAME?") + text("B4", "2024") + text("D4", "a") + number("E4", 0, "5"))
                + row(
                        5,
                        text("A5", "4")
                                + text("B5", "2024")
                                + error("C5", "#VALUE!")
                                + text("D5", "a")
                                + number("E5", 0, "5"))
                + row(
                        6,
                        text("A6", "5")
                                + text("B6", "2024")
                                + error("C6", "#N/A")
                                + text("D6", "a")
                                + number("E6", 0, "6"))
                + "</sheetData>";
        Path file = bytes(folder, "a.xlsx", RawWorkbook.of(false, sheet));

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("4 2024 initial 5 JPY", "5 2024 initial 6 JPY");
        assertThat(reading.rejected())
                .extracting(rejected -> rejected.problem().toString())
                .containsExactly(
                        "S034 " + file
                                + "#S:2 (amount): '#REF!' is the error of a spreadsheet: a cell that the formula refers to no longer exists. Correct the formula, or write the value.",
                        "S034 " + file
                                + "#S:3 (fiscalYear): '#N/A' is the error of a spreadsheet: the formula found no value. Correct the formula, or write the value.",
                        "S034 " + file
                                + "#S:4 (id): '#NAME?' is the error of a spreadsheet: the formula uses a name that does not exist. Correct the formula, or write the id.");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().toString())
                .containsExactly(
                        "S034 " + file
                                + "#S:5 (ministry): '#VALUE!' is the error of a spreadsheet: the formula expects a value of another kind (the first of 2). Correct the formula, or write the text.");
    }

    @Test
    void a_text_table_made_from_one_is_no_exception() {
        Path file = lines(
                folder,
                "a.csv",
                "id,fiscalYear,name,amount",
                "1,2024,a,#DIV/0!",
                "2,2024,#1 priority,5",
                "3,2024,b,Err:502");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("2 2024 initial 5 JPY");
        assertThat(reading.rejected())
                .extracting(rejected -> rejected.problem().reason())
                .containsExactly(
                        "'#DIV/0!' is the error of a spreadsheet: the formula divides by zero",
                        "'Err:502' is the error of a spreadsheet: the formula cannot be computed");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void a_profile_may_say_that_an_error_means_no_amount() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "noAmount: ['#N/A']",
                "columns: {id: id, name: name, fiscalYear: fiscalYear, amount: amount}");
        Path file = lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,#N/A", "2,2024,b,5");

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), file);

        assertThat(told(reading)).containsExactly("2 2024 initial 5 JPY");
        assertThat(reading.rejected()).isEmpty();
    }
}
