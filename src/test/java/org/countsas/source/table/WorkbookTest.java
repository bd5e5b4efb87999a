package org.countsas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.bytes;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.rejections;
import static org.countsas.source.Written.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.ReadOptions;
import org.countsas.source.Written;
import org.countsas.source.result.Reading;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
    @TempDir
    Path folder;

    private static byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row - 1, i, number);
            } else if (cells[i] instanceof Boolean truth) {
                sheet.value(row - 1, i, truth);
            } else if (cells[i] != null) {
                sheet.value(row - 1, i, (String) cells[i]);
            }
        }
    }

    private static byte[] simple() {
        return workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("一覧");
            row(sheet, 1, "id", "fiscalYear", "name", "amount", "flag");
            row(sheet, 2, 227, 2024, "衛星", 16706460000L, true);
            row(sheet, 3, "A-1", "令和6年度", " 道路\u3000", "▲1,000", null);
        });
    }

    @Test
    void numbers_and_texts_of_a_sheet_are_read() {
        Reading reading = read(bytes(folder, "a.xlsx", simple()));

        assertThat(told(reading)).containsExactly("227 2024 initial 16706460000 JPY", "A-1 2024 initial -1000 JPY");
        assertThat(reading.items().get(0).programme().attributes()).isEqualTo(java.util.Map.of("flag", "TRUE"));
        assertThat(reading.items().get(1).programme().name()).isEqualTo(" 道路\u3000");
        assertThat(reading.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo(folder.resolve("a.xlsx") + "#一覧");
            assertThat(file.format()).isEqualTo("xlsx");
            assertThat(file.rows()).isEqualTo(2);
        });
    }

    @Test
    void a_workbook_is_known_by_its_content_and_within_an_archive() {
        byte[] zip = Written.zip(
                StandardCharsets.UTF_8, "tables/a.xlsx", simple(), "b.csv", "id,fiscalYear,name,amount\n9,2024,x,5\n");

        assertThat(told(read(bytes(folder, "renamed.dat", simple())))).hasSize(2);
        assertThat(told(read(bytes(folder, "z.zip", zip))))
                .containsExactlyInAnyOrder(
                        "227 2024 initial 16706460000 JPY", "A-1 2024 initial -1000 JPY", "9 2024 initial 5 JPY");
    }

    @Test
    void rows_are_rejected_with_the_row_of_the_sheet() {
        Reading reading = read(bytes(folder, "a.xlsx", workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            row(sheet, 3, "id", "fiscalYear", "name", "amount");
            row(sheet, 4, 1, 2024, "a", 5);
            row(sheet, 6, 2, 2024, "b", null);
            row(sheet, 7, 3, 2024, "c", 1.5);
            row(sheet, 8, 4, 2024, "d", 6, "beyond");
        })));

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(rejections(reading))
                .containsExactly(
                        "BAD_AMOUNT 6 amount: The amount is empty",
                        "BAD_AMOUNT 7 amount: '1.5' comes to 1.5, which is not a whole number",
                        "BROKEN_ROW 8: The row has 5 columns, the header has 4");
    }

    @Test
    void the_noise_of_binary_fractions_does_not_cost_a_yen() {
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "unit: 億円",
                "fiscalYear: 2024",
                "columns: {id: id, name: name, amount: amount}");
        byte[] bytes = workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet("s");
            row(sheet, 1, "id", "name", "amount");
            row(sheet, 2, 1, "a", 0.1 + 0.2);
            row(sheet, 3, 2, "b", new BigDecimal("1211410.49606724"));
            row(sheet, 4, 3, "c", 1e20);
        });

        Reading reading = read(ReadOptions.DEFAULT.withProfile(profile.toString()), bytes(folder, "a.xlsx", bytes));

        assertThat(told(reading)).containsExactly("1 2024 initial 30000000 JPY", "2 2024 initial 121141049606724 JPY");
        assertThat(reading.rejected()).extracting(row -> row.problem().code()).containsExactly(Code.BAD_AMOUNT);
    }

    @Test
    void only_the_first_visible_sheet_is_read_and_the_others_are_named() {
        byte[] bytes = workbook(workbook -> {
            row(hidden(workbook.newWorksheet("hidden")), 1, "x");
            Worksheet first = workbook.newWorksheet("first");
            row(first, 1, "id", "fiscalYear", "name", "amount");
            row(first, 2, 1, 2024, "a", 5);
            Worksheet second = workbook.newWorksheet("second");
            row(second, 1, "id", "fiscalYear", "name", "amount");
            row(second, 2, 2, 2024, "b", 6);
        });
        Path file = bytes(folder, "a.xlsx", bytes);
        Path profile = lines(
                folder,
                "p.yaml",
                "profile: x",
                "sheet: second",
                "columns: {id: id, name: name, amount: amount, fiscalYear: fiscalYear}");
        Path wrong = lines(
                folder,
                "w.yaml",
                "profile: x",
                "sheet: secnd",
                "columns: {id: id, name: name, amount: amount, fiscalYear: fiscalYear}");

        Reading reading = read(file);

        assertThat(told(reading)).containsExactly("1 2024 initial 5 JPY");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().reason())
                .containsExactly("Only the first sheet 'first' is read, not: second");
        assertThat(told(read(ReadOptions.DEFAULT.withProfile(profile.toString()), file)))
                .containsExactly("2 2024 initial 6 JPY");
        assertThat(problemOf(() -> read(ReadOptions.DEFAULT.withProfile(wrong.toString()), file))
                        .fix())
                .isEqualTo("Did you mean 'second'?");
    }

    private static Worksheet hidden(Worksheet sheet) {
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        return sheet;
    }

    @Test
    void a_damaged_workbook_is_said_to_be_damaged() {
        byte[] whole = simple();
        byte[] flipped = whole.clone();
        for (int i = 200; i < 240; i++) {
            flipped[i] ^= 0x55;
        }
        byte[] badXml = Written.zip(
                StandardCharsets.UTF_8, "[Content_Types].xml", "<Types>", "xl/workbook.xml", "<workbook><sheets>");
        byte[] noSheets = Written.zip(
                StandardCharsets.UTF_8,
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<workbook/>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships/>");

        for (byte[] bytes : new byte[][] {
            Arrays.copyOf(whole, whole.length / 2),
            flipped,
            badXml,
            noSheets,
            "id,name".getBytes(StandardCharsets.UTF_8),
            new byte[] {'P', 'K', 3, 4}
        }) {
            Problem problem = problemOf(() -> read(bytes(folder, "a.xlsx", bytes)));
            assertThat(problem.code()).isEqualTo(Code.BROKEN_ARCHIVE);
            assertThat(problem.toString()).doesNotContain("Exception", "org.dhatim");
        }
    }

    @Test
    void a_workbook_that_swells_beyond_reason_is_refused() {
        byte[] bytes = Written.zip(
                StandardCharsets.UTF_8,
                "[Content_Types].xml",
                "<Types/>",
                "xl/worksheets/sheet1.xml",
                new byte[40 << 20]);

        assertThat(problemOf(() -> read(bytes(folder, "a.xlsx", bytes))).code()).isEqualTo(Code.TOO_LARGE);
    }

    private static byte[] ofYears() {
        return workbook(workbook -> {
            for (String name : new String[] {"説明", "令和5年度", "令和6年度", "Notes"}) {
                Worksheet sheet = workbook.newWorksheet(name);
                row(sheet, 1, "id", "fiscalYear", "name", "amount");
                row(sheet, 2, name, "令和6年度", "a", 5);
            }
            workbook.newWorksheet("令和7年度").setVisibilityState(VisibilityState.HIDDEN);
        });
    }

    private Path profile(String sheet) {
        return lines(
                folder,
                "p.yaml",
                "profile: x",
                "sheet: " + sheet,
                "columns: {id: id, name: name, fiscalYear: fiscalYear, amount: amount}");
    }

    @Test
    void several_sheets_are_read_as_one_by_name_or_pattern_in_the_order_of_the_workbook() {
        Path file = bytes(folder, "a.xlsx", ofYears());

        Reading reading =
                read(ReadOptions.DEFAULT.withProfile(profile("[Notes, 令和?年度]").toString()), file);

        assertThat(told(reading))
                .containsExactly("令和5年度 2024 initial 5 JPY", "令和6年度 2024 initial 5 JPY", "Notes 2024 initial 5 JPY");
        assertThat(reading.files())
                .extracting(found -> found.name())
                .containsExactly(file + "#令和5年度", file + "#令和6年度", file + "#Notes");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().toString())
                .containsExactly(
                        "S021 " + file
                                + ": Hidden sheets are not read, although their names match: 令和7年度. Name them in full in the mapping profile if they have items.");
    }

    @Test
    void every_sheet_that_is_named_but_missing_is_told() {
        Path file = bytes(folder, "a.xlsx", ofYears());

        assertThat(Written.problemsOf(() -> read(
                        ReadOptions.DEFAULT.withProfile(profile("[Note, 平成*]").toString()), file)))
                .extracting(Problem::toString)
                .containsExactly(
                        "S001 " + file + ": The workbook has no sheet 'Note'. Did you mean 'Notes'?",
                        "S001 " + file + ": The workbook has no sheet '平成*'. Known: Notes, 令和5年度, 令和6年度, 令和7年度, 説明.");
    }
}
