package org.countsas.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.CountsAs;
import org.countsas.adjudication.Decision;
import org.countsas.item.Stage;
import org.countsas.question.Classification;
import org.countsas.source.result.Reading;
import org.countsas.source.result.Selection;
import org.countsas.source.spool.ItemsOnDisk;
import org.countsas.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input that is larger than memory gives what the same input in memory gives. */
class LargeInputTest {
    private static final ReadOptions ON_DISK = ReadOptions.DEFAULT.withCharactersInMemory(0);

    private static void same(List<Path> inputs, ReadOptions options) {
        Reading inMemory = Sources.read(inputs, options);
        Reading onDisk = Sources.read(inputs, options.withCharactersInMemory(0));

        assertThat(onDisk.items()).isInstanceOf(ItemsOnDisk.class).hasSameSizeAs(inMemory.items());
        assertThat(onDisk.rejected()).isEqualTo(inMemory.rejected());
        assertThat(onDisk.leftOut()).isEqualTo(inMemory.leftOut());
        assertThat(onDisk.warnings()).isEqualTo(inMemory.warnings());
        assertThat(onDisk.files()).isEqualTo(inMemory.files());
        assertThat(onDisk.select()).isEqualTo(inMemory.select());
    }

    @Test
    void samples_of_every_kind_are_read_the_same() {
        same(List.of(Path.of("samples/japan-fy2024.csv")), ReadOptions.DEFAULT);
        same(List.of(Path.of("samples/us-fy2016.csv")), ReadOptions.DEFAULT);
        same(List.of(Path.of("samples/state-budget")), ReadOptions.DEFAULT);
    }

    @Test
    void the_review_of_2024_is_read_the_same() {
        assumeTrue(Files.isDirectory(SharedData.rs2024()), "../shared is not here");
        same(List.of(SharedData.rs2024()), ReadOptions.DEFAULT.withSections());
        Reading inMemory = Sources.read(List.of(SharedData.rs2024()), ReadOptions.DEFAULT);
        Reading onDisk = Sources.read(List.of(SharedData.rs2024()), ON_DISK);

        assertThat(onDisk.select(2023, Stage.EXECUTED)).isEqualTo(inMemory.select(2023, Stage.EXECUTED));
    }

    @Test
    void a_repeated_id_is_rejected_with_the_row_that_came_first(@TempDir Path folder) {
        Path table = lines(
                folder,
                "t.csv",
                "id,fiscalYear,name,amount",
                "9,2024,a,5",
                "10,2024,b,6",
                "9,2024,c,7",
                "9,2025,d,8",
                "x,2024,e,9",
                "1,2024,f,soon");
        Reading reading = Sources.read(List.of(table), ON_DISK);

        assertThat(Written.told(reading.items()))
                .containsExactly(
                        "9 2024 initial 5 JPY",
                        "10 2024 initial 6 JPY",
                        "x 2024 initial 9 JPY",
                        "9 2025 initial 8 JPY");
        assertThat(reading.rejected().stream().map(row -> row.problem().reason()))
                .containsExactly(
                        "Id '9' already has an amount for fiscal year 2024, initial, in row 2",
                        "'soon' is not an amount");
        assertThat(reading.select(2025, null).programmesWithoutAmount()).isEqualTo(2);
    }

    @Test
    void json_lines_are_read_the_same(@TempDir Path folder) {
        Path json = lines(
                folder,
                "t.jsonl",
                "{\"id\":\"2\",\"fiscalYear\":2024,\"amount\":5,\"name\":\"a\"}",
                "{\"id\":\"1\",\"fiscalYear\":2024,\"amount\":6,\"name\":\"b\"}",
                "no object");
        same(List.of(json), ReadOptions.DEFAULT);
    }

    @Test
    void decisions_and_sums_are_the_same() {
        CountsAs countsAs = CountsAs.shipped();
        LocalDate day = LocalDate.of(2026, 11, 1);
        List<Path> inputs = List.of(Path.of("samples/japan-fy2024.csv"));
        List<List<Decision>> runs = new ArrayList<>();
        List<List<Classification.Result>> results = new ArrayList<>();
        for (ReadOptions options : List.of(ReadOptions.DEFAULT, ON_DISK)) {
            Selection selection = Sources.read(inputs, options).select();
            List<Decision> decisions = new ArrayList<>();
            results.add(new Classification(
                            countsAs, selection, List.of(countsAs.definitions().get("japan-2025-proposal")), day)
                    .run(decisions::addAll));
            runs.add(decisions);
        }

        assertThat(runs.get(1)).isNotEmpty().isEqualTo(runs.get(0));
        assertThat(results.get(1).get(0).summary())
                .isEqualTo(results.get(0).get(0).summary());
        assertThat(Stream.of(results.get(1).get(0).summary().totals().items()))
                .containsExactly(runs.get(0).size());
    }
}
