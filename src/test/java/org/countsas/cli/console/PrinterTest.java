package org.countsas.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PrinterTest {
    private static final String END = System.lineSeparator();

    private static String printed(Consumer<Printer> printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printing.accept(new Printer(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_is_one_line_whatever_it_holds() {
        assertThat(printed(printer -> printer.line("護衛艦\nOK\u001B[2J"))).isEqualTo("護衛艦\\u000aOK\\u001b[2J" + END);
        assertThat(printed(printer -> printer.lines(List.of("a\nb", "c")))).isEqualTo("a\\u000ab" + END + "c" + END);
    }

    @Test
    void a_document_keeps_its_lines_and_ends_with_one() {
        assertThat(printed(printer -> printer.document("{\n  \"a\" : \"\u202E\"\n}")))
                .isEqualTo("{\n  \"a\" : \"\\u202e\"\n}" + END);
        assertThat(printed(printer -> printer.document("a,b\r\n"))).isEqualTo("a,b\r\n");
    }

    @Test
    void what_countsas_says_itself_may_move_the_cursor() {
        assertThat(printed(printer -> printer.ownText("\r\u001B[K"))).isEqualTo("\r\u001B[K");
    }

    @Test
    void lines_of_several_threads_stay_whole() {
        assertThat(printed(printer -> IntStream.range(0, 2_000).parallel().forEach(i -> printer.line("line")))
                        .lines())
                .hasSize(2_000)
                .containsOnly("line");
    }

    @Test
    void a_full_disk_is_told_at_once() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        try (OutputStream stream = new FileOutputStream(full.toFile())) {
            assertThatThrownBy(() -> new Printer(stream).line("a"))
                    .isInstanceOfSatisfying(LostOutputException.class, lost -> {
                        assertThat(lost.readerHasGone()).isFalse();
                        assertThat(lost.problem())
                                .hasToString(
                                        "O002: The output could not be written, and what was printed is incomplete: No space left on device."
                                                + " Send the output to a place that accepts it, on a disk with free space.");
                    });
        }
    }

    @Test
    void a_reader_that_has_gone_is_told_from_a_full_disk() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        try (OutputStream stream = Channels.newOutputStream(pipe.sink())) {
            assertThatThrownBy(() -> new Printer(stream).line("a"))
                    .isInstanceOfSatisfying(
                            LostOutputException.class,
                            lost -> assertThat(lost.readerHasGone()).isTrue());
        }
    }

    @Test
    void a_stream_that_fails_without_a_word_is_no_reader_that_has_gone() {
        OutputStream silent = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException();
            }
        };

        assertThatThrownBy(() -> new Printer(silent).line("a"))
                .isInstanceOfSatisfying(LostOutputException.class, lost -> {
                    assertThat(lost.readerHasGone()).isFalse();
                    assertThat(lost.problem().reason()).endsWith("the system gave no reason");
                });
    }
}
