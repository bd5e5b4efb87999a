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
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * Reads text whose encoding nobody stated. A byte-order mark decides; otherwise the file is read as UTF-8, and if it is not,
 * from the start again as CP932, unless it is plainly a damaged UTF-8. Both are decoded strictly, so a wrong guess shows
 * itself instead of garbling a name.
 */
public final class DetectedText {

    private static final char REPLACEMENT = '\uFFFD';

    private DetectedText() {}

    /** What is done with the text. It starts afresh each time it is called: the first encoding may turn out to be wrong. */
    public interface Body<T> {
        public T read(Reader text) throws IOException;
    }

    /** What a body made of the text, and the encoding that fitted. */
    public record Decoded<T>(T value, Charset charset) {}

    /**
     * @throws ProblemException {@code WRONG_ENCODING} with the place of the first byte that does not fit, or what the bytes'
     *                          source or the body throws
     */
    public static <T> Decoded<T> read(ByteSource blob, Optional<Encoding> given, Body<T> body) {
        Optional<Charset> marked = charsetOfMark(blob);
        int mark = marked.map(charset -> charset.equals(StandardCharsets.UTF_8) ? 3 : 2)
                .orElse(0);
        List<Charset> tried = new ArrayList<>();
        for (Encoding candidate : given.map(List::of).orElse(List.of(Encoding.UTF_8, Encoding.CP932))) {
            Charset charset = marked.orElseGet(candidate::charset);
            if (tried.contains(charset)) {
                continue;
            }
            tried.add(charset);
            try (InputStream in = blob.open()) {
                in.readNBytes(mark);
                Reader reader = new BufferedReader(new InputStreamReader(in, strict(charset)), 1 << 14);
                return new Decoded<>(body.read(reader), charset);
            } catch (IOException | RuntimeException e) {
                if (!ReadFailure.isOfEncoding(e)) {
                    throw ReadFailure.of(blob, e);
                }
            }
            if (charset.equals(StandardCharsets.UTF_8) && isMostlyUtf8(blob)) {
                break;
            }
        }
        throw wrongEncoding(blob, mark, tried);
    }

    private static Optional<Charset> charsetOfMark(ByteSource blob) {
        byte[] start;
        try (InputStream in = blob.open()) {
            start = in.readNBytes(3);
        } catch (IOException e) {
            throw ReadFailure.of(blob, e);
        }
        if (start.length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Whether a text that is not UTF-8 is a damaged one: most Japanese text in UTF-8 decodes as CP932 without an error, into
     * nonsense. In a true CP932 text hardly any character is valid UTF-8.
     */
    private static boolean isMostlyUtf8(ByteSource blob) {
        long valid = 0;
        long wrong = 0;
        char[] buffer = new char[1 << 14];
        try (Reader reader = new InputStreamReader(blob.open(), StandardCharsets.UTF_8)) {
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    wrong += buffer[i] == REPLACEMENT ? 1 : 0;
                    valid += buffer[i] > 0x7F && buffer[i] != REPLACEMENT ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw ReadFailure.of(blob, e);
        }
        return valid > 4 * wrong;
    }

    /** Reads the bytes once more to find the place: decoders do not tell it, and this is not the usual way. */
    private static ProblemException wrongEncoding(ByteSource blob, int mark, List<Charset> candidates) {
        Charset charset = candidates.get(0);
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long offset = mark;
        int line = 1;
        try (InputStream in = new BufferedInputStream(blob.open())) {
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
                    Place.line(blob.name(), line),
                    "The text is " + (candidates.size() > 1 ? "neither " : "not ") + names + ": byte " + (offset + 1)
                            + found + " does not fit" + (candidates.size() > 1 ? " " + charset.name() : ""),
                    candidates.size() > 1
                            ? "Save the file as UTF-8"
                            : "Save the file as UTF-8, or name its encoding: utf-8 or cp932");
        } catch (IOException e) {
            return ReadFailure.of(blob, e);
        }
    }
}
