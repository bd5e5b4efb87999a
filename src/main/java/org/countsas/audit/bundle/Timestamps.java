package org.countsas.audit.bundle;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Timestamps as the formats of audits write them, in one way each: {@code yyyy-mm-ddThh:mm:ssZ}, UTC, of the calendar, without leap seconds. */
@API(status = API.Status.INTERNAL)
public final class Timestamps {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final Pattern RUN =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})Z-[0-9a-f]{16}");

    private Timestamps() {}

    /** The time that a text states; empty if it has any other form, or there is no such time. */
    public static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // The library also accepts 24:00:00 and the second 60, and turns them into other times.
            return Optional.of(Instant.parse(text))
                    .filter(time -> time.toString().equals(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a text has the form of a run's id: a time without {@code -} and {@code :}, {@code -}, and 16 hexadecimal digits. */
    public static boolean isRunId(String text) {
        var matcher = RUN.matcher(text);
        return matcher.matches()
                && parse(matcher.replaceFirst("$1-$2-$3T$4:$5:$6Z")).isPresent();
    }
}
