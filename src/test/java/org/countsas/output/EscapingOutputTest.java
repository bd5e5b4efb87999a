package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What pages fill in is text, wherever it stands. */
class EscapingOutputTest {
    private static final Pattern TAG_IN_A_TEXT = Pattern.compile(
            "\"[^\"\\n]*</?(a|body|code|div|h[1-6]|head|html|li|main|meta|p|pre|script|section|span|style|table|td|th|tr|ul)[ >/]");

    private static String written(@Nullable String tag, @Nullable String attribute, String text) {
        StringOutput page = new StringOutput();
        EscapingOutput output = new EscapingOutput(page);
        output.setContext(tag, attribute);
        output.writeUserContent(text);
        return page.toString();
    }

    @Test
    void a_text_stands_for_itself_between_tags_and_in_attributes() {
        String expected = "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;港&lt;/a&gt;";

        assertThat(written("td", null, "<a href=\"x\" title='y'>&amp;港</a>")).isEqualTo(expected);
        assertThat(written("div", "aria-label", "<a href=\"x\" title='y'>&amp;港</a>"))
                .isEqualTo(expected);
    }

    @Test
    void a_text_cannot_end_a_script_that_it_stands_in() {
        assertThat(written("script", null, "</script><script>alert(1)</script>"))
                .doesNotContain("</script");
    }

    @Test
    void control_characters_are_shown_as_such_and_white_space_stays() {
        assertThat(written("td", null, "a\u0000b\u001b[2J\u007f\u0085\tc\r\nd"))
                .isEqualTo("a\uFFFDb\uFFFD[2J\uFFFD\uFFFD\tc\r\nd");
    }

    @Test
    void no_text_of_the_program_is_html() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(EscapingOutputTest::lines)
                    .filter(line -> TAG_IN_A_TEXT.matcher(line).find())
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> file + ": " + line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
