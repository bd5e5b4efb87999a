package org.countsas.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void what_can_be_read_stays_as_it_is() {
        String text =
                "護衛艦（ＦＦＭ） 𠮷野家 葛\uDB40\uDD00城 é e\u0301 \u00A0\u3000 \\u001b \uE000 👩\u200D🚀 co\u00ADop 防衛\u200B省\u2060";

        assertThat(VisibleText.line(text)).isSameAs(text);
        assertThat(VisibleText.isVisible(text)).isTrue();
    }

    @Test
    void what_steers_a_terminal_is_shown_as_an_escape() {
        assertThat(VisibleText.line("a\u001B[31m\u0007\u007F\u0085\u009B2J"))
                .isEqualTo("a\\u001b[31m\\u0007\\u007f\\u0085\\u009b2J");
    }

    @Test
    void what_turns_the_direction_of_writing_or_hides_is_shown_as_an_escape() {
        assertThat(VisibleText.line("\u061C\u200E\u200F\u202A\u202E\u2066\u2069\uFEFF\uDB40\uDC41"))
                .isEqualTo("\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069\\ufeff\\udb40\\udc41");
    }

    @Test
    void half_of_a_surrogate_pair_is_shown_as_an_escape() {
        assertThat(VisibleText.line("\uD83D\uDE00\uD83Dx\uDE00")).isEqualTo("\uD83D\uDE00\\ud83dx\\ude00");
    }

    @Test
    void a_line_stays_one_line() {
        assertThat(VisibleText.line("a\nOK: b\r\tc\r\nd\u2028e\u2029"))
                .isEqualTo("a\\u000aOK: b\\u000d\\u0009c\\u000d\\u000ad\\u2028e\\u2029");
    }

    @Test
    void line_ends_of_a_document_stay_and_other_carriage_returns_do_not() {
        assertThat(VisibleText.lines("a\nb\r\nc\rd\r\r\ne")).isEqualTo("a\nb\r\nc\\u000dd\\u000d\r\ne");
        assertThat(VisibleText.isVisible("a\nb\r\n")).isTrue();
        assertThat(VisibleText.isVisible("a\rb")).isFalse();
    }

    @Property(tries = 500)
    void what_is_visible_is_not_escaped_again(@ForAll String text) {
        assertThat(VisibleText.line(VisibleText.line(text))).isEqualTo(VisibleText.line(text));
    }

    @Property(tries = 500)
    void json_means_the_same_with_escapes(@ForAll String text) throws JsonProcessingException {
        JsonNode value = JsonNodeFactory.instance.objectNode().put("key " + text, text);
        String printed = VisibleText.lines(PrettyJson.of(value));

        assertThat(JsonMapper.builder().build().readTree(printed)).isEqualTo(value);
    }
}
