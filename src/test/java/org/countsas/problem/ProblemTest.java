package org.countsas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void a_problem_is_a_sentence_and_another_that_says_what_to_do() {
        assertThat(new Problem(Code.BAD_DATE, Place.line("a.csv", 3), "'x' is not a date", "Write 2025-04-01"))
                .hasToString("U007 a.csv:3: 'x' is not a date. Write 2025-04-01.");
        assertThat(new Problem(Code.BAD_DATE, Place.NONE, "'x' is not a date", ""))
                .hasToString("U007: 'x' is not a date.");
    }

    @Test
    void a_question_ends_with_its_mark_and_nothing_else() {
        assertThat(new Problem(
                        Code.UNKNOWN_DEFINITION,
                        Place.NONE,
                        "There is no definition 'jpan'",
                        Suggestion.fix("jpan", List.of("japan", "nato"))))
                .hasToString("U002: There is no definition 'jpan'. Did you mean 'japan'?");
        assertThat(new Problem(
                        Code.UNKNOWN_DEFINITION,
                        Place.NONE,
                        "There is no definition 'x'",
                        Suggestion.fix("x", List.of("japan", "nato"))))
                .hasToString("U002: There is no definition 'x'. Known: japan, nato.");
    }

    @Test
    void the_question_is_asked_in_one_place() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> contains(file, "\"Did you mean '")))
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("Suggestion.java");
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
