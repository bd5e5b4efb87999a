package org.countsas.question.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.ProblemException;
import org.countsas.question.filter.FilterReader.Part;
import org.countsas.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One filter for every list: what it lets through, how it is written, and what it says of itself. */
class ItemFilterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final List<Decision> DECISIONS = Samples.decisions(Samples.JAPAN, "japan-2022", DAY);

    private static RuleBook rules() {
        return Samples.countsAs().rules();
    }

    private static ItemFilter read(Part part, String... texts) {
        return new FilterReader(rules()).read(Map.of(part, List.of(texts)));
    }

    private static List<Decision> listed(ItemFilter filter) {
        return DECISIONS.stream().filter(filter.test(rules().vocabulary())).toList();
    }

    private static List<Decision> those(Predicate<Decision> wanted) {
        List<Decision> those = DECISIONS.stream().filter(wanted).toList();
        assertThat(those).as("the sample has such items").isNotEmpty().hasSizeLessThan(DECISIONS.size());
        return those;
    }

    private static boolean decidedBy(Decision decision, Predicate<org.countsas.policy.rule.Rule> wanted) {
        return decision.decisive()
                .filter(decisive -> wanted.test(decisive.finding().rule()))
                .isPresent();
    }

    @Test
    void without_parts_everything_is_listed() {
        ItemFilter all = new FilterReader(rules()).read(Map.of());

        assertThat(all).isEqualTo(ItemFilter.ALL);
        assertThat(all.isAll()).isTrue();
        assertThat(listed(all)).isEqualTo(DECISIONS);
        assertThat(new FilterReader(rules()).words(all, Language.EN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"needs review", "REVIEW", "review", "要確認", "Ｒｅｖｉｅｗ"})
    void outcomes_are_named_by_id_or_in_either_language(String text) {
        ItemFilter filter = read(Part.OUTCOME, text);

        assertThat(filter.outcomes()).containsExactly(Outcome.REVIEW);
        assertThat(listed(filter)).isEqualTo(those(decision -> decision.outcome() == Outcome.REVIEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-counted", "NOT_COUNTED", "not counted", "不算入"})
    void what_does_not_count_is_one_outcome_however_it_is_written(String text) {
        assertThat(read(Part.OUTCOME, text).outcomes()).containsExactly(Outcome.NOT_COUNTED);
    }

    @Test
    void several_outcomes_are_parted_by_commas_or_named_one_by_one() {
        Set<Outcome> both = Set.of(Outcome.COUNTED, Outcome.REVIEW);

        assertThat(read(Part.OUTCOME, "counted,review").outcomes()).isEqualTo(both);
        assertThat(read(Part.OUTCOME, "算入、要確認").outcomes()).isEqualTo(both);
        assertThat(read(Part.OUTCOME, "counted", "review").outcomes()).isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coast-guard", "Coast Guard", "coastguard", "海上保安庁"})
    void areas_are_named_by_id_or_title_in_either_language(String text) {
        ItemFilter filter = read(Part.AREA, text);

        assertThat(filter.areas()).containsExactly("coast-guard");
        assertThat(listed(filter))
                .isEqualTo(those(decision ->
                        decision.area().filter("coast-guard"::equals).isPresent()));
    }

    @Test
    void ministries_and_bureaus_are_parts_of_names_whatever_their_width() {
        assertThat(listed(read(Part.MINISTRY, "海上保安庁")))
                .isEqualTo(
                        those(decision -> decision.item().programme().ministry().contains("海上保安庁")));
        assertThat(listed(read(Part.MINISTRY, "外務", "防衛")))
                .isEqualTo(
                        those(decision -> decision.item().programme().ministry().matches(".*(外務|防衛).*")));
        assertThat(listed(read(Part.BUREAU, "港湾局")))
                .isEqualTo(
                        those(decision -> decision.item().programme().bureau().contains("港湾局")));
    }

    @Test
    void bases_and_strengths_are_those_of_the_rule_that_decided() {
        assertThat(listed(read(Part.BASIS, "本プロジェクトの解釈")))
                .isEqualTo(listed(read(Part.BASIS, "inferred")))
                .isEqualTo(those(decision -> decidedBy(decision, rule -> rule.basis() == Basis.INFERRED)));
        assertThat(listed(read(Part.STRENGTH, "presumption")))
                .isEqualTo(those(decision -> decidedBy(decision, rule -> rule.strength() == Strength.PRESUMPTION)));
    }

    @Test
    void a_rule_is_the_one_that_decided_unless_a_standing_is_named() {
        String rule = DECISIONS.stream()
                .flatMap(decision -> decision.findings().stream())
                .filter(finding -> finding.standing() == Standing.SUPPORTING)
                .map(finding -> finding.finding().rule().name())
                .findFirst()
                .orElseThrow();
        Map<Part, List<String>> supporting = new EnumMap<>(Map.of(Part.RULE, List.of(rule)));
        supporting.put(Part.STANDING, List.of("supporting"));

        assertThat(listed(read(Part.RULE, rule.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo(DECISIONS.stream()
                        .filter(decision ->
                                decidedBy(decision, decisive -> decisive.name().equals(rule)))
                        .toList());
        assertThat(listed(new FilterReader(rules()).read(supporting)))
                .isEqualTo(those(decision -> decision.findings().stream()
                        .anyMatch(finding -> finding.standing() == Standing.SUPPORTING
                                && finding.finding().rule().name().equals(rule))));
    }

    @Test
    void standings_alone_ask_for_any_finding_of_this_standing() {
        assertThat(listed(read(Part.STANDING, "outside")))
                .isEqualTo(those(decision ->
                        decision.findings().stream().anyMatch(finding -> finding.standing() == Standing.OUTSIDE)));
    }

    @Test
    void a_text_is_looked_for_in_every_text_of_the_item_whatever_its_width_and_case() {
        List<String> found = listed(read(Part.TEXT, "ｊａｘａ")).stream()
                .map(decision -> decision.item().id())
                .toList();

        assertThat(found)
                .isEqualTo(listed(read(Part.TEXT, "JAXA")).stream()
                        .map(decision -> decision.item().id())
                        .toList());
        assertThat(listed(read(Part.TEXT, "港湾整備事業")))
                .extracting(decision -> decision.item().id())
                .contains("4220");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1000000000; 1000000000",
                "1,000,000,000; 1000000000",
                "1bn; 1000000000",
                "1.5 tn; 1500000000000",
                "500m; 500000000",
                "10億; 1000000000",
                "１０億円; 1000000000",
                "5000万円; 50000000",
                "1.2兆; 1200000000000",
                "0; 0"
            })
    void amounts_are_written_as_people_write_them(String text, long amount) {
        assertThat(read(Part.MIN_AMOUNT, text).leastAmount()).isEqualTo(amount);
    }

    @Test
    void the_smallest_amount_itself_is_listed() {
        assertThat(listed(read(Part.MIN_AMOUNT, "187978114000")))
                .isEqualTo(those(decision -> decision.item().amount() >= 187_978_114_000L))
                .extracting(decision -> decision.item().id())
                .contains("4220");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "OUTCOME; perhaps; U001: 'perhaps' is not a valid value for --outcome. Known: counted, not-counted, review",
                "BASIS; official,guess; U001: 'guess' is not a valid value for --basis. Known: official, proposed, inferred",
                "AREA; coast-gard; U009: There is no area 'coast-gard'. Did you mean 'coast-guard'?",
                "RULE; Stockpiles of oil and gaz; U008: There is no rule 'Stockpiles of oil and gaz'. Did you mean 'Stockpiles of oil and gas'?",
                "MIN_AMOUNT; much; U001: 'much' is not an amount. Write --min-amount 1000000000, or 1bn, 500m, 10億 or 5000万, in whole units of the currency",
                "MIN_AMOUNT; 0.5; U001: '0.5' is not an amount. Write --min-amount 1000000000, or 1bn, 500m, 10億 or 5000万, in whole units of the currency",
                "MIN_AMOUNT; -5; U001: '-5' is not an amount. Write --min-amount 1000000000, or 1bn, 500m, 10億 or 5000万, in whole units of the currency",
                "TEXT; '  '; U001: --text is empty. Write what to look for, or leave the option out"
            })
    void what_means_nothing_is_refused_with_what_does(Part part, String text, String message) {
        assertThatThrownBy(() -> read(part, text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems().get(0).lines())
                                .containsExactly(message.endsWith("?") ? message : message + "."));
    }

    @Test
    void a_ministry_that_no_item_has_is_a_mistake_and_no_empty_list() {
        ItemFilter filter = read(Part.MINISTRY, "国交省");

        assertThatThrownBy(() ->
                        filter.checkNames(DECISIONS.stream().map(Decision::item).toList(), rules().vocabulary()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No item here is of a ministry '国交省'");
    }

    @Test
    void every_part_narrows_what_the_others_let_through_and_can_be_written_again() {
        Map<Part, List<String>> texts = new EnumMap<>(Part.class);
        texts.put(Part.OUTCOME, List.of("counted"));
        texts.put(Part.AREA, List.of("public-infrastructure", "coast-guard"));
        texts.put(Part.MINISTRY, List.of("国土交通省"));
        texts.put(Part.BUREAU, List.of("港湾局"));
        texts.put(Part.BASIS, List.of("inferred"));
        texts.put(Part.STRENGTH, List.of("rule", "express"));
        texts.put(Part.STANDING, List.of("decisive"));
        texts.put(Part.TEXT, List.of("港湾"));
        texts.put(Part.MIN_AMOUNT, List.of("1000000"));
        FilterReader reader = new FilterReader(rules());
        ItemFilter filter = reader.read(texts);

        Predicate<Decision> each = Arrays.stream(Part.values())
                .filter(texts::containsKey)
                .map(part -> reader.read(Map.of(part, texts.getOrDefault(part, List.of())))
                        .test(rules().vocabulary()))
                .reduce(decision -> true, Predicate::and);
        assertThat(listed(filter)).isEqualTo(those(each));
        assertThat(filter.texts()).isEqualTo(texts);
        assertThat(reader.read(filter.texts())).isEqualTo(filter);
        assertThat(reader.words(filter, Language.EN))
                .containsExactly(
                        "counted",
                        "area Public infrastructure or Coast Guard",
                        "ministry 国土交通省",
                        "bureau 港湾局",
                        "basis inferred",
                        "strength rule or express",
                        "standing decisive",
                        "the text has 港湾",
                        "amount at least 1,000,000");
        assertThat(reader.words(filter, Language.JA))
                .containsExactly(
                        "算入",
                        "分野 公共インフラまたは海上保安庁",
                        "府省庁 国土交通省",
                        "局・庁 港湾局",
                        "根拠 本プロジェクトの解釈",
                        "確度 構造的な手がかりまたは明示",
                        "扱い 決め手",
                        "文言に「港湾」を含む",
                        "予算額 1,000,000 以上");
    }

    @Test
    void parts_are_named_like_options() {
        assertThat(Arrays.stream(Part.values()).map(Part::id).collect(Collectors.joining(" ")))
                .isEqualTo("outcome area ministry bureau rule basis strength standing text min-amount");
    }
}
