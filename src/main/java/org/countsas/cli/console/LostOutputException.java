package org.countsas.cli.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;

/** A stream of the process did not accept what was printed. */
public final class LostOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException cause;

    LostOutputException(IOException cause) {
        super(cause);
        this.cause = cause;
    }

    /** Whether the stream is a pipe whose reader has gone, as {@code head} does when it has seen enough. */
    public boolean readerHasGone() {
        return cause.getMessage() != null && cause.getMessage().equals(brokenPipe());
    }

    /** What to report to a person. */
    public Problem problem() {
        return new Problem(
                Code.OUTPUT_LOST,
                Place.NONE,
                "The output could not be written, and what was printed is incomplete: "
                        + (cause.getMessage() == null ? "the system gave no reason" : cause.getMessage()),
                "Send the output to a place that accepts it, on a disk with free space");
    }

    /**
     * The system's message for a pipe without a reader. It depends on the machine's language, and Java gives no error number, so this
     * breaks a pipe to learn the message.
     */
    private static String brokenPipe() {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().close();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                sink.write(ByteBuffer.allocate(1));
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
