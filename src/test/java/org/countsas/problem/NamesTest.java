package org.countsas.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people call things, and what they are answered when nothing is called so. */
class NamesTest {
    private static final Map<String, List<String>> TITLES = Map.of(
            "japan-2022", List.of("Japan, documents of 2022", "2022年の安保三文書による日本の定義"),
            "japan-2025-proposal", List.of("Japan, wider scope reported in 2025", "2025年に報じられた対象拡大案"),
            "us-050", List.of("United States, budget function 050", "米国、予算機能050（国防）"),
            "space", List.of("Space", "宇宙"),
            "civil-space", List.of("Civil space", "Space"));
    private static final Names<String> NAMES =
            Names.of(TITLES.keySet().stream().sorted().toList(), id -> id, id -> TITLES.getOrDefault(id, List.of()));

    @ParameterizedTest
    @CsvSource({
        "japan-2022, japan-2022",
        "Japan 2022, japan-2022",
        "ＪＡＰＡＮ２０２２, japan-2022",
        "japan_2022, japan-2022",
        "2025年に報じられた対象拡大案, japan-2025-proposal",
        "２０２５年に報じられた 対象拡大案, japan-2025-proposal",
        "米国、予算機能050(国防), us-050",
        "宇宙, space",
        "SPACE, space"
    })
    void an_id_or_a_title_finds_in_any_width_and_case_with_or_without_spaces_and_hyphens(String name, String id) {
        assertThat(NAMES.find(name)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "japan2025, japan-2025-proposal",
        "japan-2020, japan-2022",
        "2025年案, japan-2025-proposal",
        "proposal, japan-2025-proposal",
        "spaec, space",
        "us-050-b, us-050"
    })
    void what_is_near_is_suggested_by_its_id_and_a_short_list_follows(String name, String id) {
        assertThat(NAMES.find(name)).isEmpty();
        assertThat(NAMES.fix(name))
                .isEqualTo("Did you mean '" + id
                        + "'? Known: civil-space, japan-2022, japan-2025-proposal, space, us-050");
    }

    @Test
    void where_nothing_is_near_what_exists_is_listed() {
        assertThatThrownBy(() -> NAMES.get("q", Code.UNKNOWN_DEFINITION, "There is no definition 'q'"))
                .hasMessage("U002: There is no definition 'q'."
                        + " Known: civil-space, japan-2022, japan-2025-proposal, space, us-050.");
    }

    @Test
    void a_long_list_is_left_out_when_something_is_near() {
        Names<String> many = Names.ofIds(List.of("a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "cybersecurity"));

        assertThat(many.fix("cyber")).isEqualTo("Did you mean 'cybersecurity'?");
    }

    @Test
    void nothing_is_found_or_suggested_for_a_name_without_characters() {
        assertThat(NAMES.find(" -　")).isEmpty();
        assertThat(NAMES.fix("")).startsWith("Known: ");
    }
}
