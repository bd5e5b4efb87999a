package org.countsas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.testing.Document;
import org.junit.jupiter.api.Test;

/** Whoever meets a code finds it in the error reference. */
class ErrorReferenceTest {
    private static final Document REFERENCE = Document.of("src/site/markdown/errors.md");
    private static final Pattern HEADING = Pattern.compile("([A-Z]\\d{3}) ([A-Z_]+)");

    @Test
    void every_code_has_one_section_and_every_section_a_code() {
        List<String> codes = Arrays.stream(Code.values())
                .map(code -> code.id() + " " + code.name())
                .toList();

        assertThat(REFERENCE.headings(3)).containsExactlyElementsOf(codes);
    }

    @Test
    void every_heading_can_be_linked_to_by_the_code() {
        assertThat(REFERENCE.headings(3)).allSatisfy(heading -> {
            Matcher matcher = HEADING.matcher(heading);
            assertThat(matcher.matches()).as(heading).isTrue();
            assertThat(REFERENCE.text())
                    .contains("<a id=\"" + matcher.group(1).toLowerCase(java.util.Locale.ROOT) + "\"></a>");
        });
    }

    @Test
    void every_section_shows_a_message_with_its_code_or_says_why_there_is_none() {
        String[] sections = REFERENCE.text().split("(?m)^### ");
        for (int i = 1; i < sections.length; i++) {
            String code = sections[i].substring(0, 4);
            assertThat(sections[i]).as(code).containsPattern("(?m)^" + code + "\\b|No file that shows it is known");
        }
    }

    @Test
    void codes_are_told_apart_by_their_ids() {
        assertThat(Code.values())
                .extracting(Code::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z]\\d{3}"));
    }
}
