package org.countsas.audit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.countsas.audit.sampling.Judgement;
import org.countsas.audit.sampling.Population;
import org.countsas.audit.sampling.Populations;
import org.countsas.audit.sampling.Sample;
import org.countsas.audit.sampling.Sampler;
import org.countsas.audit.sampling.SamplingMethod;
import org.countsas.output.Workbooks;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksheetTest {
    private static final String BUNDLE = "ab".repeat(32);
    private static final List<String> AREAS = List.of("space", "aviation");

    @TempDir
    private Path folder;

    private static Sample sample() {
        return Sampler.draw(
                Populations.plan(SamplingMethod.MONETARY_UNIT, Population.COUNTED, "20%", "2%"),
                Populations.twoHundred());
    }

    private static Worksheet given() {
        Map<String, ItemFacts> facts = new HashMap<>();
        sample().drawn()
                .forEach(drawn -> facts.put(
                        drawn.unit().id(),
                        new ItemFacts(
                                "衛星の開発 “" + drawn.unit().id() + "”\n第２期",
                                "文部科学省",
                                "=name names, \"衛星\"; ministry is\t文部科学省")));
        return Worksheet.of(sample(), BUNDLE, "japan-2022", DecisionSource.RULES, facts);
    }

    private static Worksheet.Row with(Worksheet.Row row, String column, String value) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(Worksheet.COLUMNS.indexOf(column), value);
        return new Worksheet.Row(row.number(), cells);
    }

    /** As an auditor returns it who agrees with everything. */
    private static Worksheet filled() {
        return mapped(
                given(),
                row -> with(
                        with(with(row, "audited_outcome", "counted"), "audited_area", row.cell("area")),
                        "audited_counted",
                        row.cell("counted")));
    }

    private static Worksheet mapped(Worksheet worksheet, UnaryOperator<Worksheet.Row> change) {
        List<Worksheet.Row> rows = new ArrayList<>();
        for (Worksheet.Row row : worksheet.rows()) {
            Worksheet.Row changed = change.apply(row);
            rows.add(new Worksheet.Row(rows.size() + 2, changed.cells()));
        }
        return new Worksheet(worksheet.parameters(), rows);
    }

    private static Worksheet changed(String column, String value) {
        String first = filled().rows().get(0).cell("item");
        return mapped(filled(), row -> row.cell("item").equals(first) ? with(row, column, value) : row);
    }

    private static Map<String, Judgement> judgements(Worksheet worksheet) {
        return WorksheetCheck.judgements(given(), worksheet, "sample.csv", AREAS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample.csv", "sample.xlsx"})
    void a_worksheet_comes_back_from_its_file_as_it_went(String name) {
        WorksheetFiles.write(folder, given());

        Worksheet read = WorksheetFiles.read(folder.resolve(name));

        assertThat(read.parameters()).isEqualTo(given().parameters());
        assertThat(read.rows())
                .extracting(Worksheet.Row::cells)
                .isEqualTo(given().rows().stream().map(Worksheet.Row::cells).toList());
        assertThat(WorksheetParameters.plan(read, name)).isEqualTo(sample().plan());
    }

    @Test
    void the_same_sample_gives_the_same_bytes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        WorksheetFiles.write(folder, given());
        WorksheetFiles.write(other, given());

        for (String name : List.of("sample.csv", "sample.xlsx")) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    @Test
    void a_csv_is_read_as_spreadsheet_programs_save_it_again() throws IOException {
        WorksheetFiles.write(folder, given());
        String text = Files.readString(folder.resolve("sample.csv"))
                .replace("\uFEFF", "")
                .replace("“", "(")
                .replace("”", ")");
        Path file = folder.resolve("saved.csv");
        Files.write(file, text.replace("\n", ",,\r\n").getBytes(Charset.forName("windows-31j")));

        Worksheet read = WorksheetFiles.read(file);

        assertThat(read.parameters()).isEqualTo(given().parameters());
        assertThat(read.rows().get(0).cell("name"))
                .isEqualTo(given().rows().get(0).cell("name").replace("“", "(").replace("”", ")"));
        assertThat(read.rows()).hasSameSizeAs(given().rows());
    }

    @Test
    void numbers_that_an_auditor_types_into_a_workbook_are_read_to_the_last_unit() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        filled().rows().forEach(row -> {
            List<Object> cells = new ArrayList<>(row.cells());
            for (String column : List.of("amount", "counted", "audited_counted")) {
                cells.set(Worksheet.COLUMNS.indexOf(column), Long.valueOf(row.cell(column)));
            }
            rows.add(cells);
        });
        List<List<Object>> parameters = given().parameters().entrySet().stream()
                .map(each -> List.<Object>of(each.getKey(), each.getValue()))
                .toList();
        Path file = folder.resolve("typed.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbooks.write(
                    out,
                    List.of(
                            new Workbooks.Sheet("sample", Worksheet.COLUMNS, rows),
                            new Workbooks.Sheet("parameters", List.of("parameter", "value"), parameters)));
        }

        Map<String, Judgement> judgements = judgements(WorksheetFiles.read(file));

        assertThat(sample().drawn())
                .allSatisfy(drawn ->
                        assertThat(judgements.get(drawn.unit().id())).isEqualTo(Populations.agreeing(drawn.unit())));
    }

    @Test
    void judgements_are_read_from_the_columns_of_the_auditor() {
        Map<String, Judgement> judgements = judgements(changed("audited_counted", "1,000"));

        assertThat(judgements).hasSameSizeAs(given().rows());
        assertThat(judgements.get(given().rows().get(0).cell("item")).counted()).isEqualTo(1000);
    }

    @Test
    void what_does_not_count_needs_neither_area_nor_amount() {
        Worksheet none = mapped(given(), row -> with(row, "audited_outcome", "NOT_COUNTED"));

        assertThat(judgements(none).values()).containsOnly(Populations.notCounted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "ministry", "decision", "area", "amount", "counted", "evidence"})
    void a_changed_cell_is_refused(String column) {
        assertThatThrownBy(() -> judgements(changed(column, "other")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("W004 sample.csv:2 (" + column + "): This was '")
                .hasMessageContaining("' and is now 'other'. Put it back: only the columns");
    }

    @Test
    void a_missing_a_foreign_and_a_repeated_row_are_refused() {
        List<Worksheet.Row> rows = filled().rows();
        Worksheet missing = new Worksheet(filled().parameters(), rows.subList(1, rows.size()));
        assertThatThrownBy(() -> judgements(missing))
                .hasMessage(
                        "W004 sample.csv: The row of the item '" + rows.get(0).cell("item")
                                + "' is missing. Put it back: every item of the sample must be examined.");

        List<Worksheet.Row> repeated = new ArrayList<>(rows);
        repeated.add(rows.get(0));
        assertThatThrownBy(() -> judgements(new Worksheet(filled().parameters(), repeated)))
                .hasMessageContaining("appears twice");

        List<Worksheet.Row> foreign = new ArrayList<>(rows);
        foreign.add(with(rows.get(0), "item", "5"));
        assertThatThrownBy(() -> judgements(new Worksheet(filled().parameters(), foreign)))
                .hasMessageContaining("The item '5' is not in the sample");
    }

    @Test
    void every_row_that_is_not_filled_in_is_named() {
        assertThatThrownBy(() -> judgements(mapped(given(), row -> row)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems())
                                .hasSameSizeAs(given().rows())
                                .allSatisfy(problem ->
                                        assertThat(problem.code().id()).isEqualTo("W005")));
        assertThatThrownBy(() -> judgements(changed("audited_area", "")))
                .hasMessageContaining("W005")
                .hasMessageContaining("does not say in which area");
        assertThatThrownBy(() -> judgements(changed("audited_counted", "")))
                .hasMessageContaining("does not say how much of it");
    }

    @Test
    void what_is_no_judgement_is_refused() {
        assertThatThrownBy(() -> judgements(changed("audited_outcome", "REVIEW")))
                .hasMessageContaining("W006")
                .hasMessageContaining("an auditor leaves no question open");
        assertThatThrownBy(() -> judgements(changed("audited_area", "spaec")))
                .hasMessageContaining("There is no area 'spaec' in this definition. Did you mean 'space'?");
        assertThatThrownBy(() -> judgements(changed("audited_counted", "1.5")))
                .hasMessageContaining("'1.5' is not a whole number between 0 and the item's amount");
        assertThatThrownBy(() -> judgements(changed("audited_counted", "999999999999")))
                .hasMessageContaining("'999999999999' is not a whole number");
        assertThatThrownBy(() -> judgements(changed("audited_outcome", "not counted")))
                .hasMessageContaining("has no area and counts nothing");
    }

    @Test
    void the_worksheet_of_another_bundle_or_of_other_parameters_is_refused() {
        Map<String, String> bundle = new LinkedHashMap<>(filled().parameters());
        bundle.put("bundle", "cd".repeat(32));
        assertThatThrownBy(() -> judgements(new Worksheet(bundle, filled().rows())))
                .hasMessageContaining("W003")
                .hasMessageContaining("drawn from another bundle");

        Map<String, String> interval = new LinkedHashMap<>(filled().parameters());
        interval.put("interval", "7");
        assertThatThrownBy(() -> judgements(new Worksheet(interval, filled().rows())))
                .hasMessageContaining("W002")
                .hasMessageContaining("The parameter 'interval' is '7'");
    }

    @Test
    void a_file_that_is_no_worksheet_is_refused() throws IOException {
        Path file = folder.resolve("x");
        assertThatThrownBy(() -> WorksheetFiles.read(file)).hasMessageContaining("U006");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(() -> WorksheetFiles.read(file))
                .hasMessageContaining("W002")
                .hasMessageContaining("has no table that begins with the column 'item'");
        Files.writeString(file, "item,name\n1,2\n");
        assertThatThrownBy(() -> WorksheetFiles.read(file))
                .hasMessageContaining("The columns are item, name and not item, name, ministry");
        Files.write(file, "PK\u0003\u0004 not a workbook".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> WorksheetFiles.read(file)).hasMessageContaining("is not a workbook that can be read");
        Worksheet future = new Worksheet(Map.of("format", "countsas-worksheet-2"), List.of());
        assertThatThrownBy(() -> WorksheetParameters.plan(future, "x"))
                .hasMessageContaining("The worksheet has the format 'countsas-worksheet-2'");
    }
}
