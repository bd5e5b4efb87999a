package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Texts.Idea;
import org.countsas.vocabulary.Texts.Piece;
import org.countsas.vocabulary.Texts.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ScannerTest {

    @ParameterizedTest(name = "{0} not within {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OSA      |                | GOSATシリーズの運用         | ",
                "OSA      |                | ＯＳＡ（政府安全保障能力強化支援） | ＯＳＡ",
                "テロ     | ヘテロ         | ヘテロ接合太陽電池           | ",
                "テロ     | ヘテロ         | ﾍﾃﾛ接合とテロ対策            | テロ",
                "有事     | 所有事業       | 森林所有事業者への支援       | ",
                "有事     | 所有事業       | 所有事業者の有事の際の義務   | 有事",
                "防衛     | 生活防衛,防衛型 | 生活防衛のための防衛型経営  | ",
                "防衛     | 生活防衛,防衛型 | 防衛省の生活防衛            | 防衛",
                "基地     | 基地局         | 携帯電話の基地局             | ",
                "基地     | 基地局         | 基地と基地局と基地           | 基地,基地",
                "安全保障 | 食料安全保障,人間の安全保障 | 食料安全保障と人間の安全保障 | ",
                "安全保障 | 食料安全保障,人間の安全保障 | 安全保障と食料安全保障       | 安全保障",
                "衛星     | 衛星都市       | 人工衛星を衛星都市で         | 衛星",
                "エネルギー |               | エネルギ－・ｴﾈﾙｷﾞｰ・エネルギ | エネルギ－,ｴﾈﾙｷﾞｰ",
                "強靱     |                | 国土強靭化と強靱化           | 強靭,強靱",
                "ガス     |                | ｶﾞｽとか\u3099スとカス        | ｶﾞｽ",
                "F-35     |                | Ｆ－３５、F−35A、ＸF-35、f-35 | Ｆ－３５,f-35",
                "AI       |                | AIと人工知能(Ai)、AIS、RAID、𝐀𝐈 | AI,Ai,𝐀𝐈",
                "AI       |                | AI2 2AI éai aié AI_ _AI      | AI,AI",
                "ship*    |                | ships, shipping, SHIP, starship | ship,ship,SHIP",
                "衛星*    |                | 衛星は人工衛星               | 衛星,衛星",
                "5G       |                | ５Ｇ 15G 5GHz ５g            | ５Ｇ,５g",
                "株       |                | ㈱、株                       | ㈱,株",
                "国土交通省 海上保安庁 |    | 国土交通省　海上保安庁       | 国土交通省　海上保安庁",
                "𠮷野     |                | 𠮷野と吉野                   | 𠮷野",
            })
    void a_term_is_found_as_published_and_not_within_what_means_something_else(
            String term, String notWithin, String text, String found) {
        List<String> masks = notWithin == null ? List.of() : Arrays.asList(notWithin.split(","));
        Vocabulary vocabulary = new Vocabulary(List.of(concept("it", List.of(term), masks)));
        List<Mention> mentions = scan(vocabulary, text).all();
        assertThat(mentions)
                .extracting(Mention::text)
                .isEqualTo(found == null ? List.of() : Arrays.asList(found.split(",")));
        assertThat(mentions).allSatisfy(mention -> {
            assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
            assertThat(mention)
                    .extracting(Mention::concept, Mention::term, Mention::field, Mention::part)
                    .containsExactly("it", term, Field.NAME, 0);
        });
    }

    @Test
    void offsets_count_every_published_character_line_ends_included() {
        assertThat(scan(new Vocabulary(List.of(concept("gas", List.of("ガス"), List.of()))), "一\r\n𠮷 ｶﾞｽ")
                        .all())
                .containsExactly(new Mention("gas", "ガス", Field.NAME, 0, 6, 9, "ｶﾞｽ"));
    }

    @Test
    void the_longest_of_the_terms_of_one_concept_is_the_mention_and_other_concepts_keep_theirs() {
        Vocabulary vocabulary = new Vocabulary(List.of(
                concept("satellite", List.of("衛星", "人工衛星", "人工衛星網"), List.of()),
                concept("artificial", List.of("人工"), List.of())));
        assertThat(scan(vocabulary, "人工衛星網、衛星").all())
                .extracting(mention -> mention.concept() + ":" + mention.text())
                .containsExactly("satellite:人工衛星網", "artificial:人工", "satellite:衛星");
    }

    @Test
    void mentions_of_one_concept_that_overlap_in_part_both_count() {
        Vocabulary vocabulary = new Vocabulary(List.of(concept("x", List.of("安全保障", "保障会議"), List.of())));
        assertThat(scan(vocabulary, "安全保障会議").all()).extracting(Mention::text).containsExactly("安全保障", "保障会議");
    }

    @Test
    void one_place_is_mentioned_once_however_many_spellings_fit_it() {
        Vocabulary vocabulary = new Vocabulary(List.of(
                concept("ai", List.of("ＡＩ", "ai", "AI*"), List.of()), concept("other", List.of("AI"), List.of())));
        assertThat(scan(vocabulary, "AI, AI").all())
                .extracting(mention -> mention.concept() + ":" + mention.term() + "@" + mention.start())
                .containsExactly("ai:ＡＩ@0", "other:AI@0", "ai:ＡＩ@4", "other:AI@4");
    }

    @Test
    void a_phrase_masks_its_own_concept_only_and_only_what_lies_within_it() {
        Vocabulary vocabulary = new Vocabulary(List.of(
                concept("base", List.of("基地", "地局"), List.of("基地局")), concept("station", List.of("基地"), List.of())));
        assertThat(scan(vocabulary, "基地局長、大基地").all())
                .extracting(mention -> mention.concept() + ":" + mention.start())
                .containsExactly("station:0", "base:6", "station:6");
        assertThat(scan(new Vocabulary(List.of(concept("x", List.of("地局長"), List.of("基地局")))), "基地局長")
                        .all())
                .hasSize(1);
    }

    @Test
    void a_mask_of_latin_letters_has_word_boundaries_too() {
        Vocabulary vocabulary = new Vocabulary(List.of(concept("x", List.of("port"), List.of("port wine"))));
        assertThat(scan(vocabulary, "port winery, port wine, port").all())
                .extracting(Mention::start)
                .containsExactly(0, 24);
    }

    @Test
    void every_field_and_every_part_of_it_is_searched() {
        Programme programme = Programme.builder("1")
                .ministry("衛星省")
                .bureau("衛星局")
                .account("衛星会計")
                .name("衛星")
                .purpose("衛星を")
                .overview("衛星が")
                .majorExpense("衛星費")
                .plans(List.of("計画", "衛星計画"))
                .laws(List.of("衛星法", "法", "大衛星法"))
                .attributes(Map.of("key", "衛星"))
                .build();
        Mentions mentions = new Vocabulary(List.of(
                        concept("satellite", List.of("衛星"), List.of()), concept("comet", List.of("彗星"), List.of())))
                .scanner()
                .scan(programme);
        assertThat(mentions.all())
                .extracting(mention -> mention.field().id() + mention.part() + "@" + mention.start())
                .containsExactly(
                        "ministry0@0",
                        "bureau0@0",
                        "account0@0",
                        "name0@0",
                        "purpose0@0",
                        "overview0@0",
                        "majorExpense0@0",
                        "plans1@0",
                        "laws0@0",
                        "laws2@1");
        assertThat(mentions.fieldsOf("satellite")).containsExactly(Field.values());
        assertThat(mentions.in(Set.of(Field.LAWS), "satellite")).isTrue();
        assertThat(mentions.in(Set.of(), "satellite")).isFalse();
        assertThat(mentions.of(Set.of(Field.LAWS, Field.NAME), "satellite"))
                .extracting(Mention::field)
                .containsExactly(Field.NAME, Field.LAWS, Field.LAWS);
        assertThat(mentions.in(Set.of(Field.values()), "comet")).isFalse();
        assertThat(mentions.of(Set.of(Field.values()), "comet")).isEmpty();
        assertThat(mentions.fieldsOf("comet")).isEmpty();
    }

    @Test
    void asking_for_a_concept_that_the_vocabulary_lacks_is_a_mistake_of_the_caller() {
        Mentions mentions = scan(new Vocabulary(List.of()), "text");
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> mentions.in(Set.of(Field.NAME), "satellite"))
                .withMessage("no concept 'satellite'");
    }

    @Test
    void a_scanner_keeps_nothing_of_the_programme_before() {
        Scanner scanner = new Vocabulary(List.of(concept("gas", List.of("ガス"), List.of("ガス灯")))).scanner();
        Programme gas = Programme.builder("1").name("ガス").build();
        Programme none = Programme.builder("2").name("なし").build();
        Programme masked = Programme.builder("3").name("ガス灯").build();
        List<Mention> first = scanner.scan(gas).all();
        assertThat(scanner.scan(none).all()).isEmpty();
        assertThat(scanner.scan(masked).all()).isEmpty();
        assertThat(scanner.scan(gas).all()).isEqualTo(first).hasSize(1);
    }

    @Property(tries = 3000)
    @StatisticsReport(onFailureOnly = true)
    void scanning_finds_what_looking_at_every_place_for_every_term_finds(
            @ForAll("ideas") List<Idea> ideas, @ForAll("pieces") List<Piece> text) {
        Vocabulary vocabulary = new Vocabulary(ideas.stream().map(Idea::concept).toList());
        String published = Texts.published(text);
        List<Mention> mentions =
                published.isEmpty() ? List.of() : scan(vocabulary, published).all();
        List<String> expected = Texts.mentions(ideas, text).stream()
                .map(mention -> mention.replaceFirst("#.*", ""))
                .sorted()
                .toList();
        assertThat(mentions.stream()
                        .map(mention -> mention.concept() + ":" + mention.start() + "-" + mention.end())
                        .sorted()
                        .toList())
                .isEqualTo(expected);
        Statistics.collect(!expected.isEmpty());
        Statistics.coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 30));
    }

    @Property
    void a_mention_points_at_published_characters_that_read_like_its_term(
            @ForAll("ideas") List<Idea> ideas, @ForAll("pieces") List<Piece> text) {
        Vocabulary vocabulary = new Vocabulary(ideas.stream().map(Idea::concept).toList());
        String published = Texts.published(text);
        Normalizer normalizer = new Normalizer();
        assertThat(scan(vocabulary, published).all()).allSatisfy(mention -> {
            assertThat(mention.text()).isEqualTo(published.substring(mention.start(), mention.end()));
            assertThat(normalizer.normalized(mention.text()))
                    .contains(normalizer.normalized(mention.term().replaceFirst("\\*$", "")));
        });
    }

    @Property
    void mentions_stand_in_the_order_of_the_text(
            @ForAll("ideas") List<Idea> ideas, @ForAll("pieces") List<Piece> text) {
        List<Mention> mentions = scan(
                        new Vocabulary(ideas.stream().map(Idea::concept).toList()), Texts.published(text))
                .all();
        for (int i = 1; i < mentions.size(); i++) {
            assertThat(mentions.get(i).start())
                    .isGreaterThanOrEqualTo(mentions.get(i - 1).start());
        }
    }

    @Provide
    static Arbitrary<List<Piece>> pieces() {
        return Arbitraries.of(Texts.PIECES).list().ofMaxSize(25);
    }

    @Provide
    static Arbitrary<List<Idea>> ideas() {
        Arbitrary<Term> term = Combinators.combine(
                        Arbitraries.of(Texts.PIECES).list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                .as(Term::new)
                .filter(each -> !Texts.form(each.pieces()).isBlank());
        Arbitrary<List<Term>> terms = term.list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(
                        terms, term.list().ofMaxSize(2), terms, term.list().ofMaxSize(2))
                .as((first, firstMasks, second, secondMasks) ->
                        List.of(new Idea("first", first, firstMasks), new Idea("second", second, secondMasks)));
    }

    private static Mentions scan(Vocabulary vocabulary, String name) {
        return vocabulary.scanner().scan(Programme.builder("1").name(name).build());
    }

    private static Concept concept(String id, List<String> terms, List<String> notWithin) {
        return new Concept(id, new BilingualText(id, id), terms, notWithin, "words.yaml", 1);
    }
}
