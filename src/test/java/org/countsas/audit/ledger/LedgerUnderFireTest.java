package org.countsas.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Child;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they add runs to a ledger: no run that was acknowledged is lost. */
class LedgerUnderFireTest {
    private static final int LEDGERS = 2;
    private static final int KILLS = 10;
    /** More than are added before the last kill. */
    private static final int BUNDLES = 200;

    @TempDir
    private Path folder;

    @Test
    void a_process_that_is_killed_at_any_moment_loses_no_run_that_it_acknowledged() throws Exception {
        Path bundles = Files.createDirectory(folder.resolve("bundles"));
        for (int i = 0; i < BUNDLES; i++) {
            Child.write(AddingProcess.bundle(bundles, i), i, 1);
        }
        List<Callable<Integer>> ledgers = new ArrayList<>();
        for (int i = 0; i < LEDGERS; i++) {
            Path ledger = folder.resolve("ledger-" + i);
            Random random = new Random(i);
            ledgers.add(() -> new Fire(ledger, bundles, random).killed());
        }
        int unfinished = 0;
        ExecutorService threads = Executors.newFixedThreadPool(LEDGERS);
        try {
            for (Future<Integer> ledger : threads.invokeAll(ledgers)) {
                unfinished += ledger.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(unfinished).as("kills amid an addition").isPositive();
    }

    /** One ledger to which one process after another adds until it is killed. */
    private static final class Fire {
        private final Path ledger;
        private final Path source;
        private final Random random;
        private final List<String> acknowledged = new ArrayList<>();

        Fire(Path ledger, Path bundles, Random random) {
            this.ledger = ledger;
            this.source = bundles;
            this.random = random;
        }

        /** How many kills came amid an addition, for certain: the process had added a run, so had mended what the one before it left, and left something again. */
        int killed() throws Exception {
            int unfinished = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int before = acknowledged.size();
                int additions = random.nextInt(4);
                boolean copied = kill % 2 == 0;
                kill(additions, copied, random.nextInt(copied ? 10_000 : additions == 0 ? 800_000 : 60_000));
                List<String> runs = runs();
                assertThat(runs).doesNotHaveDuplicates();
                assertThat(acknowledged)
                        .as("acknowledged after %d kills", kill + 1)
                        .isSubsetOf(runs);
                List<Problem> problems =
                        runs.isEmpty() ? List.of() : LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED);
                assertThat(problems)
                        .as("what the next writer mends")
                        .allSatisfy(problem -> assertThat(problem.reason())
                                .containsAnyOf(
                                        "Nobody has signed for the first " + runs.size() + " runs",
                                        "The file does not belong to the ledger"));
                unfinished += acknowledged.size() > before && (!problems.isEmpty() || hasParts()) ? 1 : 0;
            }
            int next = AddingProcess.size(ledger);
            new LedgerWriter(ledger, TestRuns.KEY).add(AddingProcess.bundle(source, next), TestRuns.TIME);
            assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED))
                    .isEmpty();
            assertThat(runs()).hasSize(next + 1).containsAll(acknowledged);
            assertThat(next)
                    .as("at most one run of each process was added and not acknowledged")
                    .isBetween(acknowledged.size(), acknowledged.size() + KILLS);
            return unfinished;
        }

        /** Kills a process some time after it has acknowledged some additions, or some time after it has copied the bundle of the next one. */
        private void kill(int additions, boolean copied, int microseconds) throws Exception {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process = new ProcessBuilder(
                            java,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            AddingProcess.class.getName(),
                            ledger.toString(),
                            source.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < additions; i++) {
                    acknowledged.add(acknowledged(lines.readLine()).orElseThrow());
                }
                for (int size = bundles(); copied && process.isAlive() && bundles() == size; ) {
                    TimeUnit.MICROSECONDS.sleep(200);
                }
                TimeUnit.MICROSECONDS.sleep(microseconds);
                assertThat(process.isAlive()).isTrue();
                process.toHandle().destroyForcibly(); // SIGKILL; of the process itself it would also close its output
                process.waitFor();
                // An acknowledgement that is cut off was not given.
                lines.lines().map(Fire::acknowledged).flatMap(Optional::stream).forEach(acknowledged::add);
            }
        }

        private static Optional<String> acknowledged(String line) {
            return line.endsWith(AddingProcess.END)
                    ? Optional.of(line.substring(0, line.length() - AddingProcess.END.length()))
                    : Optional.empty();
        }

        private List<String> runs() {
            return Files.exists(ledger.resolve(Ledger.NAME_FILE))
                    ? Ledger.open(ledger).entries().stream()
                            .map(LedgerEntry::run)
                            .toList()
                    : List.of();
        }

        /** How many bundles the ledger has, or is about to have. */
        private int bundles() throws IOException {
            Path runs = ledger.resolve(Ledger.RUNS);
            if (!Files.exists(runs)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(runs)) {
                return (int) files.count();
            }
        }

        private boolean hasParts() throws IOException {
            try (Stream<Path> files = Files.walk(ledger)) {
                return files.anyMatch(file -> file.getFileName().toString().endsWith(".part"));
            }
        }
    }
}
