package org.countsas.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.output.VisibleText;

/**
 * Prints to one of the two streams of a process. All commands print through it, so two promises are kept in one place. Texts from files,
 * arguments and exceptions cannot control a terminal: see {@link VisibleText}. And nothing is lost silently: each call writes through to
 * the stream, and fails if that fails. Thread-safe.
 */
public final class Printer {
    private final OutputStream stream;

    public Printer(OutputStream stream) {
        this.stream = stream;
    }

    /**
     * Prints one line. It stays one line, whatever the text contains.
     *
     * @throws LostOutputException if the stream does not accept it; this applies to all methods
     */
    public void line(String line) {
        write(VisibleText.line(line) + System.lineSeparator());
    }

    /** Prints lines. */
    public void lines(List<String> lines) {
        write(lines.stream()
                .map(line -> VisibleText.line(line) + System.lineSeparator())
                .collect(Collectors.joining()));
    }

    /** Prints a document with its own lines, such as JSON or CSV, and ends its last line. */
    public void document(String document) {
        String visible = VisibleText.lines(document);
        write(visible.endsWith("\n") ? visible : visible + System.lineSeparator());
    }

    /** Prints what CountsAs itself sends to a terminal, including colours and cursor movements. It must not contain text from elsewhere. */
    public void ownText(String text) {
        write(text);
    }

    private synchronized void write(String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new LostOutputException(e);
        }
    }
}
