package org.countsas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static String shown(boolean terminal, int total, int... steps) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Printer stream = new Printer(err);
        try (Progress progress =
                new Progress(new Environment(Clock.systemUTC(), stream, stream, terminal, "en"), total)) {
            for (int step : steps) {
                progress.accept(step);
            }
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLongRunIsShownOnATerminalAndTakenAwayAgain() {
        assertThat(shown(true, 5_000, 500, 2_000, 2_500))
                .isEqualTo("\r[###...........................] 500/5000"
                        + "\r[###############...............] 2500/5000"
                        + "\r[##############################] 5000/5000"
                        + "\r\u001B[K");
    }

    @Test
    void nothingIsShownWhereThereIsNoTerminal() {
        assertThat(shown(false, 5_000, 5_000)).isEmpty();
    }

    @Test
    void nothingIsShownForAShortRun() {
        assertThat(shown(true, 1_999, 1_999)).isEmpty();
        assertThat(shown(true, 2_000, 2_000)).isNotEmpty();
        assertThat(shown(true, 0)).isEmpty();
    }

    @Test
    void stepsOfSeveralThreadsAreAllCounted() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Printer stream = new Printer(err);
        try (Progress progress = new Progress(new Environment(Clock.systemUTC(), stream, stream, true, "en"), 4_000)) {
            IntStream.range(0, 4_000).parallel().forEach(i -> progress.accept(1));
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("] 4000/4000").doesNotContain("4001/");
    }
}
