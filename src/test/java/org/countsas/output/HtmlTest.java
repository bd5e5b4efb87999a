package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void markup_becomes_text_between_tags_and_in_attributes() {
        assertThat(Html.escaped("<a href=\"x\" title='y'>&amp;港</a>"))
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;港&lt;/a&gt;");
    }

    @Test
    void a_control_character_becomes_a_sign_and_white_space_stays() {
        assertThat(Html.escaped("a\u0000b\u001b[2J\u007f\u0085\tc\r\nd"))
                .isEqualTo("a\uFFFDb\uFFFD[2J\uFFFD\uFFFD\tc\r\nd");
    }

    @Test
    void text_is_escaped_in_one_place() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(sources.filter(Files::isRegularFile)
                            .filter(HtmlTest::escapes)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Html.java");
        }
    }

    private static boolean escapes(Path file) {
        try {
            return Files.readString(file).contains("&lt;\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
