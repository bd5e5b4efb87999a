package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.problem.Code;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {
    @TempDir
    private Path folder;

    @Test
    void a_folder_that_is_not_there_is_created() {
        Path created = folder.resolve("a").resolve("b");

        ResultFolder.prepare(created, false);

        assertThat(created).isEmptyDirectory();
    }

    @Test
    void other_files_do_not_matter() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "");
        Files.writeString(folder.resolve("my-decisions.csv"), "");
        Files.createDirectories(folder.resolve("a/b/c"));

        assertThatCode(() -> ResultFolder.prepare(folder, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decisions.csv",
                "japan-2022/decisions.jsonl",
                "summary.json",
                "items.xlsx",
                "sample.xlsx",
                "compare-totals.csv",
                "targets.json"
            })
    void results_of_another_run_are_kept_unless_someone_says_otherwise(String name) throws IOException {
        Path result = folder.resolve(name);
        Files.createDirectories(result.getParent());
        Files.writeString(result, "kept");

        assertThatThrownBy(() -> ResultFolder.prepare(folder, false))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problems().get(0).code()).isEqualTo(Code.RESULTS_EXIST);
                    assertThat(e.problems().get(0).lines())
                            .containsExactly("O004 " + folder + ": The folder holds the results of another run: " + name
                                    + ". Name another folder, or overwrite them with --force.");
                });
        ResultFolder.prepare(folder, true);
        assertThat(result).hasContent("kept");
    }
}
