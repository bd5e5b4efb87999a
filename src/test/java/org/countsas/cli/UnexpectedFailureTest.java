package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.countsas.cli.console.Environment;
import org.countsas.cli.console.Printer;
import org.junit.jupiter.api.Test;

class UnexpectedFailureTest {

    /** A command whose clock fails in this way, as anything in the library might. */
    private static Console failing(Supplier<? extends Throwable> failure) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw UnexpectedFailureTest.<RuntimeException>unchecked(failure.get());
            }
        };
        int code = Main.run(
                new String[] {"classify", "samples/japan-fy2024.csv"},
                new Environment(clock, new Printer(out), new Printer(err), false, "en"));
        return new Console(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void anUnexpectedExceptionIsToldInOneLineWithoutAStackTrace() {
        Console console = failing(() -> new IllegalStateException("the areas sum to 1,\nthe items to 2"));

        assertThat(console.errLines())
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .matches(
                                        "X001: CountsAs failed: IllegalStateException \\(the areas sum to 1,\\) at org\\.countsas\\.cli\\.UnexpectedFailureTest\\S*:\\d+\\. "
                                                + "This is a defect of CountsAs and not of your data\\. Report this line, with the command that you ran\\."));
        assertThat(console.out()).isEmpty();
        assertThat(console.code()).isEqualTo(70);
    }

    @Test
    void anExceptionWithoutAMessageIsToldAsWell() {
        Console console = failing(NullPointerException::new);

        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("X001: CountsAs failed: NullPointerException at org.countsas.cli."));
        assertThat(console.code()).isEqualTo(70);
    }

    @Test
    void tooDeepANestingIsADefectToo() {
        Console console = failing(StackOverflowError::new);

        assertThat(console.errLines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("X001: CountsAs failed: StackOverflowError"));
        assertThat(console.code()).isEqualTo(70);
    }

    @Test
    void tooLittleMemorySaysWhatToDo() {
        Console console = failing(OutOfMemoryError::new);

        assertThat(console.errLines())
                .containsExactly(
                        "X001: There is not enough memory for this input. Read it in parts, or report how large it is.");
        assertThat(console.code()).isEqualTo(70);
    }
}
