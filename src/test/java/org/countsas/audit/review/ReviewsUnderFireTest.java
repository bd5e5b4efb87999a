package org.countsas.audit.review;

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
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.merkle.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write at the same time, and processes that are killed: no review that was acknowledged is lost. */
class ReviewsUnderFireTest {
    private static final int BUNDLES = 2;
    private static final int KILLS = 25;

    @TempDir
    private Path folder;

    private Path bundle = Path.of("");

    @BeforeEach
    void writeBundle() {
        bundle = folder.resolve("run.zip");
        TestRuns.write(bundle, TestRuns.KEY);
    }

    private static Process start(Path bundle, int count, String by) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReviewingProcess.class.getName(),
                        bundle.toString(),
                        String.valueOf(count),
                        by)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Reviews reviews(Path bundle) {
        try (Bundle opened = Bundle.open(bundle)) {
            return ReviewFile.of(bundle).read(opened.manifestDigest());
        }
    }

    @Test
    void processes_and_threads_that_review_at_the_same_time_lose_nothing() throws Exception {
        int each = 12;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(bundle, each, "process " + i));
        }
        List<Future<List<Hash>>> threads = new ArrayList<>();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try (Bundle opened = Bundle.open(bundle)) {
            Reviewer reviewer = new Reviewer(opened, bundle);
            for (int i = 0; i < 3; i++) {
                String by = "thread " + i;
                threads.add(executor.submit(() -> {
                    List<Hash> receipts = new ArrayList<>();
                    for (int number = 0; number < each; number++) {
                        receipts.add(
                                ReviewingProcess.review(reviewer, by, number).receipt());
                    }
                    return receipts;
                }));
            }
            List<Hash> receipts = new ArrayList<>();
            for (Future<List<Hash>> thread : threads) {
                receipts.addAll(thread.get());
            }
            for (Process process : processes) {
                try (BufferedReader lines = output(process)) {
                    lines.lines().map(line -> Hash.ofHex(line).orElseThrow()).forEach(receipts::add);
                }
                assertThat(process.waitFor()).isZero();
            }

            Reviews reviews = reviews(bundle);
            assertThat(receipts).hasSize(6 * each).doesNotHaveDuplicates();
            assertThat(reviews.records()).hasSize(6 * each);
            assertThat(receipts).allSatisfy(reviews::verifyHolds);
            reviews.verifySignatures(TestRuns.TRUSTED);
            reviews.verifyWhole();
        } finally {
            executor.shutdownNow();
        }
    }

    /** Two bundles are under fire at a time. */
    @Test
    void a_process_that_is_killed_at_any_moment_loses_no_review_that_it_acknowledged() throws Exception {
        List<Callable<Integer>> fires = new ArrayList<>();
        for (int i = 0; i < BUNDLES; i++) {
            Path target = Files.copy(bundle, folder.resolve("fire-" + i + ".zip"));
            Random random = new Random(20261122 + i);
            fires.add(() -> killed(target, random));
        }
        ExecutorService threads = Executors.newFixedThreadPool(BUNDLES);
        int acknowledged = 0;
        try {
            for (Future<Integer> fire : threads.invokeAll(fires)) {
                acknowledged += fire.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(acknowledged).isGreaterThan(BUNDLES * KILLS);
    }

    /** How many reviews were acknowledged; none of them is lost. */
    private static int killed(Path target, Random random) throws Exception {
        List<Hash> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(target, 1_000_000, "kill " + kill);
            int before = random.nextInt(4);
            int spins = random.nextInt(2_000_000);
            try (BufferedReader lines = output(process)) {
                for (int i = 0; i < before; i++) {
                    acknowledged.add(Hash.ofHex(lines.readLine()).orElseThrow());
                }
                for (int i = 0; i < spins; i++) {
                    Thread.onSpinWait();
                }
                process.toHandle().destroyForcibly(); // SIGKILL; of the process itself it would also close its output
                process.waitFor();
                // A receipt that is cut off was not given.
                lines.lines().map(Hash::ofHex).flatMap(Optional::stream).forEach(acknowledged::add);
            }
            assertThat(acknowledged).allSatisfy(reviews(target)::verifyHolds);
        }
        Reviews reviews = reviews(target);
        reviews.verifySignatures(TestRuns.TRUSTED);
        assertThat(reviews.records()).hasSizeBetween(acknowledged.size(), acknowledged.size() + KILLS);
        return acknowledged.size();
    }
}
