package org.countsas.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countsas.source.Written.lines;
import static org.countsas.source.Written.problemOf;
import static org.countsas.source.Written.read;
import static org.countsas.source.Written.told;

import java.nio.file.Path;
import java.util.List;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.source.Written;
import org.countsas.source.result.ReadFile;
import org.countsas.source.result.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputFinderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_is_read_file_by_file_and_the_rest_is_named() {
        lines(folder, "b.csv", "id,fiscalYear,name,amount", "2,2024,b,5");
        lines(folder, "a.tsv", "id\tfiscalYear\tname\tamount", "1\t2024\ta\t4");
        lines(folder, "readme.md", "# Notes");
        lines(folder, ".hidden.csv", "x");
        lines(folder, "~$b.xlsx", "x");
        Written.folder(folder, "older");

        Reading reading = read(folder);

        assertThat(told(reading)).containsExactly("1 2024 initial 4 JPY", "2 2024 initial 5 JPY");
        assertThat(reading.warnings())
                .extracting(warning -> warning.problem().place().file() + ": "
                        + warning.problem().reason())
                .containsExactly(
                        folder.resolve("older") + ": Folders within a folder are not read",
                        folder.resolve("readme.md") + ": A file of this kind is not read from a folder");
        assertThat(reading.files())
                .filteredOn(file -> file.format().equals(ReadFile.NO_FORMAT))
                .hasSize(2);
    }

    @Test
    void several_inputs_make_one_reading_and_a_file_named_twice_is_read_once() {
        Path csv = lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,4");
        Path json = lines(folder, "b.jsonl", "{\"id\":2,\"fiscalYear\":2024,\"amount\":5}");

        Reading reading = read(csv, json, folder.resolve(".").resolve("a.csv"));

        assertThat(told(reading)).containsExactly("1 2024 initial 4 JPY", "2 2024 initial 5 JPY");
        assertThat(reading.rejected()).isEmpty();
        assertThat(Written.warningCodes(reading)).containsExactly(Code.LEFT_OUT);
    }

    @Test
    void a_path_that_is_not_there_suggests_a_neighbour() {
        lines(folder, "budget.csv", "x");

        Problem problem = problemOf(() -> read(folder.resolve("bugdet.csv")));
        assertThat(problem.code()).isEqualTo(Code.NO_SUCH_FILE);
        assertThat(problem.fix()).isEqualTo("Did you mean '" + folder.resolve("budget.csv") + "'?");
        assertThat(problemOf(() -> read(folder.resolve("something-else-entirely")))
                        .fix())
                .isEqualTo("Check the name");
        assertThat(problemOf(() -> read(folder.resolve("no").resolve("such.csv")))
                        .fix())
                .isEqualTo("There is no folder '" + folder.resolve("no") + "' either");
    }

    @Test
    void a_folder_without_files_is_empty() {
        assertThat(problemOf(() -> read(folder)).code()).isEqualTo(Code.EMPTY_INPUT);

        Path deeper = Written.folder(folder, "rs-2024");
        assertThat(problemOf(() -> read(folder)).fix()).isEqualTo("Name a folder within it: " + deeper);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_device_is_refused_because_an_input_is_read_more_than_once() {
        assertThat(problemOf(() -> read(Path.of("/dev/null"))).code()).isEqualTo(Code.UNREADABLE);
    }

    @Test
    void a_reading_cannot_be_changed() {
        Reading reading = read(lines(folder, "a.csv", "id,fiscalYear,name,amount", "1,2024,a,4"));

        for (List<?> list : List.of(
                reading.items(),
                reading.rejected(),
                reading.warnings(),
                reading.files(),
                Written.selectByDefault(reading).items())) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> list.add(null))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
