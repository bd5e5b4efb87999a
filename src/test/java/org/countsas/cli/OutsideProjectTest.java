package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project outside this one that names the library as its one dependency, and what it then has on its class path. */
@Tag("packaged")
class OutsideProjectTest {
    /** A version that nobody publishes, so that nothing of it is in the local repository before, and after. */
    private static final String VERSION = "0.0.0-outside";

    private static final Path JAR = Path.of("target", "countsas.jar");
    private static final long MOST_BYTES = 9_000_000;
    private static final int MOST_JARS = 20;

    @TempDir
    private Path folder;

    private Path installed = Path.of("");

    @AfterEach
    void forget() throws IOException {
        if (Files.exists(installed)) {
            try (Stream<Path> files = Files.walk(installed)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        String said = Files.readString(out);
        assertThat(code).as(said).isZero();
        return said;
    }

    private List<Path> classPath() throws IOException, InterruptedException {
        Path release = Files.createDirectories(folder.resolve("repository/org/countsas/countsas/" + VERSION));
        String pom = Files.readString(Path.of("pom.xml"));
        Files.writeString(
                release.resolve("countsas-" + VERSION + ".pom"),
                pom.replaceFirst("<version>[^<]*</version>", "<version>" + VERSION + "</version>"));
        Files.copy(JAR, release.resolve("countsas-" + VERSION + ".jar"));
        Files.writeString(folder.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId><version>1</version>
                <dependencies><dependency><groupId>org.countsas</groupId><artifactId>countsas</artifactId><version>%s</version></dependency></dependencies>
                <repositories><repository><id>here</id><url>%s</url></repository></repositories>
                </project>
                """.formatted(
                        VERSION, folder.resolve("repository").toUri()));
        run(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                "-Dmdep.outputFile=classpath.txt");
        List<Path> jars = Arrays.stream(Files.readString(folder.resolve("classpath.txt"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of)
                .toList();
        installed = jars.stream()
                .filter(jar -> jar.endsWith("countsas-" + VERSION + ".jar"))
                .findFirst()
                .orElseThrow()
                .getParent();
        return jars;
    }

    private static List<String> block(List<String> page, String start, String first) {
        int at = page.indexOf(first);
        assertThat(page.get(at - 1)).isEqualTo(start);
        List<String> rest = page.subList(at, page.size());
        return rest.subList(0, rest.indexOf("```"));
    }

    @Test
    void it_has_few_jars_and_no_compiler_of_rules_and_prints_what_the_readme_says() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "mvn"))),
                "there is no Maven on the path");
        List<Path> jars = classPath();
        List<Path> libraries =
                jars.stream().filter(jar -> !jar.startsWith(installed)).toList();
        long bytes = 0;
        for (Path jar : libraries) {
            bytes += Files.size(jar);
        }
        assertThat(jars).hasSizeLessThanOrEqualTo(MOST_JARS);
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(libraries.stream().map(jar -> jar.getFileName().toString()))
                .noneMatch(
                        name -> name.matches(
                                "(?:drools-(?:core|base|compiler|model|mvel|ecj)|ecj|javaparser|picocli|jetty|jte|fastexcel|lucene|commons-).*"));

        List<String> readme = Files.readAllLines(Path.of("README.md"));
        String program = "import java.time.*; import org.countsas.*; import org.countsas.adjudication.*;"
                + " import org.countsas.definition.*; import org.countsas.item.*;\n"
                + "public class Outside { public static void main(String[] words) {\n"
                + String.join("\n", block(readme, "```java", "CountsAs countsAs = CountsAs.shipped();"))
                + "\n}}\n";
        Path source = Files.writeString(folder.resolve("Outside.java"), program);
        String classPath = String.join(
                File.pathSeparator, jars.stream().map(String::valueOf).toList());
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        String expected = String.join(
                        System.lineSeparator(),
                        block(readme, "```", "COUNTED in public-infrastructure, 4.97/7.33/20.72 %"))
                + System.lineSeparator();
        for (String java : List.of(System.getProperty("java.home"), "/usr/lib/jvm/temurin-25-jdk-amd64")) {
            Path command = Path.of(java, "bin", "java");
            if (Files.isExecutable(command)) {
                assertThat(run(
                                command.toString(),
                                "-Dstdout.encoding=UTF-8",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                classPath + File.pathSeparator + folder,
                                "Outside"))
                        .as(java)
                        .endsWith(expected);
            }
        }
    }
}
