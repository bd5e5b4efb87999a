package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countsas.audit.verification.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other processes write: those that are killed, and those in other countries. */
class OtherProcessesTest {
    private static final int KILLS = 50;

    @TempDir
    private Path folder;

    /** Each kill comes at a time of its own: while a new process writes its first bundle, or later, when it writes one each tenth of a second. */
    @Test
    void a_writer_that_is_killed_leaves_whole_bundles_and_what_nobody_takes_for_one() throws Exception {
        Random random = new Random(9);
        List<Callable<Left>> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Path place = Files.createDirectory(folder.resolve("kill-" + i));
            boolean first = i % 2 == 0;
            int microseconds = random.nextInt(first ? 400_000 : 150_000);
            kills.add(() -> kill(place, first, microseconds));
        }
        List<Left> left = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Left> kill : threads.invokeAll(kills)) {
                left.add(kill.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(left).hasSize(KILLS);
        assertThat(left)
                .filteredOn(each -> each.whole() > 0)
                .as("kills after a whole bundle")
                .hasSizeGreaterThan(KILLS / 4);
        assertThat(left)
                .filteredOn(Left::folder)
                .as("kills while a folder was written")
                .hasSizeGreaterThan(KILLS / 10);
        assertThat(left)
                .filteredOn(Left::zip)
                .as("kills while a ZIP file was written")
                .hasSizeGreaterThan(KILLS / 10);
    }

    /** What a kill left: how many whole bundles, and whether a part of a folder or of a ZIP file. */
    private record Left(int whole, boolean folder, boolean zip) {}

    private Left kill(Path place, boolean first, int microseconds) throws Exception {
        Path log = folder.resolve(place.getFileName() + ".log");
        Process child = Child.start(log, List.of(), "loop", place.toString());
        try {
            while (list(place).stream().noneMatch(path -> first || !isPart(path))) {
                assertThat(child.isAlive()).as(() -> read(log)).isTrue();
                TimeUnit.MILLISECONDS.sleep(1);
            }
            TimeUnit.MICROSECONDS.sleep(microseconds);
            assertThat(child.isAlive()).as(() -> read(log)).isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
        int whole = 0;
        for (Path path : list(place)) {
            boolean verified = Verifier.verify(path, TestRuns.TRUSTED).ok();
            assertThat(verified || isPart(path))
                    .as("%s is there, and is not whole", path)
                    .isTrue();
            if (verified) {
                try (Bundle bundle = Bundle.open(path)) {
                    assertThat(bundle.manifest().items()).isEqualTo(Child.ITEMS);
                }
                whole += isPart(path) ? 0 : 1;
            }
        }
        List<String> parts = list(place).stream()
                .filter(OtherProcessesTest::isPart)
                .map(path -> path.getFileName().toString())
                .toList();
        return new Left(
                whole,
                parts.stream().anyMatch(name -> !name.contains(".zip.")),
                parts.stream().anyMatch(name -> name.contains(".zip.")));
    }

    private static boolean isPart(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static List<Path> list(Path place) throws Exception {
        try (Stream<Path> paths = Files.list(place)) {
            return paths.toList();
        }
    }

    @Test
    void a_writer_that_is_asked_to_end_leaves_nothing() throws Exception {
        Path place = Files.createDirectory(folder.resolve("asked"));
        Process child = Child.start(
                folder.resolve("asked.log"),
                List.of(),
                "begin",
                place.resolve("run").toString());
        while (child.isAlive() && !isBegun(place)) {
            Thread.sleep(5);
        }
        child.destroy(); // SIGTERM; Ctrl-C sends SIGINT, which a Java process takes in the same way

        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(list(place)).isEmpty();
    }

    private static boolean isBegun(Path place) throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            return paths.anyMatch(path -> path.getFileName().toString().endsWith(".unsorted"));
        }
    }

    @Test
    void the_bytes_are_the_same_in_every_country() throws Exception {
        Path here = folder.resolve("here.zip");
        TestRuns.write(here, TestRuns.KEY);
        List<Process> children = new ArrayList<>();
        List<List<String>> machines = List.of(
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-9"),
                List.of(
                        "-Duser.language=ja",
                        "-Duser.country=JP",
                        "-Duser.timezone=Asia/Tokyo",
                        "-Dfile.encoding=windows-31j"));
        for (List<String> machine : machines) {
            Path log = folder.resolve(children.size() + ".log");
            children.add(Child.start(
                    log,
                    machine,
                    "write",
                    folder.resolve(children.size() + ".zip").toString()));
        }
        for (int i = 0; i < children.size(); i++) {
            assertThat(children.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
            Path log = folder.resolve(i + ".log");
            assertThat(children.get(i).exitValue()).as(() -> read(log)).isZero();
            assertThat(folder.resolve(i + ".zip")).hasSameBinaryContentAs(here);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
