package org.countsas.source.file;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A file that is text. If its encoding had to be guessed, it is guessed once and said once. Not thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class TextFile {
    private final ByteSource source;
    private final @Nullable Encoding given;
    private final Consumer<Problem> told;
    private @Nullable Encoding guessed;

    /**
     * @param given the encoding that the user states, which a byte-order mark overrides; null to detect it
     * @param told  takes the warning about an encoding that was guessed
     */
    public TextFile(ByteSource source, @Nullable Encoding given, Consumer<Problem> told) {
        this.source = source;
        this.given = given;
        this.told = told;
    }

    /**
     * Looks at the text until its encoding is certain, so that {@link #read} calls its reader once. A text in another encoding is not valid
     * UTF-8 for long.
     *
     * @throws org.countsas.problem.ProblemException {@code WRONG_ENCODING}, or if the file cannot be read
     */
    public void settle() {
        if (given == null && guessed == null) {
            read(EncodingDetector::untilCertain);
            guessed = guessed == null ? Encoding.UTF_8 : guessed;
        }
    }

    /** The name for messages. */
    public String name() {
        return source.name();
    }

    /**
     * Reads the text from its start.
     *
     * @throws org.countsas.problem.ProblemException {@code WRONG_ENCODING} with the place of the first byte that does not fit, or what the
     *                                               source or the reader of the text throws
     */
    public <T> EncodingDetector.Decoded<T> read(EncodingDetector.TextReader<T> reader) {
        EncodingDetector.Decoded<T> decoded = EncodingDetector.read(source, guessed == null ? given : guessed, reader);
        EncodingGuess guess = decoded.guess();
        if (guess != null) {
            guessed = guess.encoding();
            told.accept(new Problem(
                    Code.GUESSED_ENCODING,
                    Place.line(name(), guess.line()),
                    "The text is not UTF-8, and nobody names its encoding; of CP932, EUC-JP and Windows-1252 it looks most like "
                            + guess.encoding().id() + " and is read as such: '" + guess.sample() + "'",
                    "Name the encoding if that is not what it says"));
        }
        return decoded;
    }
}
