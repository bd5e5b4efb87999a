package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pipes, sockets and devices where files should be: whoever opens a pipe that nobody writes to waits forever, so none is opened. The time
 * limit measures nothing; it ends a test that would hang.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such files")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoPlainFileTest {
    private static final String REASON = "This is a pipe, a socket or a device, not a file";

    @TempDir
    private Path folder;

    private Path pipe(String name) throws IOException {
        Path pipe = folder.resolve(name);
        Files.createDirectories(pipe.getParent());
        try {
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return pipe;
    }

    private Path items() throws IOException {
        return Files.writeString(folder.resolve("a.csv"), "id,name,ministry,fiscalYear,amount\n1,a,b,2024,5\n");
    }

    private Path bundle() throws IOException {
        Path bundle = folder.resolve("bundle");
        assertThat(Console.run("classify", items(), "--bundle", bundle).code()).isZero();
        return bundle;
    }

    private static void refuses(String expected, Object... command) {
        Console console = Console.run(command);
        assertThat(console.errLines()).first().asString().isEqualTo(expected);
        assertThat(console.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.csv", "p.jsonl", "p.zip", "p"})
    void an_input(String name) throws IOException {
        Path pipe = pipe(name);
        refuses(
                "S016 " + pipe
                        + ": This is a pipe, a socket or a device, and an input is read more than once. Save it as a file.",
                "classify",
                pipe);
    }

    @Test
    void a_file_in_a_folder_of_inputs() throws IOException {
        Path pipe = pipe("inputs/p.csv");
        Files.copy(items(), folder.resolve("inputs/a.csv"));
        refuses(
                "S016 " + pipe
                        + ": This is a pipe, a socket or a device, and an input is read more than once. Save it as a file.",
                "classify",
                folder.resolve("inputs"));
    }

    @Test
    void something_of_another_kind_in_a_folder_of_inputs_is_named_and_left_out() throws IOException {
        Path pipe = pipe("inputs/p.log");
        Files.copy(items(), folder.resolve("inputs/a.csv"));
        Console console = Console.run("classify", folder.resolve("inputs"));
        assertThat(console.err()).contains("S021 " + pipe + ": A file of this kind is not read from a folder.");
        assertThat(console.code()).isZero();
    }

    @Test
    void a_device_as_an_input() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("zero.csv"), Path.of("/dev/zero"));
        refuses(
                "S016 " + link
                        + ": This is a pipe, a socket or a device, and an input is read more than once. Save it as a file.",
                "classify",
                link);
        Files.delete(link);
    }

    @Test
    void a_mapping_profile() throws IOException {
        Path pipe = pipe("p.yaml");
        refuses(
                "S016 " + pipe + ": " + REASON + ". Save the profile as a YAML file.",
                "classify",
                items(),
                "--profile",
                pipe);
    }

    @Test
    void labels() throws IOException {
        Path pipe = pipe("labels.csv");
        refuses("S016 " + pipe + ": " + REASON + ". Save the labels as a file.", "score", items(), "--labels", pipe);
    }

    @Test
    void a_reform() throws IOException {
        Path pipe = pipe("reform.yaml");
        refuses(
                "S016 " + pipe + ": " + REASON + ". Name a reform's YAML file, or write the reform itself.",
                "classify",
                items(),
                "--definition",
                pipe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policies/p.drl",
                "vocabulary/p.yaml",
                "definitions/p.yaml",
                "tests/p.yaml",
                "p.yaml",
                "policies/notes"
            })
    void a_file_in_a_folder_of_rules(String name) throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules")).folder();
        Path pipe = pipe("rules/" + name);
        String expected = "S016 " + pipe + ": " + REASON + ". Keep nothing but files in a folder of rules.";
        refuses(expected, "rules", "check", rules);
        refuses(expected, "rules", "fmt", rules, "--check");
        refuses(expected, "classify", items(), "--rules", rules);
    }

    @Test
    void a_socket_in_a_folder_of_rules() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules")).folder();
        Path socket = rules.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            refuses(
                    "S016 " + socket + ": " + REASON + ". Keep nothing but files in a folder of rules.",
                    "rules",
                    "check",
                    rules);
        }
    }

    @Test
    void a_device_in_a_folder_of_rules() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules")).folder();
        Path link = Files.createSymbolicLink(rules.resolve("policies/zero.drl"), Path.of("/dev/zero"));
        refuses(
                "S016 " + link + ": " + REASON + ". Keep nothing but files in a folder of rules.",
                "rules",
                "check",
                rules);
        Files.delete(link);
    }

    @Test
    void a_link_to_nowhere_in_a_folder_of_rules_is_refused_unless_it_is_the_lock_of_an_editor() throws IOException {
        Path rules = RulesCopy.in(folder.resolve("rules")).folder();
        Files.createSymbolicLink(rules.resolve("policies/.#space.drl"), Path.of("somebody@somewhere.123"));
        assertThat(Console.run("rules", "check", rules).code()).isZero();

        Path link = Files.createSymbolicLink(rules.resolve("policies/space-2.drl"), rules.resolve("policies/gone.drl"));
        refuses(
                "S016 " + link + ": The link leads nowhere. Keep nothing but files in a folder of rules.",
                "rules",
                "check",
                rules);
    }

    @Test
    void a_bundle() throws IOException {
        Path pipe = pipe("run.zip");
        String expected = "S016 " + pipe + ": " + REASON + ". Name a bundle: a folder or a ZIP file.";
        refuses(expected, "verify", pipe);
        refuses(expected, "prove", pipe, "--item", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "items.jsonl", "p", "rules/policies/p.drl"})
    void a_file_of_a_bundle(String name) throws IOException {
        Path bundle = bundle();
        Files.deleteIfExists(bundle.resolve(name));
        pipe("bundle/" + name);
        refuses(
                "A005 " + bundle + ": '" + name
                        + "' is a link or not a regular file. A bundle holds only regular files; ask for a new copy.",
                "verify",
                bundle);
    }

    @Test
    void reviews_beside_a_bundle() throws IOException {
        Path bundle = bundle();
        Path pipe = pipe("bundle.reviews.jsonl");
        Console console = Console.run("reviews", bundle);
        assertThat(console.err()).startsWith("H003 " + pipe);
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void a_worksheet() throws IOException {
        Path bundle = bundle();
        Path pipe = pipe("sample.csv");
        refuses(
                "S016 " + pipe + ": " + REASON + ". Name the file that 'sample' wrote.",
                "assess",
                bundle,
                "--worksheet",
                pipe);
    }

    @Test
    void a_proof() throws IOException {
        Path pipe = pipe("proof.json");
        refuses(
                "A016 " + pipe
                        + ": This is not a file. Name a file that 'countsas prove' or 'countsas ledger prove' wrote.",
                "verify-proof",
                pipe);
    }

    @Test
    void a_key() throws IOException {
        Path pipe = pipe("key.pem");
        Console console = Console.run("classify", items(), "--bundle", folder.resolve("b"), "--key", pipe);
        assertThat(console.err()).startsWith("A011 " + pipe + ": There is no such key file.");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void a_checkpoint_of_a_ledger_that_was_kept() throws IOException {
        Path key = folder.resolve("k.pem");
        Path ledger = folder.resolve("ledger");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
        assertThat(Console.run(
                                "classify",
                                items(),
                                "--bundle",
                                folder.resolve("signed"),
                                "--key",
                                key,
                                "--ledger",
                                ledger)
                        .code())
                .isZero();
        Path pipe = pipe("kept");
        refuses(
                "S016 " + pipe + ": " + REASON + ". Name the file that was kept.",
                "ledger",
                "verify",
                ledger,
                "--key",
                folder.resolve("k.pub.pem"),
                "--since",
                pipe);
    }
}
