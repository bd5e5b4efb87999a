package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a file for people runs when it is opened. */
class SpreadsheetTextTest {
    private static final String FORMULA = "=HYPERLINK(\"\"http://a\"\",\"\"b\"\")";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_text_that_begins_like_a_formula_is_marked_and_comes_back_as_it_was(String text) {
        assertThat(SpreadsheetText.marked(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.unmarked(SpreadsheetText.marked(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "'a", "護衛艦", "1-1", "△5", "-5", "-1.5"})
    void any_other_text_is_left_as_it_is(String text) {
        assertThat(SpreadsheetText.marked(text)).isEqualTo(text);
        assertThat(SpreadsheetText.unmarked(text)).isEqualTo(text);
    }

    @Test
    void negative_numbers_stay_numbers() {
        assertThat(SpreadsheetText.cell(-5L)).isEqualTo("-5");
    }

    private Path items() throws IOException {
        return Files.writeString(
                folder.resolve("a.csv"),
                "id,name,ministry,fiscalYear,amount\n1,\"" + FORMULA
                        + "\",防衛省,2024,-5\n-2,b,防衛省,2024,7\n3,c,防衛省,24年,\"=1\"\n");
    }

    @Test
    void decisions_and_rejected_rows_for_people_are_marked_and_records_are_not() throws IOException {
        Path out = folder.resolve("out");

        Console.run("classify", items(), "--out", out, "--bundle", folder.resolve("run"));

        assertThat(Files.readString(out.resolve("decisions.csv")))
                .contains("\n1,\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\",防衛省,,2024,initial,-5,JPY,")
                .contains("\n-2,b,");
        assertThat(Files.readString(out.resolve("decisions.jsonl"))).contains("{\"item\":\"-2\",");
        assertThat(Files.readString(folder.resolve("run").resolve("items.jsonl")))
                .contains("\"=HYPERLINK(");
    }

    @Test
    void tables_of_the_laboratory_and_near_misses_are_marked() throws IOException {
        Path out = folder.resolve("out");
        Path items = items();

        Console.run(
                "compare",
                items,
                "--definition",
                "japan-2022",
                "--definition",
                "japan-2022 - core-defence",
                "--out",
                out);
        assertThat(Files.readString(out.resolve("compare-items.csv"))).contains(",\"'=HYPERLINK(");
        assertThat(Files.list(out).map(Path::toString).filter(file -> file.endsWith(".csv")))
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(Files.readString(Path.of(file))).doesNotContainPattern("(?m)(^|,)\"?[=@+]"));
    }

    @Test
    void a_worksheet_comes_back_as_it_was_written() throws IOException {
        Path bundle = folder.resolve("run");
        Console.run("classify", items(), "--bundle", bundle);
        Path sample = folder.resolve("sample");
        assertThat(Console.run("sample", bundle, "--tolerable", "50%", "--seed", "7", "--out", sample)
                        .code())
                .isZero();
        Path worksheet = sample.resolve("sample.csv");

        List<String> lines = Files.readAllLines(worksheet);
        assertThat(lines).anyMatch(line -> line.contains("'=HYPERLINK(") || line.startsWith("-2,"));
        Console assessed = Console.run("assess", bundle, "--worksheet", worksheet);
        assertThat(assessed.err()).doesNotContain("is not in the sample").doesNotContain("differs");
    }
}
