package org.countsas.audit.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.countsas.audit.container.Container;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, each ended by a line feed, with only part of the file in memory at a time. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class LineReader implements AutoCloseable {
    private static final int LONGEST = 64_000_000;

    private final InputStream in;
    private final Place place;
    private byte[] buffer = new byte[1 << 17];
    private int from;
    private int to;
    private int line;

    LineReader(InputStream in, Place place) {
        this.in = in;
        this.place = place;
    }

    /** The next line without its line feed; null after the last. */
    public byte @Nullable [] next() {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    byte[] found = Arrays.copyOfRange(buffer, from, i);
                    from = i + 1;
                    line++;
                    return found;
                }
            }
            int kept = to - from;
            if (!fill()) {
                if (kept > 0) {
                    throw new ProblemException(
                            Code.BUNDLE_BROKEN,
                            Place.line(String.valueOf(place.file()), line + 1),
                            "The last line is cut off: it has no line feed",
                            "Ask for a new copy of the bundle");
                }
                return null;
            }
            searched = from + kept;
        }
    }

    /** Where the line is that {@link #next} returned last. */
    public Place place() {
        return Place.line(String.valueOf(place.file()), line);
    }

    private boolean fill() {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            if (to > LONGEST) {
                throw new ProblemException(
                        Code.BUNDLE_BROKEN,
                        Place.line(String.valueOf(place.file()), line + 1),
                        "The line has more than " + LONGEST + " bytes",
                        "Ask for a new copy of the bundle");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                return false;
            }
            to += read;
            return true;
        } catch (IOException e) {
            throw Container.unreadable(place, e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Container.unreadable(place, e);
        }
    }
}
