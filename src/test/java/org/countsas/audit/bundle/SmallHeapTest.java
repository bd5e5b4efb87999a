package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.countsas.CountsAs;
import org.countsas.evaluation.CompilationCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of {@link ManyItems} in a process whose heap cannot hold them. */
class SmallHeapTest {
    private static final int TOO_LITTLE_MEMORY = 3;

    @TempDir
    private Path folder;

    @Test
    void a_run_is_decided_written_recorded_verified_and_replayed_in_a_heap_that_cannot_hold_it() throws Exception {
        assertThat(run("let-go")).as(this::said).isZero();
        assertThat(said()).isEqualTo("10000 items, 10000 in the sums, 10000 lines, verified: true, replayed: true");
    }

    @Test
    void who_keeps_the_decisions_of_this_run_needs_more() throws Exception {
        assertThat(run("keep")).as(this::said).isEqualTo(TOO_LITTLE_MEMORY);
    }

    private int run(String what) throws Exception {
        Path cache = folder.resolve("cache");
        CountsAs.of(TestRuns.rules(), CompilationCache.in(cache)); // compiled here: a compiler needs a larger heap
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + ManyItems.HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ActiveProcessorCount=2",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ManyItems.class.getName(),
                what,
                folder.toString(),
                cache.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private File output() {
        return folder.resolve("said").toFile();
    }

    private String said() {
        try {
            return Files.readString(output().toPath()).strip();
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
