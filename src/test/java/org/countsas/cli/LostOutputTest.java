package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countsas.cli.HostileFiles.Command;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Printer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that cannot be written is told, and never passes for a success. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("canBeFull")
class LostOutputTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final String SAMPLE = "samples/japan-fy2024.csv";
    private static final String LOST =
            "O002: The output could not be written, and what was printed is incomplete: No space left on device. "
                    + "Send the output to a place that accepts it, on a disk with free space." + System.lineSeparator();

    private Path folder = Path.of("");
    private List<Command> commands = List.of();

    static boolean canBeFull() {
        return Files.exists(FULL);
    }

    @BeforeAll
    void write(@TempDir Path temporary) throws IOException {
        folder = temporary;
        commands = HostileFiles.in(Files.createDirectories(folder.resolve("files")))
                .commands();
    }

    Stream<Command> commandsThatDoTheirWork() {
        return firstOfEach(0);
    }

    Stream<Command> commandsThatRefuse() {
        return firstOfEach(2);
    }

    /** Of each command the first that ends with this code. */
    private Stream<Command> firstOfEach(int code) {
        Map<String, Command> first = new LinkedHashMap<>();
        commands.stream()
                .filter(command -> command.code() == code)
                .forEach(command -> first.putIfAbsent(command.name().replaceFirst(" [{-].*", ""), command));
        return first.values().stream();
    }

    private static int run(Command command, OutputStream out, OutputStream err) {
        return Main.run(
                command.words(),
                new Environment(
                        Clock.fixed(Instant.parse(Console.TODAY + "T12:00:00Z"), ZoneOffset.UTC),
                        new Printer(out),
                        new Printer(err),
                        false,
                        "en"));
    }

    @ParameterizedTest(name = "{0} >/dev/full")
    @MethodSource("commandsThatDoTheirWork")
    void a_result_that_cannot_be_written_is_an_error(Command command) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            assertThat(run(command, full, err)).isEqualTo(1);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith(LOST);
    }

    @ParameterizedTest(name = "{0} 2>/dev/full")
    @MethodSource("commandsThatRefuse")
    void a_problem_that_cannot_be_told_still_has_its_exit_code(Command command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            assertThat(run(command, out, full)).isEqualTo(2);
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void a_warning_that_cannot_be_written_is_an_error_too() throws IOException {
        Path table = Files.writeString(
                folder.resolve("a.csv"), "id,name,ministry,fiscalYear,amount\n1,a,b,2024,5\n2,a,b,2024,x\n");
        Command command = new Command("classify", 0, new String[] {"classify", table.toString()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            assertThat(run(command, out, full)).isEqualTo(1);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Items read 2: decided 1, rejected 1");
    }

    @Test
    void a_reader_that_has_gone_ends_a_command_without_a_word() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (OutputStream closed = Channels.newOutputStream(pipe.sink())) {
            for (String words : List.of("rules list", "--help", "help", "rules check --json")) {
                assertThat(run(new Command(words, 0, words.split(" ")), closed, err))
                        .as(words)
                        .isEqualTo(141);
            }
        }
        assertThat(err.size()).isZero();
    }

    // What follows runs in processes of its own, as a shell starts them.

    private Console shell(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "run() { '" + System.getProperty("java.home")
                        + "/bin/java' -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xshare:auto -Dcountsas.rules=rules -cp \"$CLASSES\" org.countsas.cli.Main \"$@\"; }\n"
                        + script,
                "sh"));
        command.addAll(Arrays.asList(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .put("CLASSES", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Console(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @ParameterizedTest(name = "{0} >/dev/full")
    @ValueSource(strings = {"classify " + SAMPLE + " --json", "classify --help", "rules check"})
    void a_process_ends_with_1_and_says_why(String words) throws Exception {
        Console console = shell("run \"$@\" >/dev/full", words.split(" "));

        assertThat(console.err()).isEqualTo(LOST);
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void a_process_that_cannot_tell_its_problem_has_its_exit_code() throws Exception {
        assertThat(shell("run classify nothing.csv 2>/dev/full").code()).isEqualTo(2);
        assertThat(shell("run classify nothing.csv 2>&-").code()).isEqualTo(2);
    }

    @Test
    void a_process_that_is_piped_into_head_ends_as_others_do() throws Exception {
        // More than a pipe takes before somebody reads it.
        Console console = shell(
                "{ run rules list --json; echo $? >\"$1\"; } | head -c 1",
                folder.resolve("code").toString());

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).isEqualTo("[");
        assertThat(Files.readString(folder.resolve("code"))).isEqualTo("141\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "classify SAMPLE --out OUT",
                "classify SAMPLE --bundle OUT/run.zip",
                "compare SAMPLE --definition japan-2022 --definition sipri --xlsx OUT/book.xlsx",
                "rules test --without-engine --junit OUT/junit.xml",
                "rules coverage --html OUT/page.html"
            })
    void a_disk_without_room_for_a_file_is_told_and_leaves_no_part_of_it(String words) throws Exception {
        Path out = Files.createTempDirectory(folder, "room");
        // The limit stands in for the end of the disk.
        Console console = shell(
                "ulimit -f 4; run \"$@\"",
                words.replace("SAMPLE", SAMPLE).replace("OUT", out.toString()).split(" "));

        assertThat(console.err())
                .matches("O001 [^\n]*: (This|The bundle) cannot be written: File too large\\.[^\n]*\n");
        assertThat(console.code()).isEqualTo(1);
        try (Stream<Path> left = Files.walk(out)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
