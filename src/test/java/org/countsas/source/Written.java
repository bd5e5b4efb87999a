package org.countsas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.countsas.source.result.Warning;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes input files for tests, byte for byte, and reads them. */
public final class Written {
    public static final Charset CP932 = Charset.forName("windows-31j");

    private Written() {}

    /** A file of these lines in UTF-8, each ended by a line feed. */
    public static Path lines(Path folder, String name, String... lines) {
        return bytes(folder, name, text(lines).getBytes(StandardCharsets.UTF_8));
    }

    public static String text(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    public static Path bytes(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook with one sheet of these rows; a null leaves a cell out. */
    public static byte[] workbook(@Nullable Object[]... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    if (rows[row][column] instanceof Number number) {
                        sheet.value(row, column, number);
                    } else if (rows[row][column] instanceof String text) {
                        sheet.value(row, column, text);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Path folder(Path folder, String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ZIP of entries: name, content, name, content… */
    public static byte[] zip(Charset names, Object... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(
                        entries[i + 1] instanceof byte[] raw
                                ? raw
                                : ((String) entries[i + 1]).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Reading read(Path... inputs) {
        return Sources.read(List.of(inputs), ReadOptions.DEFAULT);
    }

    public static Reading read(ReadOptions options, Path... inputs) {
        return Sources.read(List.of(inputs), options);
    }

    public static Selection selectByDefault(Reading reading) {
        return reading.select();
    }

    /** {@code id year stage amount currency}, for comparing whole readings at a glance. */
    public static List<String> told(Reading reading) {
        return told(reading.items());
    }

    public static List<String> told(List<BudgetItem> items) {
        return items.stream().map(Written::told).toList();
    }

    private static String told(BudgetItem item) {
        return item.id() + " " + item.fiscalYear() + " " + item.stage().id() + " " + item.amount() + " "
                + item.currency();
    }

    /** {@code CODE row field: reason} of the rejected rows. */
    public static List<String> rejections(Reading reading) {
        return reading.rejected().stream()
                .map(row -> row.problem().code() + " " + row.row()
                        + (row.problem().place().field() == null
                                ? ""
                                : " " + row.problem().place().field()) + ": "
                        + row.problem().reason())
                .toList();
    }

    /** {@code row field: reason} of the warnings with this code. */
    public static List<String> warnings(Reading reading, Code code) {
        return reading.warnings().stream()
                .map(Warning::problem)
                .filter(problem -> problem.code() == code)
                .map(problem -> problem.place().line() + " " + problem.place().field() + ": " + problem.reason())
                .toList();
    }

    public static List<Code> warningCodes(Reading reading) {
        return reading.warnings().stream()
                .map(warning -> warning.problem().code())
                .toList();
    }

    /** The problems that a reading ends with. */
    public static List<Problem> problemsOf(Runnable reading) {
        try {
            reading.run();
        } catch (ProblemException e) {
            return e.problems();
        }
        throw new AssertionError("no problem was reported");
    }

    public static Problem problemOf(Runnable reading) {
        List<Problem> problems = problemsOf(reading);
        if (problems.size() != 1) {
            throw new AssertionError("expected one problem, got " + problems);
        }
        return problems.get(0);
    }
}
