package org.countsas.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countsas.cli.Console;
import org.countsas.cli.RulesCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands rules add-term and rules dismiss-term, on a copy of the shipped rules. */
class RulesTermCommandsTest {
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_the_rules() throws IOException {
        RulesCopy.in(folder);
    }

    private Console add(Object... arguments) {
        return Console.run(Stream.concat(
                        Stream.of("rules", "add-term"),
                        Stream.concat(Stream.of(arguments), Stream.of("--rules", folder)))
                .toArray());
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    void a_term_goes_into_the_list_of_its_language_and_its_test_into_the_test_file() {
        Map<String, String> before = files();

        Console console = add("shipbuilding-industry", "艤装品工場", "--against", SAMPLE);

        assertThat(console.err()).isEmpty();
        assertThat(console.out())
                .isEqualToIgnoringNewLines(
                        "“艤装品工場” is a term of shipbuilding-industry now, with a test in tests/shipbuilding.yaml.\n"
                                + "On 280 items it counts 0 more (0.00 bn yen), rejects 0 that counted or were under review, and puts 0 before a person.\n");
        Map<String, String> after = files();
        assertThat(after.get("vocabulary/shipbuilding.yaml"))
                .isEqualTo(before.get("vocabulary/shipbuilding.yaml").replace("船体ブロック]", "船体ブロック, 艤装品工場]"));
        assertThat(after.get("tests/shipbuilding.yaml")).contains("\n    - \"<艤装品工場>\"\n");
        before.forEach((path, text) -> {
            if (!path.endsWith("/shipbuilding.yaml")) {
                assertThat(after.get(path)).as(path).isEqualTo(text);
            }
        });
        assertThat(Console.run("rules", "test", folder, "--without-engine").code())
                .isZero();
    }

    @Test
    void an_english_term_goes_into_the_english_list() {
        assertThat(add("shipbuilding-industry", "slipway*").code()).isZero();

        assertThat(files().get("vocabulary/shipbuilding.yaml")).contains("ships built in Japan, slipway*]");
        assertThat(files().get("tests/shipbuilding.yaml")).contains("\n    - \"<slipway>\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\"', textBlock = """
                    shipbuilding-industri | 艤装品工場 | R005: There is no concept 'shipbuilding-industri'. Did you mean 'shipbuilding-industry'?
                    shipbuilding-industry | 造船 | The term '造船' is already listed under 'shipbuilding-industry'
                    shipbuilding-industry | 造船団地 | The term '造船団地' is already found by the term '造船' of 'shipbuilding-industry'
                    shipbuilding-industry | 造船所跡 | which the concept 'shipbuilding-industry' leaves out (notWithin)
                    shipbuilding-industry | 船 | '船' is so short that it would be found nearly everywhere
                    shipbuilding-industry | <造> | which mark mentions in tests
                    shipbuilding-industry | a*b | V004
                    shipbuilding-industry | 建築業 | T004
                    """)
    void a_term_that_cannot_be_meant_is_refused_and_nothing_changes(String concept, String term, String message) {
        Map<String, String> before = files();

        Console console = add(concept, term);

        assertThat(console.code()).isNotZero();
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).contains(message);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_term_that_would_count_everything_is_refused_where_items_are_at_hand() {
        Map<String, String> before = files();

        Console console =
                add("shipbuilding-industry", "事業", "--against", SAMPLE, "--definition", "japan-2025-proposal");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err()).startsWith("V004: The term '事業' would change ");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_folder_that_may_not_be_written_is_named_and_nothing_changes() throws IOException {
        Map<String, String> before = files();
        // A folder in the place of the temporary file's folder: even a superuser cannot write there.
        Path tests = folder.resolve("tests");
        Path aside = folder.resolve("aside");
        Files.move(tests, aside);
        Files.writeString(tests, "no folder");

        Console console = add("shipbuilding-industry", "艤装品工場");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.out()).isEmpty();
        Files.delete(tests);
        Files.move(aside, tests);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_dismissed_term_is_remembered_beside_the_rules_and_does_not_change_their_digest() {
        Console before = Console.run("classify", SAMPLE, "--rules", folder, "--json");

        Console console = Console.run(
                "rules",
                "dismiss-term",
                "shipbuilding-industry",
                "造船所跡",
                "--by",
                "Policy Bureau",
                "--why",
                "heritage",
                "--rules",
                folder);

        assertThat(console.out())
                .isEqualToIgnoringNewLines(
                        "“造船所跡” will not be proposed for shipbuilding-industry again; dismissed-terms.csv says who dismissed it and why.\n");
        assertThat(files().get("dismissed-terms.csv"))
                .isEqualTo("concept,term,by,on,why\nshipbuilding-industry,造船所跡,Policy Bureau," + Console.TODAY
                        + ",heritage\n");
        assertThat(Console.run("classify", SAMPLE, "--rules", folder, "--json").out())
                .isEqualTo(before.out());
    }
}
