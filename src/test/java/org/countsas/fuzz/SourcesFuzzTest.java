package org.countsas.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.countsas.item.BudgetItem;
import org.countsas.problem.ProblemException;
import org.countsas.source.ReadOptions;
import org.countsas.source.Sources;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;

/** Inputs of any bytes: they are read, row by row rejected, or refused with problems, and nothing else is thrown. Every item read has an id. */
class SourcesFuzzTest {
    private static final Path FOLDER = folder();

    @FuzzTest
    void csv(byte[] bytes) {
        read("table.csv", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void jsonLines(byte[] bytes) {
        read("items.jsonl", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void jsonDocument(byte[] bytes) {
        read("items.json", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void stateBudget(byte[] bytes) {
        read("budget.json", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void accountTitles(byte[] bytes) {
        read("DL202411001b.csv", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void workbook(byte[] bytes) {
        read("table.xlsx", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void archive(byte[] bytes) {
        read("export.zip", bytes, ReadOptions.DEFAULT);
    }

    @FuzzTest
    void profile(byte[] bytes) {
        write("profile.yaml", bytes);
        read(
                "mapped.csv",
                "ID,Name,Agency,Amount,2024\n1,Ships,Navy,\"1,000\",5\n2,Roads,Roads,x,\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ReadOptions.DEFAULT.withProfile(FOLDER.resolve("profile.yaml").toString()));
    }

    private static void read(String name, byte[] bytes, ReadOptions options) {
        Path file = write(name, bytes);
        try {
            Reading reading = Sources.read(List.of(file), options);
            Selection selection = reading.select();
            for (BudgetItem item : selection.items()) {
                if (item.id().isBlank()) {
                    throw new AssertionError("an item without an id");
                }
            }
        } catch (ProblemException e) {
            if (e.problems().isEmpty()
                    || e.problems().stream()
                            .anyMatch(problem -> problem.reason().isBlank())) {
                throw new AssertionError("a refusal without a reason", e);
            }
        }
    }

    private static Path write(String name, byte[] bytes) {
        try {
            return Files.write(FOLDER.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("countsas-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
