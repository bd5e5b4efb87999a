package org.countsas.source.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads text of unknown encoding. A byte-order mark decides; otherwise the text is read as UTF-8 and, if it is not UTF-8, again from the
 * start in the encoding that is {@linkplain EncodingGuess guessed}, unless it is plainly damaged UTF-8. All are decoded strictly, so that a
 * wrong encoding shows instead of garbling a name.
 */
@API(status = API.Status.INTERNAL)
public final class EncodingDetector {

    /** So many characters beyond ASCII that are valid UTF-8 are not so by accident. */
    private static final int CERTAIN = 1_000;

    private static final char REPLACEMENT = '\uFFFD';

    private EncodingDetector() {}

    /** Reads a text. It starts over each time it is called: the first encoding may turn out to be wrong. */
    @FunctionalInterface
    public interface TextReader<T> {
        /** Reads the text from its start. */
        T read(Reader text) throws IOException;
    }

    /**
     * What was read from a text.
     *
     * @param charset the encoding that fitted it
     * @param guess   how it was guessed; null if it was given, marked or UTF-8
     */
    public record Decoded<T>(
            T value, Charset charset, @Nullable EncodingGuess guess) {}

    /** Reads a text as far as it takes to be certain that it is in the encoding that is tried. */
    static int untilCertain(Reader text) throws IOException {
        char[] buffer = new char[1 << 14];
        int beyondAscii = 0;
        int count = 0;
        while (count >= 0 && beyondAscii < CERTAIN) {
            count = text.read(buffer);
            for (int i = 0; i < count; i++) {
                beyondAscii += buffer[i] > 0x7F ? 1 : 0;
            }
        }
        return beyondAscii;
    }

    /**
     * Reads a text in the encoding that it turns out to have.
     *
     * @param given the encoding that the user states, which a byte-order mark overrides; null to detect it
     * @throws ProblemException {@code WRONG_ENCODING} with the place of the first byte that does not fit, or what the source or the
     *                          reader of the text throws
     */
    static <T> Decoded<T> read(ByteSource source, @Nullable Encoding given, TextReader<T> reader) {
        Charset marked = charsetOfMark(source);
        int mark = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
        Charset charset = marked != null ? marked : given != null ? given.charset() : StandardCharsets.UTF_8;
        Optional<Decoded<T>> decoded = read(source, mark, charset, null, reader);
        if (decoded.isPresent()) {
            return decoded.get();
        }
        List<Charset> tried = new ArrayList<>(List.of(charset));
        if (marked == null && given == null && !isMostlyUtf8(source)) {
            Optional<EncodingGuess> guess = guess(source);
            if (guess.isPresent()) {
                return read(source, mark, guess.get().encoding().charset(), guess.get(), reader)
                        .orElseThrow(() -> wrongEncoding(
                                source, mark, List.of(guess.get().encoding().charset())));
            }
            tried.addAll(EncodingGuess.candidates());
        }
        throw wrongEncoding(source, mark, tried);
    }

    private static <T> Optional<Decoded<T>> read(
            ByteSource source, int mark, Charset charset, @Nullable EncodingGuess guess, TextReader<T> reader) {
        try (InputStream in = source.open()) {
            in.readNBytes(mark);
            Reader text = new BufferedReader(new InputStreamReader(in, strict(charset)), 1 << 14);
            return Optional.of(new Decoded<>(reader.read(text), charset, guess));
        } catch (IOException | RuntimeException e) {
            if (!ReadFailure.isOfEncoding(e)) {
                throw ReadFailure.of(source, e);
            }
            return Optional.empty();
        }
    }

    private static Optional<EncodingGuess> guess(ByteSource source) {
        try {
            return EncodingGuess.of(source);
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    private static @Nullable Charset charsetOfMark(ByteSource source) {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(3);
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Whether a text that is not UTF-8 was UTF-8 before it was damaged: most Japanese text in UTF-8 decodes as CP932 without an error, into
     * nonsense. In true CP932 hardly any character is valid UTF-8.
     */
    private static boolean isMostlyUtf8(ByteSource source) {
        long valid = 0;
        long wrong = 0;
        char[] buffer = new char[1 << 14];
        try (Reader reader = new InputStreamReader(source.open(), StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    wrong += buffer[i] == REPLACEMENT ? 1 : 0;
                    valid += buffer[i] > 0x7F && buffer[i] != REPLACEMENT ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
        return valid > 4 * wrong;
    }

    /** Reads the bytes once more to find the place, which decoders do not report. */
    private static ProblemException wrongEncoding(ByteSource source, int mark, List<Charset> candidates) {
        Charset charset = candidates.get(0);
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long offset = mark;
        int line = 1;
        try (InputStream in = new BufferedInputStream(source.open())) {
            in.readNBytes(mark);
            boolean end = false;
            while (true) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(0, count));
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                offset += bytes.position();
                chars.flip();
                line += (int) chars.chars().filter(c -> c == '\n').count();
                chars.clear();
                if (result.isError() || end) {
                    break;
                }
                bytes.compact();
            }
            String names =
                    String.join(" nor ", candidates.stream().map(Charset::name).toList());
            String found = bytes.hasRemaining() ? String.format(" (0x%02X)", bytes.get(bytes.position())) : "";
            return new ProblemException(
                    Code.WRONG_ENCODING,
                    Place.line(source.name(), line),
                    "The text is " + (candidates.size() > 1 ? "neither " : "not ") + names + ": byte " + (offset + 1)
                            + found + " does not fit" + (candidates.size() > 1 ? " " + charset.name() : ""),
                    "Save the file as UTF-8, or name its encoding");
        } catch (IOException e) {
            return ReadFailure.of(source, e);
        }
    }
}
