package org.countsas.source.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputNamesTest {
    private static InputNames names(String... inputs) {
        return new InputNames(Arrays.stream(inputs).map(Path::of).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/home/a/budget.csv,     /home/a/budget.csv,              budget.csv",
        "/home/a/budget.xlsx,    /home/a/budget.xlsx#Sheet 1,     budget.xlsx#Sheet 1",
        "/home/a/rs.zip,         /home/a/rs.zip!in/1-2.csv,       rs.zip!in/1-2.csv",
        "/home/a/rs,             /home/a/rs/1-2.csv,              rs/1-2.csv",
        "/home/a/rs,             /home/a/rs/in.zip!1-2.csv,       rs/in.zip!1-2.csv",
        "../rs,                  ../rs/1-2.csv,                   rs/1-2.csv",
        "rs,                     rs/1-2.csv,                      rs/1-2.csv",
        "/home/a/rs/../budget,   /home/a/rs/../budget/1-2.csv,    budget/1-2.csv",
        "/home/a/rs/.,           /home/a/rs/./1-2.csv,            rs/1-2.csv",
        "/,                      /budget.csv,                     budget.csv"
    })
    void a_file_is_named_from_the_own_name_of_its_input_on(String input, String asNamed, String expected) {
        assertThat(names(input).of(asNamed)).isEqualTo(expected);
    }

    @Test
    void the_folder_of_the_process_has_its_own_name() {
        String own = Path.of("").toAbsolutePath().getFileName().toString();

        assertThat(names(".").of("./budget.csv")).isEqualTo(own + "/budget.csv");
        assertThat(names("").of("budget.csv")).isEqualTo(own + "/budget.csv");
    }

    @Test
    void a_file_belongs_to_the_input_that_holds_it_and_not_to_one_that_is_called_alike() {
        assertThat(names("/a/rs", "/a/rs-2024", "/a").of("/a/rs-2024/x.csv")).isEqualTo("rs-2024/x.csv");
        assertThat(names("/a/rs", "/a/rs/x.zip").of("/a/rs/x.zip!y.csv")).isEqualTo("x.zip!y.csv");
        assertThat(names("/a/rs").of("/a/rs-2024/x.csv")).isEqualTo("/a/rs-2024/x.csv");
    }

    @Test
    void the_place_of_a_problem_and_the_one_that_its_reason_ends_with_are_named_so() {
        Problem problem = new Problem(
                Code.DUPLICATE_ID,
                Place.line("/a/two.csv", 3).field("id"),
                "Id '/a/one.csv:2' stands already, in /a/one.csv:2",
                "Keep one");

        assertThat(names("/a/one.csv", "/a/two.csv").of(problem, Place.line("/a/one.csv", 2)))
                .isEqualTo(new Problem(
                        Code.DUPLICATE_ID,
                        Place.line("two.csv", 3).field("id"),
                        "Id '/a/one.csv:2' stands already, in one.csv:2",
                        "Keep one"));
    }
}
