package org.countsas.policy.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countsas.definition.Definitions;
import org.countsas.evaluation.CompilationCache;
import org.countsas.evaluation.RuleEngine;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every attack of the corpus is refused at its place, and nothing of it is compiled or runs. */
class AttackCorpusTest {
    /** A guard against hanging, not a measure: refusals take milliseconds. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private int runsBefore;

    @BeforeEach
    void the_canary_is_silent() {
        System.clearProperty(Canary.PROPERTY);
        runsBefore = Canary.runs();
    }

    @AfterEach
    void the_canary_is_still_silent() {
        assertThat(System.getProperty(Canary.PROPERTY)).isNull();
        assertThat(Canary.runs()).isEqualTo(runsBefore);
    }

    static List<Attack> attacks() {
        return Attack.all();
    }

    @Test
    void the_corpus_is_there() {
        assertThat(attacks()).hasSizeGreaterThan(180);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void is_refused_at_its_place(Attack attack) {
        List<Problem> problems = assertTimeoutPreemptively(LONG_ENOUGH, () -> refusal(attack.folder()));

        assertThat(problems.get(0).code().id() + " " + problems.get(0).place().line() + ":"
                        + problems.get(0).place().column())
                .isEqualTo(attack.expected());
        assertThat(problems.get(0).place().file()).isEqualTo("rules/" + attack.standsInFor());
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.reason()).isNotBlank().doesNotContain("Exception");
            assertThat(problem.reason().length()).isLessThan(600);
        });
    }

    /** Without this the silence of the canary would prove nothing: the same folder without an attack is compiled, and a call of the canary is counted. */
    @Test
    void what_is_no_attack_is_compiled_and_the_canary_can_sing() {
        assertThatCode(() -> compiled(RulesFolder.of("rules", Attack.sound()))).doesNotThrowAnyException();
        Canary.run();
        assertThat(Canary.runs()).isEqualTo(++runsBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/x.drl",
                "../x.drl",
                "policies/../../x.drl",
                "policies/./x.drl",
                "policies//x.drl",
                "policies\\x.drl",
                "C:/x.drl",
                "policies/x\u0000.drl",
                "policies/\u202Ex.drl",
                "policies/x\n.drl",
                "",
                "policies/",
                "a/b/c/d/e/f/g/h/i.drl",
                ".hidden/x.drl"
            })
    void a_path_out_of_the_folder_is_refused(String path) {
        Map<String, byte[]> files = Attack.sound();
        files.put(path, "x".getBytes(StandardCharsets.UTF_8));
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> RulesFolder.of("rules", files));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.RULE_PATH);
            assertThat(problem.reason()).doesNotContainPattern("\\p{C}");
        });
    }

    @Test
    void a_rule_file_of_ten_million_characters_is_refused_unread() {
        Map<String, byte[]> files = Attack.sound();
        byte[] large = new byte[10_000_000];
        Arrays.fill(large, (byte) '(');
        files.put("policies/attack.drl", large);
        assertTimeoutPreemptively(
                LONG_ENOUGH,
                () -> assertThat(catchThrowableOfType(ProblemException.class, () -> RulesFolder.of("rules", files))
                                .problems())
                        .extracting(Problem::code)
                        .containsExactly(Code.RULE_TOO_LARGE));
    }

    @Test
    void a_million_brackets_are_refused_in_time() {
        Map<String, byte[]> files = Attack.sound();
        for (String bracket : List.of(
                "(",
                "[",
                "{",
                "!",
                "\"",
                "@",
                "rule ",
                "rule \"A\" when ",
                "/*",
                "// x\n",
                "\u3000",
                "a::",
                "\\u0041",
                "end\n")) {
            String text = "package policies.attack\n" + bracket.repeat(900_000 / bracket.length());
            files.put("policies/attack.drl", text.getBytes(StandardCharsets.UTF_8));
            List<Problem> problems =
                    assertTimeoutPreemptively(LONG_ENOUGH, () -> problemsOf(RulesFolder.of("rules", files)));
            assertThat(problems.size()).as(bracket).isLessThanOrEqualTo(1_001);
        }
    }

    @Test
    void an_archive_that_unpacks_to_too_much_is_refused() {
        Map<String, byte[]> files = Attack.sound();
        for (int i = 0; i < 10; i++) {
            files.put("vocabulary/large" + i + ".yaml", new byte[3_000_000]);
        }
        assertThat(catchThrowableOfType(ProblemException.class, () -> RulesFolder.of("rules", files))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(Code.RULE_TOO_LARGE);
        Map<String, byte[]> many = Attack.sound();
        for (int i = 0; i < 3_000; i++) {
            many.put("vocabulary/v" + i + ".yaml", new byte[1]);
        }
        assertThat(catchThrowableOfType(ProblemException.class, () -> RulesFolder.of("rules", many))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(Code.RULE_TOO_LARGE);
    }

    @Test
    void a_link_out_of_the_folder_is_refused(@TempDir Path folder, @TempDir Path elsewhere) throws IOException {
        for (Map.Entry<String, byte[]> file : Attack.sound().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Path secret = Files.writeString(elsewhere.resolve("secret.yaml"), "secret: 1");
        Files.createSymbolicLink(folder.resolve("vocabulary/secret.yaml"), secret);
        assertThat(catchThrowableOfType(ProblemException.class, () -> RulesFolder.of(folder))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("link"));
    }

    private static List<Problem> problemsOf(RulesFolder folder) {
        try {
            RuleBookReader.read(folder);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private static List<Problem> refusal(RulesFolder folder) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> compiled(folder));
        assertThat(refusal).as("accepted, and must not be").isNotNull();
        return refusal.problems();
    }

    private static void compiled(RulesFolder folder) {
        RuleBook book = RuleBookReader.read(folder);
        Definitions.read(book);
        RuleEngine.of(book, CompilationCache.none());
    }
}
