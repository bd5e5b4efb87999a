package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksTest {
    private static final List<String> COLUMNS = List.of("name", "amount");

    @TempDir
    private Path folder;

    private static byte[] write(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbooks.write(out, List.of(new Workbooks.Sheet("decisions", COLUMNS, List.of(List.of(cells)))));
        return out.toByteArray();
    }

    private static Row row(byte[] workbook, int number) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read().get(number);
        }
    }

    @Test
    void textIsWrittenAsTextAndLongsAsNumbers() throws IOException {
        Row row = row(write("護衛艦（ＦＦＭ） <&> \"x\"", 121_141_049_606_724L), 1);

        assertThat(row.getCellAsString(0)).contains("護衛艦（ＦＦＭ） <&> \"x\"");
        assertThat(row.getCellAsNumber(1))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("121141049606724"));
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysText() throws IOException {
        Row row = row(write("=HYPERLINK(\"http://example.org\")", 1L), 1);

        assertThat(row.getCellAsString(0)).contains("=HYPERLINK(\"http://example.org\")");
        assertThat(row.getCell(0).getFormula()).isNull();
    }

    @Test
    void theHeaderNamesTheColumns() throws IOException {
        Row row = row(write("a", 1L), 0);

        assertThat(row.getCellAsString(0)).contains("name");
        assertThat(row.getCellAsString(1)).contains("amount");
    }

    @Test
    void aTextTooLongForACellIsCutBetweenCharacters() throws IOException {
        String fits = "x".repeat(32_767);
        assertThat(row(write(fits, 1L), 1).getCellAsString(0)).contains(fits);
        assertThat(row(write(fits + "y", 1L), 1).getCellAsString(0)).contains(fits);
        String half = "x".repeat(32_766);
        assertThat(row(write(half + "𠮷", 1L), 1).getCellAsString(0)).contains(half);
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() throws IOException {
        assertThat(row(write("a\u0000b\u000Bc\uD842d", 1L), 1).getCellAsString(0))
                .contains("abcd");
    }

    @Test
    void theBytesDependNeitherOnTheTimeNorOnTheTimeZone() throws Exception {
        TimeZone before = TimeZone.getDefault();
        byte[] first = write("a", 1L);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Thread.sleep(5); // the library states the moment to the millisecond
            assertThat(Arrays.equals(write("a", 1L), first)).isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
        Path file = Files.write(folder.resolve("x.xlsx"), first);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct())
                    .containsExactly(LocalDateTime.of(1980, 2, 1, 0, 0));
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("docProps/core.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .doesNotContain("created");
        }
    }

    @Test
    void theWorkbookCanBeReadFromAStreamFromFrontToBack() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(write("a", 1L)))) {
            int parts = 0;
            while (zip.getNextEntry() != null) {
                assertThat(zip.readAllBytes()).isNotEmpty();
                parts++;
            }
            assertThat(parts).isEqualTo(9);
        }
    }
}
