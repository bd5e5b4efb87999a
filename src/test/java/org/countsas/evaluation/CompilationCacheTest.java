package org.countsas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.item.Programme;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CompilationCacheTest {
    private static final RuleBook SHIPS =
            SmallRules.complete().withRule(RuleFileText.named("Ships")).read();
    private static final RuleBook SEAFARERS = SmallRules.complete()
            .withRule(RuleFileText.named("Ships").ifItem("names(\"seafarer\")"))
            .read();
    private static final Programme SHIP = Programme.builder("1").name("船").build();

    @TempDir
    private Path temporary;

    @Test
    void rules_are_compiled_once_and_then_loaded() throws IOException {
        Path folder = temporary.resolve("deep").resolve("cache");
        List<List<Finding>> compiled =
                RuleEngine.of(SHIPS, CompilationCache.in(folder)).evaluate(List.of(SHIP));
        Path kept = only(folder);
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(kept, before);

        List<List<Finding>> loaded =
                RuleEngine.of(SHIPS, CompilationCache.in(folder)).evaluate(List.of(SHIP));

        assertThat(loaded).isEqualTo(compiled);
        assertThat(names(loaded)).containsExactly("Ships");
        assertThat(only(folder)).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept))
                .as("the file was not written again")
                .isEqualTo(before);
    }

    @Test
    void other_rules_have_another_file_and_another_vocabulary_has_not() throws IOException {
        Path folder = temporary.resolve("cache");
        RuleEngine.of(SHIPS, CompilationCache.in(folder));
        RuleBook otherWords = SmallRules.complete()
                .withRule(RuleFileText.named("Ships"))
                .with(
                        "vocabulary/words.yaml",
                        SmallRules.complete().text("vocabulary/words.yaml").replace("[船]", "[艦]"))
                .read();
        RuleEngine engine = RuleEngine.of(otherWords, CompilationCache.in(folder));
        assertThat(names(
                        engine.evaluate(List.of(Programme.builder("1").name("艦").build()))))
                .containsExactly("Ships");
        assertThat(files(folder)).hasSize(1);
        RuleEngine.of(SEAFARERS, CompilationCache.in(folder));
        assertThat(files(folder)).hasSize(2);
    }

    @Test
    void compiling_twice_gives_the_same_bytes() throws IOException {
        assertThat(CompiledRules.compile(SHIPS).toZip())
                .isEqualTo(CompiledRules.compile(SHIPS).toZip());
    }

    @Test
    void a_torn_file_is_known_wherever_it_is_torn() throws IOException {
        byte[] whole = CompiledRules.compile(SHIPS).toZip();
        CompiledRules read = CompiledRules.fromZip(new ByteArrayInputStream(whole));
        assertThat(read.models()).isNotEmpty();
        int directory = indexOf(whole, new byte[] {'P', 'K', 1, 2});
        assertThat(directory).isPositive();
        for (int length = 0; length < whole.length; length += length < 200 || length > directory - 200 ? 1 : 37) {
            byte[] torn = Arrays.copyOf(whole, length);
            if (length < directory) {
                int tornAt = length;
                assertThatThrownBy(() -> CompiledRules.fromZip(new ByteArrayInputStream(torn)))
                        .as("torn at %d of %d", tornAt, whole.length)
                        .isInstanceOf(IOException.class);
            } else {
                // What follows is the table of contents, which says nothing new.
                assertThat(CompiledRules.fromZip(new ByteArrayInputStream(torn))
                                .classes()
                                .keySet())
                        .isEqualTo(read.classes().keySet());
            }
        }
    }

    @Test
    void a_torn_file_is_replaced() throws IOException {
        Path folder = temporary.resolve("cache");
        RuleEngine.of(SHIPS, CompilationCache.in(folder));
        Path kept = only(folder);
        byte[] whole = Files.readAllBytes(kept);
        for (byte[] broken : List.of(
                new byte[0],
                Arrays.copyOf(whole, whole.length / 2),
                "no ZIP".getBytes(StandardCharsets.US_ASCII),
                new byte[whole.length])) {
            Files.write(kept, broken);
            assertThat(names(RuleEngine.of(SHIPS, CompilationCache.in(folder)).evaluate(List.of(SHIP))))
                    .containsExactly("Ships");
            assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
            assertThat(files(folder)).hasSize(1);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are not POSIX there")
    void a_folder_is_created_for_its_owner_alone() throws IOException {
        Path folder = temporary.resolve("cache");
        RuleEngine.of(SHIPS, CompilationCache.in(folder));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are not POSIX there")
    void a_folder_that_others_may_enter_is_neither_believed_nor_written_to() throws IOException {
        Path own = temporary.resolve("own");
        RuleEngine.of(SHIPS, CompilationCache.in(own));
        Path foreign = Files.createDirectory(temporary.resolve("foreign"));
        Path planted = foreign.resolve(only(own).getFileName());
        Files.write(planted, CompiledRules.compile(SEAFARERS).toZip());
        Programme seafarer = Programme.builder("2").name("seafarers").build();

        for (String permissions : List.of("rwxrwxrwx", "rwx-w----", "rwx----w-", "rwxr-xr-x")) {
            Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString(permissions));
            RuleEngine engine = RuleEngine.of(SHIPS, CompilationCache.in(foreign));
            assertThat(names(engine.evaluate(List.of(SHIP)))).as(permissions).containsExactly("Ships");
            assertThat(engine.evaluate(List.of(seafarer)).get(0))
                    .as("rules of the planted file")
                    .isEmpty();
            assertThat(files(foreign)).containsExactly(planted);
        }

        // And were it the user's own, the planted file would be believed: which is why.
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwx------"));
        assertThat(RuleEngine.of(SHIPS, CompilationCache.in(foreign))
                        .evaluate(List.of(seafarer))
                        .get(0))
                .hasSize(1);
    }

    @Test
    void a_cache_that_cannot_be_is_done_without() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");
        assertThat(names(RuleEngine.of(SHIPS, CompilationCache.in(file.resolve("cache")))
                        .evaluate(List.of(SHIP))))
                .containsExactly("Ships");
        assertThat(names(RuleEngine.of(SHIPS, CompilationCache.in(file)).evaluate(List.of(SHIP))))
                .containsExactly("Ships");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void the_rules_that_the_library_ships_are_listed_copied_and_compiled_by_the_build() throws IOException {
        Path rules = temporary.resolve("rules");
        for (var file : SmallRules.complete().bytes().entrySet()) {
            Files.createDirectories(rules.resolve(file.getKey()).getParent());
            Files.write(rules.resolve(file.getKey()), file.getValue());
        }
        Path classes = temporary.resolve("classes");
        ShippedRules.main(new String[] {rules.toString(), classes.toString()});

        Path shipped = classes.resolve("org/countsas/rules");
        assertThat(Files.readAllLines(shipped.resolve("index.txt")))
                .containsExactly(
                        "facilities/ports.yaml",
                        "policies/policies.yaml",
                        "policies/shipbuilding.drl",
                        "sources.yaml",
                        "vocabulary/words.yaml");
        for (var file : SmallRules.complete().bytes().entrySet()) {
            assertThat(shipped.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        try (var in = Files.newInputStream(only(classes.resolve("org/countsas/compiled")))) {
            assertThat(CompiledRules.fromZip(in).load()).hasSize(1);
        }
    }

    private static List<String> names(List<List<Finding>> findings) {
        return findings.get(0).stream().map(finding -> finding.rule().name()).toList();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static Path only(Path folder) throws IOException {
        assertThat(files(folder)).hasSize(1);
        return files(folder).get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
