package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.countsas.audit.bundle.TestRuns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed to others: the archive, in a folder of its own without a home folder, and the verifier in one file. */
@Tag("packaged")
class DistributionTest {
    private static final Path BUNDLES = Path.of("src", "test", "resources", "bundles");
    private static final Path VERIFIER = Path.of("target", "countsas-verify.jar");

    @TempDir
    private static Path scratch;

    private static Path home = Path.of("");

    private record Done(int code, String out, String err) {}

    @BeforeAll
    static void unpack() throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            archives = files.filter(file -> file.getFileName().toString().matches("countsas-.*\\.zip"))
                    .toList();
        }
        assumeTrue(archives.size() == 1 && Files.exists(VERIFIER), "there is no distribution: 'mvn package' makes it");
        try (ZipFile zip = new ZipFile(archives.get(0).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path target = scratch.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(scratch);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                }
            }
        }
        try (Stream<Path> tops = Files.list(scratch)) {
            home = tops.findFirst().orElseThrow();
        }
        assertThat(home.resolve("countsas").toFile().setExecutable(true)).isTrue();
        try (Stream<Path> rules = Files.walk(home.resolve("rules"))) {
            for (Path from : rules.toList()) {
                Files.copy(
                        from,
                        home.resolve("my-rules").resolve(home.resolve("rules").relativize(from)));
            }
        }
    }

    /** Runs a command as one who has nothing but Java: without a home folder, and without a network where that can be taken away. */
    private static Done run(Path folder, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(words);
        if (Files.isExecutable(Path.of("/usr/bin/unshare"))
                && new ProcessBuilder("unshare", "-n", "true").start().waitFor() == 0) {
            command.addAll(0, List.of("unshare", "-n"));
        }
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/bin:/bin", "JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C.UTF-8"));
        int code = builder.start().waitFor();
        return new Done(code, Files.readString(out), Files.readString(err));
    }

    private static List<String> java(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void it_does_what_the_readme_says() throws IOException, InterruptedException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        List<String> commands = readme.stream()
                .filter(line -> line.startsWith("./countsas ") && !line.startsWith("./countsas serve"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(15);

        for (String command : commands) {
            Done done = run(home, List.of("/bin/sh", "-c", command));
            assertThat(done.err()).as(command).doesNotContain("Exception");
            assertThat(done.code()).as("%s: %s", command, done.err()).isZero();
            if (command.equals("./countsas classify samples/japan-fy2024.csv")) {
                List<String> shown = readme.subList(readme.indexOf("  Total: 50,492.94 bn yen"), readme.size());
                shown = shown.subList(0, shown.indexOf("```"));
                assertThat(done.out().lines()).containsSubsequence(shown);
            }
        }

        Path other = Files.createDirectory(scratch.resolve("other"));
        for (String file : List.of("run.zip", "run.pub.pem", "proof.json", "countsas-verify.jar")) {
            Files.copy(home.resolve(file), other.resolve(file));
        }
        Done verified = run(other, java("-jar", "countsas-verify.jar", "verify", "run.zip", "--key", "run.pub.pem"));
        assertThat(verified.err()).isEmpty();
        assertThat(verified.out()).endsWith("OK: run.zip\n");
        assertThat(verified.code()).isZero();
        Done proof =
                run(other, java("-jar", "countsas-verify.jar", "verify-proof", "proof.json", "--key", "run.pub.pem"));
        assertThat(proof.err()).isEmpty();
        assertThat(proof.code()).isZero();
    }

    @Test
    void it_holds_the_licence_of_every_part_and_names_each() throws IOException {
        String list = Files.readString(home.resolve("licences").resolve("THIRD-PARTY.txt"));
        String parts = Files.readString(home.resolve("countsas-sbom.json"));
        assertThat(parts).contains("\"bomFormat\" : \"CycloneDX\"");
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).toList())
                    .hasSizeGreaterThan(30)
                    .allSatisfy(jar -> {
                        String name = jar.replaceFirst("-\\d[\\w.-]*\\.jar$", "");
                        assertThat(list).contains(":" + name + ":");
                        assertThat(parts).contains("\"name\" : \"" + name + "\"");
                    });
        }
        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
        assertThat(home.resolve("licences").resolve("EPL-2.0.md")).isNotEmptyFile();
        assertThat(home.resolve("licences").resolve("antlr4-runtime-BSD-3-Clause.txt"))
                .isNotEmptyFile();
    }

    @Test
    void the_verifier_is_small_and_holds_no_engine() throws IOException {
        assertThat(Files.size(VERIFIER)).isLessThan(3_500_000);
        try (ZipFile zip = new ZipFile(VERIFIER.toFile())) {
            assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .contains("META-INF/LICENSE", "META-INF/fastcsv-LICENSE")
                    .noneMatch(name -> name.matches("(?:org/(?:drools|kie|dhatim|eclipse|apache)|picocli)/.*"))
                    .noneMatch(name -> name.startsWith("org/countsas/policy/language/"));
        }
    }

    @Test
    void the_verifier_says_of_every_bundle_what_the_whole_product_says() throws Exception {
        List<String> rows = Files.readAllLines(BUNDLES.resolve("tampered.csv"));
        String key = BUNDLES.resolve("key.pub.pem").toString();
        List<String[]> commands = new ArrayList<>();
        commands.add(new String[] {"verify", BUNDLES.resolve("valid.zip").toString(), "--key", key});
        commands.add(new String[] {"verify", BUNDLES.resolve("valid").toString(), "--key", key});
        commands.add(new String[] {"verify", BUNDLES.resolve("valid.zip").toString(), "--key", key, "--lang", "ja"});
        for (String row : rows.subList(1, rows.size())) {
            String bundle =
                    BUNDLES.resolve("tampered").resolve(row.split(",")[0]).toString();
            commands.add(new String[] {"verify", bundle, "--key", key});
        }
        assertThat(commands).hasSizeGreaterThan(27);
        sameAnswers(commands);
    }

    @Test
    void the_verifier_says_of_reviews_ledgers_and_proofs_what_the_whole_product_says() throws Exception {
        Path folder = Files.createDirectory(scratch.resolve("trail"));
        Path bundle = folder.resolve("run.zip");
        TestRuns.write(bundle, TestRuns.KEY);
        String key = folder.resolve("key.pem").toString();
        String pub = folder.resolve("key.pub.pem").toString();
        String run = Files.writeString(
                        folder.resolve("run.pub.pem"), TestRuns.KEY.publicHalf().pem())
                .toString();
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
        String ledger = folder.resolve("ledger").toString();
        assertThat(Console.run("ledger", "add", ledger, bundle, "--key", key, "--key", run)
                        .code())
                .isLessThanOrEqualTo(2);
        for (String area : List.of("ports", "ports")) {
            assertThat(Console.run(
                                    "review",
                                    bundle,
                                    "--item",
                                    "1",
                                    "--outcome",
                                    "COUNTED",
                                    "--area",
                                    area,
                                    "--share",
                                    "40/50/60",
                                    "--reason",
                                    "the plan names it",
                                    "--by",
                                    "A. Auditor",
                                    "--key",
                                    key)
                            .err())
                    .isEmpty();
        }
        String proof = folder.resolve("proof.json").toString();
        assertThat(Console.run("prove", bundle, "--item", "1", "--out", proof).code())
                .isZero();
        List<String[]> commands = List.of(
                new String[] {"verify", bundle.toString(), "--key", run, "--key", pub},
                new String[] {"verify", bundle.toString(), "--key", run},
                new String[] {"verify", bundle.toString(), "--key", run, "--key", pub, "--receipt", "0".repeat(64)},
                new String[] {"verify-proof", proof, "--key", run},
                new String[] {"verify-proof", proof, "--key", pub},
                new String[] {"verify-proof", bundle.toString(), "--key", run},
                new String[] {"ledger", "verify", ledger, "--key", run, "--key", pub},
                new String[] {"ledger", "verify", folder.toString(), "--key", pub});
        sameAnswers(commands);

        Path reviews = folder.resolve("run.zip.reviews.jsonl");
        String whole = Files.readString(reviews);
        for (String changed : List.of(
                whole.replaceFirst("ports", "coast"),
                whole.replace("A. Auditor", "B. Auditor"),
                whole.substring(0, whole.length() - 5),
                whole.substring(whole.indexOf('\n') + 1))) {
            Files.writeString(reviews, changed, StandardOpenOption.TRUNCATE_EXISTING);
            sameAnswers(commands.subList(0, 1));
        }
    }

    private static void sameAnswers(List<String[]> commands) throws Exception {
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {VERIFIER.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> environment = alone.loadClass("org.countsas.cli.console.Environment");
            Class<?> printer = alone.loadClass("org.countsas.cli.console.Printer");
            Constructor<?> print = printer.getConstructor(OutputStream.class);
            Method run = alone.loadClass("org.countsas.cli.VerifierMain")
                    .getDeclaredMethod("run", String[].class, environment);
            run.setAccessible(true);
            for (String[] words : commands) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ByteArrayOutputStream err = new ByteArrayOutputStream();
                String language = List.of(words).contains("ja") ? "ja" : "en";
                Object process = environment.getConstructors()[0].newInstance(
                        Clock.systemUTC(), print.newInstance(out), print.newInstance(err), false, language);
                int code = (int) run.invoke(null, words, process);

                Console whole = Console.run((Object[]) words);
                String named = Arrays.toString(words);
                assertThat(err.toString(StandardCharsets.UTF_8)).as(named).isEqualTo(whole.err());
                assertThat(out.toString(StandardCharsets.UTF_8)).as(named).isEqualTo(whole.out());
                assertThat(code).as(named).isEqualTo(whole.code());
            }
        }
    }
}
