package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a checkout of its own whose jar leads to the classes under test: it must find its way from anywhere. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    private static final String TABLE = "id,name,ministry,fiscalYear,amount\n1,護衛艦,防衛省,2024,1000\n";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void checkOut() throws IOException {
        home = Files.createDirectories(folder.resolve("check out"));
        Files.copy(Path.of("countsas"), home.resolve("countsas"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("src").resolve("main"));
        RulesCopy.in(home.resolve("rules"));
    }

    /** Lays a jar where the build would, newer than the sources. */
    private void build() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.countsas.cli.Main");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path"))
                                        .split(":"))
                                .map(path ->
                                        Path.of(path).toAbsolutePath().toUri().toString())
                                .collect(Collectors.joining(" ")));
        Files.createDirectories(home.resolve("target"));
        new JarOutputStream(Files.newOutputStream(home.resolve("target").resolve("countsas.jar")), manifest).close();
    }

    private Console launch(Path launcher, Path from, Map<String, String> environment, Object... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Console(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static Map<String, String> environment(String... more) {
        Map<String, String> environment = new HashMap<>(
                Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    @Test
    void itWorksThroughALinkFromAnotherFolderWithoutAHomeAndInAnAsciiLocale() throws Exception {
        build();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("countsas"),
                Files.createSymbolicLink(folder.resolve("link"), home.resolve("countsas")));
        Files.writeString(elsewhere.resolve("budget.csv"), TABLE);
        // Moved by the shell: a Java process in an ASCII locale could not name the file.
        new ProcessBuilder("/bin/sh", "-c", "mv budget.csv \"$(printf '\\345\\273\\272.csv')\"")
                .directory(elsewhere.toFile())
                .start()
                .waitFor();
        Console console =
                launch(link, elsewhere, environment("LC_ALL", "C"), "explain", ".", "--item", "1", "--lang", "ja");

        assertThat(console.err()).doesNotContain("countsas: ", "S0", "U0");
        assertThat(console.out()).startsWith("項目 1：護衛艦").contains("防衛省");
        assertThat(console.code()).isZero();
    }

    @Test
    void itPassesTheExitCodeAndTheErrorsOn() throws Exception {
        build();
        Console console =
                launch(home.resolve("countsas"), folder, environment(), "classify", "nowhere.csv", "--lang", "en");

        assertThat(console.err()).startsWith("U006 nowhere.csv: There is no such file or folder.");
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void withoutMavenItSaysWhatTheFirstBuildNeeds() throws Exception {
        // All that it needs before it looks for Maven, and no folder that might hold Maven.
        program("dirname", "exec /usr/bin/dirname \"$@\"");
        Console console = launch(
                home.resolve("countsas"),
                folder,
                environment("PATH", folder.resolve("bin").toString()),
                "--help");

        assertThat(console.err()).isEqualTo("countsas: Maven (mvn) is needed for the first build\n");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void withoutJavaItSaysSo() throws Exception {
        build();
        Console console = launch(home.resolve("countsas"), folder, environment("JAVA_HOME", "/nowhere"), "--help");

        assertThat(console.err())
                .isEqualTo("countsas: Java 17 or newer is needed, and '/nowhere/bin/java' is not there\n");
        assertThat(console.code()).isEqualTo(2);
    }

    @Test
    void aFailingBuildIsShownWithTheEndOfItsLog() throws Exception {
        program("mvn", "echo '[ERROR] no network'; exit 1");
        Console console = launch(
                home.resolve("countsas"),
                folder,
                environment("PATH", folder.resolve("bin") + ":/usr/bin:/bin"),
                "--help");

        assertThat(console.err())
                .isEqualTo("countsas: building, once...\ncountsas: the build failed; its log is " + home.toRealPath()
                        + "/target/build.log\n[ERROR] no network\n");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void classesThatAnotherJvmKeptAreLeftAsideInSilence() throws Exception {
        build();
        // With the real number in front, and of a version that no JVM has.
        Path classes = Files.write(
                home.resolve("target").resolve("countsas.jsa"),
                new byte[] {(byte) 0xa8, (byte) 0xba, 0x0b, (byte) 0xf0, 0, 0, 0, 0, 0x7f, 0, 0, 0, 0, 0, 0, 0});
        Files.setLastModifiedTime(classes, FileTime.from(Instant.now().plusSeconds(60)));
        Console console = launch(home.resolve("countsas"), folder, environment(), "--version");

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).startsWith("countsas ");
        assertThat(console.code()).isZero();
    }

    /** Starts the launcher from a shell that has done something to its streams. */
    private Console shell(String redirection, Map<String, String> environment) throws Exception {
        Path script = Files.writeString(
                folder.resolve("script"), "'" + home.resolve("countsas") + "' --version " + redirection + "\n");
        return launch(script, folder, environment);
    }

    @Test
    void aClosedOutputIsAnErrorAndNothingIsPrintedElsewhere() throws Exception {
        build();
        Console console = shell(">&-", environment());

        assertThat(console.err())
                .isEqualTo(
                        "O002: The output could not be written: standard output is closed. Send the output to a place that accepts it.\n");
        assertThat(console.code()).isEqualTo(1);
    }

    @Test
    void aClosedErrorStreamIsNoError() throws Exception {
        build();
        Console console = shell("2>&-", environment());

        assertThat(console.out()).startsWith("countsas ");
        assertThat(console.code()).isZero();
    }

    @Test
    void noPathAndNoBuildLogSteersTheTerminal() throws Exception {
        String hostile = "\u001B[31m\u009B2J\u061C\u202E\u2066\u2028\uFEFF\n建";
        program("mvn", "printf '%s\\n' '" + hostile + "'; exit 1");
        Console failed = launch(
                home.resolve("countsas"),
                folder,
                environment("PATH", folder.resolve("bin") + ":/usr/bin:/bin"),
                "--help");
        build();
        Console noJava = launch(home.resolve("countsas"), folder, environment("JAVA_HOME", "/" + hostile), "--help");

        assertThat(failed.err()).endsWith("/target/build.log\n?[31m?2J?????\n建\n");
        assertThat(noJava.err())
                .isEqualTo("countsas: Java 17 or newer is needed, and '/?[31m?2J??????建/bin/java' is not there\n");
    }
}
