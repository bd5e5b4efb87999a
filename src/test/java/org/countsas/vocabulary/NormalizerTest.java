package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "full-width Latin        | Ｆ－３５               | f-35",
                "upper case              | OSA                    | osa",
                "half-width katakana     | ﾐｻｲﾙ                   | ミサイル",
                "with dakuten            | ｶﾞｽ                    | ガス",
                "with handakuten         | ﾎﾟﾝﾌﾟ                  | ポンフ\u309A",
                "half-width long vowel   | ｴﾈﾙｷﾞｰ                 | エネルギ-",
                "long vowel              | エネルギー             | エネルギ-",
                "full-width hyphen       | エネルギ－             | エネルギ-",
                "minus                   | エネルギ−             | エネルギ-",
                "dash                    | エネルギ—             | エネルギ-",
                "horizontal bar          | エネルギ―             | エネルギ-",
                "box drawing             | エネルギ─             | エネルギ-",
                "soft hyphen             | エネルギ\u00AD         | エネルギ-",
                "the two forms of tough  | 強靭と強靱             | 強靱と強靱",
                "square                  | ㎞と㌔                 | kmとキロ",
                "ligature                | oﬃce                   | office",
                "circled                 | ①                      | 1",
                "era                     | ㋿６年                 | 令和6年",
                "combining accent        | Cafe\u0301             | café",
                "combining dakuten       | か\u3099               | が",
                "CJK compatibility       | \uF9DC                 | \u9686",
                "beyond the basic plane  | 𠮷野家                 | 𠮷野家",
                "styled letters          | 𝐀𝐈                     | ai",
                "deseret capital         | 𐐀                      | 𐐨",
            })
    void a_text_is_brought_into_one_form(String what, String text, String form) {
        assertThat(new Normalizer().normalized(text)).isEqualTo(form.replace("フ\u309A", "プ"));
    }

    @Test
    void every_white_space_is_one_space_and_none_is_lost() {
        assertThat(new Normalizer().normalized("国土交通省　海上保安庁\r\n\ta\u00A0b\u2003c"))
                .isEqualTo("国土交通省 海上保安庁   a b c");
    }

    @Test
    void what_cannot_be_normalised_stays() {
        assertThat(new Normalizer().normalized("\uD842 \uDFB7 \uFFFF\u0000\uFFFE"))
                .isEqualTo("\uD842 \uDFB7 \uFFFF\u0000\uFFFE");
        assertThat(new Normalizer().normalized("")).isEmpty();
        assertThat(new Normalizer().normalized("\u3099か")).isEqualTo("\u3099か");
        assertThat(new Normalizer().normalized("ﾞ")).isEqualTo("\u3099");
    }

    @Test
    void a_capital_without_a_composed_form_takes_that_of_its_small_letter() {
        assertThat(new Normalizer().normalized("T\u0308")).isEqualTo("\u1E97");
        assertThat(new Normalizer().normalized("\u1E97")).isEqualTo("\u1E97");
    }

    @Test
    void each_character_remembers_which_published_ones_it_came_from() {
        assertThat(sources("ｶﾞｽ㈱Ａ𠮷e\u0301\r\n"))
                .containsExactly(
                        "ガ<ｶﾞ",
                        "ス<ｽ",
                        "(<㈱",
                        "株<㈱",
                        ")<㈱",
                        "a<Ａ",
                        "\uD842<𠮷",
                        "\uDFB7<𠮷",
                        "é<e\u0301",
                        " <\r",
                        " <\n");
    }

    @Test
    void a_longer_text_after_a_shorter_one_and_the_other_way_round_are_read_alike() {
        Normalizer normalizer = new Normalizer();
        String longText = "ﾎﾟ".repeat(5_000);
        assertThat(normalizer.normalized("短い")).isEqualTo("短い");
        assertThat(normalizer.normalized(longText)).isEqualTo("ポ".repeat(5_000));
        assertThat(normalizer.normalized("短い")).isEqualTo("短い");
    }

    @Property
    void the_form_is_nfkc_in_lower_case_with_hyphens_spaces_and_tough_made_alike(@ForAll("japaneseTexts") String text) {
        String lowerCase = java.text.Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
        String expected = java.text.Normalizer.normalize(lowerCase, Form.NFKC)
                .replaceAll("[-\u00AD\u2010-\u2015\u2212\u2500ー]", "-")
                .replaceAll("[\\s\u001C-\u001F\u2028\u2029\u3000]", " ")
                .replace('靭', '靱');
        assertThat(new Normalizer().normalized(text)).isEqualTo(expected);
    }

    @Property
    void normalising_twice_changes_nothing(@ForAll("japaneseTexts") String text) {
        Normalizer normalizer = new Normalizer();
        String once = normalizer.normalized(text);
        assertThat(normalizer.normalized(once)).isEqualTo(once);
    }

    @Property
    void sources_cover_the_text_from_its_beginning_to_its_end_in_order(@ForAll String text) {
        Normalizer normalizer = new Normalizer();
        normalizer.normalize(text);
        int covered = 0;
        for (int i = 0; i < normalizer.length(); i++) {
            boolean sameSource = i > 0
                    && normalizer.start(i) == normalizer.start(i - 1)
                    && normalizer.end(i) == normalizer.end(i - 1);
            assertThat(sameSource || normalizer.start(i) == covered).isTrue();
            assertThat(normalizer.end(i)).isGreaterThan(normalizer.start(i));
            covered = normalizer.end(i);
        }
        assertThat(covered).isEqualTo(text.length());
    }

    @Provide
    static Arbitrary<String> japaneseTexts() {
        return Arbitraries.oneOf(
                        Arbitraries.chars().range('\u0020', '\u007E'),
                        Arbitraries.chars().range('\u00A0', '\u024F'),
                        Arbitraries.chars().range('\u2000', '\u206F'),
                        Arbitraries.chars().range('\u2460', '\u24FF'),
                        Arbitraries.chars().range('\u3000', '\u3029'), // without the tone marks that follow
                        Arbitraries.chars().range('\u3041', '\u3096'),
                        Arbitraries.chars().range('\u30A1', '\u30FF'),
                        Arbitraries.chars().range('\u3200', '\u33FF'),
                        Arbitraries.chars().range('\uFF01', '\uFF9F'),
                        Arbitraries.of(
                                '靭', '靱', '強', '衛', '省', '\t', '\r', '\n', 'ﾞ', 'ﾟ', '\u3099', '\u309A', '\u0301',
                                '\u0308'))
                .list()
                .ofMaxSize(30)
                .map(characters -> characters.stream().map(String::valueOf).reduce("", String::concat));
    }

    private static List<String> sources(String text) {
        Normalizer normalizer = new Normalizer();
        normalizer.normalize(text);
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < normalizer.length(); i++) {
            sources.add(normalizer.at(i) + "<" + text.substring(normalizer.start(i), normalizer.end(i)));
        }
        return sources;
    }
}
