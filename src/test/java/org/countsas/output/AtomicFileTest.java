package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class AtomicFileTest {
    @TempDir
    private Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsWrittenOrReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write(bytes("first")));
        AtomicFile.write(file, out -> out.write(bytes("2nd")));

        assertThat(file).hasContent("2nd");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void whileItIsWrittenTheFileIsAsItWasBefore() {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write(bytes("before")));
        AtomicFile.write(file, out -> {
            out.write(bytes("after"));
            out.flush();
            assertThat(file).hasContent("before");
        });
        assertThat(file).hasContent("after");
    }

    @Test
    void aWriteThatFailsLeavesThePreviousFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write(bytes("before")));

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(bytes("half"));
                    throw new IOException("No space left on device");
                }));

        assertThat(thrown)
                .hasMessage("O001 " + file
                        + ": This cannot be written: No space left on device. Name a folder that you may write to.");
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void aDefectWhileWritingLeavesThePreviousFileAndNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, out -> out.write(bytes("before")));

        catchThrowableOfType(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(bytes("half"));
                    throw new IllegalStateException();
                }));

        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void twoThreadsThatWriteTheSameFileDoNotMixTheirContents() throws Exception {
        Path file = folder.resolve("a.txt");
        CyclicBarrier both = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> writers = Stream.of("a", "b")
                    .<Future<?>>map(letter -> threads.submit(() -> AtomicFile.write(file, out -> {
                        out.write(bytes(letter.repeat(1_000)));
                        out.flush();
                        await(both); // both have written a half
                        out.write(bytes(letter.repeat(1_000)));
                    })))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Files.readString(file)).isIn("a".repeat(2_000), "b".repeat(2_000));
        assertThat(files()).containsExactly("a.txt");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFolderThatBearsTheNameOfTheFileIsNamedAsTheReason() throws IOException {
        Path file = Files.createDirectories(folder.resolve("a.txt").resolve("child"))
                .getParent();

        assertThat(catchThrowableOfType(ProblemException.class, () -> AtomicFile.write(file, out -> {})))
                .hasMessage("O001 " + file
                        + ": This cannot be written: a folder has this name. Name a folder that you may write to.");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void aFileThatBearsTheNameOfTheFolderIsNamedAsTheReason() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");

        assertThat(catchThrowableOfType(ProblemException.class, () -> AtomicFile.createFolder(file)))
                .hasMessage("O001 " + file
                        + ": This cannot be written: a file has this name. Name a folder that you may write to.");
        assertThat(catchThrowableOfType(ProblemException.class, () -> AtomicFile.createFolder(file.resolve("below"))))
                .hasMessage("O001 " + file.resolve("below")
                        + ": This cannot be written: Not a directory. Name a folder that you may write to.");
        assertThat(file).hasContent("x");
    }

    @Test
    void aFolderThatIsThereAlreadyIsFine() {
        AtomicFile.createFolder(folder.resolve("a").resolve("b"));
        AtomicFile.createFolder(folder.resolve("a").resolve("b"));

        assertThat(folder.resolve("a").resolve("b")).isDirectory();
    }

    @Test
    void aProcessThatIsAskedToEndWhileItWritesLeavesThePreviousFileAndNothingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "before");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("half written");
            assertThat(files()).hasSize(2);
            process.destroy(); // SIGTERM; a terminal's Ctrl-C, SIGINT, ends a Java process in the same way
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("a.txt");
    }

    /** A process that never comes to the end of a file. */
    public static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] arguments) {
            AtomicFile.write(Path.of(arguments[0]), out -> {
                out.write(bytes("half"));
                out.flush();
                System.out.println("half written");
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
