package org.countsas.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.countsas.policy.Condition;
import org.countsas.policy.Condition.All;
import org.countsas.policy.Condition.FacilityKindIs;
import org.countsas.policy.Condition.FacilityMentioned;
import org.countsas.policy.Condition.Mentioned;
import org.countsas.policy.Condition.Source;
import org.countsas.policy.Verb;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Problem;
import org.countsas.vocabulary.BilingualText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

class RuleFileParserTest {

    @Test
    void a_rule_is_read_whole() {
        Rule rule = SmallRules.complete()
                .withRule(RuleFileText.named("Ships, by name")
                        .with("strength", "express")
                        .with("share", "5/7.5/21")
                        .with("share_cite", "press")
                        .with("basis", "proposed")
                        .with("cite", "press; areas")
                        .with("because", "He said \\\"ships\\\"")
                        .with("since", "2024-04-01")
                        .with("until", "2025-03-31")
                        .when("""
                            $item : Item(
                                names("ship", "seafarer"),
                                !mentions("seafarer")
                            )
                            $port : Facility( kind == "port", $item.names(concept) )"""))
                .rule();

        assertThat(rule)
                .isEqualTo(new Rule(
                        "Ships, by name",
                        "shipbuilding",
                        Effect.COUNT,
                        Scope.POLICY,
                        Strength.EXPRESS,
                        new Share(500, 750, 2100),
                        "press",
                        Basis.PROPOSED,
                        List.of("press", "areas"),
                        new BilingualText("He said \"ships\"", "名称に船とある"),
                        LocalDate.of(2024, 4, 1),
                        LocalDate.of(2025, 3, 31),
                        new All(
                                List.of(
                                        new Mentioned(
                                                Verb.NAMES,
                                                List.of("ship", "seafarer"),
                                                new Source("names(\"ship\", \"seafarer\")", 18, 5)),
                                        new Condition.Not(
                                                new Mentioned(
                                                        Verb.MENTIONS,
                                                        List.of("seafarer"),
                                                        new Source("mentions(\"seafarer\")", 19, 6)),
                                                new Source("!mentions(\"seafarer\")", 19, 5))),
                                new Source(
                                        "$item : Item(\n    names(\"ship\", \"seafarer\"),\n    !mentions(\"seafarer\")\n)",
                                        17,
                                        1)),
                        new FacilityJoin(
                                Quantifier.EACH,
                                new All(
                                        List.of(
                                                new FacilityKindIs(
                                                        List.of("port"), new Source("kind == \"port\"", 21, 19)),
                                                new FacilityMentioned(
                                                        Verb.NAMES, new Source("$item.names(concept)", 21, 35))),
                                        new Source(
                                                "$port : Facility( kind == \"port\", $item.names(concept) )", 21, 1)),
                                21),
                        "rules/policies/shipbuilding.drl",
                        5));
    }

    @ParameterizedTest
    @CsvSource({
        "count, COUNT, POLICY",
        "reject, REJECT, POLICY",
        "rejectEverywhere, REJECT, EVERYWHERE",
        "review, REVIEW, POLICY"
    })
    void a_rule_concludes_one_of_four_things(String verb, Effect effect, Scope scope) {
        RuleFileText rule = RuleFileText.named("A").then("  $item . " + verb + " ( ) ;\n");
        if (effect != Effect.COUNT) {
            rule.without("share");
        }
        assertThat(SmallRules.complete().withRule(rule).rule()).satisfies(read -> {
            assertThat(read.effect()).isEqualTo(effect);
            assertThat(read.scope()).isEqualTo(scope);
        });
    }

    @Test
    void what_rejects_has_no_share_and_what_asks_for_review_asks_about_the_whole_unless_it_says_otherwise() {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").rejects())
                        .rule()
                        .share())
                .isEqualTo(Share.NOTHING);
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").asksForReview())
                        .rule()
                        .share())
                .isEqualTo(Share.WHOLE);
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A")
                                .asksForReview()
                                .with("share", "30")
                                .with("share_cite", "press"))
                        .rule()
                        .share())
                .isEqualTo(new Share(3000, 3000, 3000));
        assertThat(refusals(RuleFileText.named("A").rejects().with("share", "100")))
                .containsExactly(
                        "R003 rules/policies/shipbuilding.drl:12:5: A rule that rejects has no share. Remove @share.");
    }

    @ParameterizedTest
    @CsvSource({
        "exists Facility, EXISTS",
        "exists( Facility, EXISTS",
        "not Facility, NONE",
        "not( Facility, NONE",
        "Facility, EACH"
    })
    void a_rule_may_join_with_each_with_some_or_with_no_facility(String words, Quantifier quantifier) {
        String close = words.contains("(") ? " )" : "";
        Rule rule = SmallRules.complete()
                .withRule(RuleFileText.named("A")
                        .when("    $i : Item( names(\"ship\") )\n    " + words + "( $i.aims(concept) )" + close)
                        .then("    $i.count();"))
                .rule();
        assertThat(rule.facilities()).get().extracting(FacilityJoin::quantifier).isEqualTo(quantifier);
    }

    @Test
    void comments_may_stand_before_and_after_conditions() {
        Rule rule = SmallRules.complete()
                .withRule(RuleFileText.named("A").when("""
                // ships: 船
                $item : Item( // （全角）
                    names("ship"), /* and
                    so on */ !names("seafarer") // done
                )"""))
                .rule();
        assertThat(((All) rule.condition()).parts())
                .extracting(part -> part.source().text())
                .containsExactly("names(\"ship\")", "!names(\"seafarer\")");
    }

    @Test
    void places_are_right_with_carriage_returns_and_beyond_the_basic_plane() {
        String text = SmallRules.file(
                        "shipbuilding",
                        RuleFileText.named("A")
                                .with("because", "𠮷𠮷𠮷")
                                .ifItem("ministry != \"𠮷\", names(\"wreck\")"))
                .replace("\n", "\r\n");
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, text).refusals())
                .containsExactly(
                        "R005 rules/policies/shipbuilding.drl:14:37: There is no concept 'wreck'. Define it in rules/vocabulary.");
    }

    @Test
    void an_annotation_may_be_long() {
        String reason = "\\\"Because\\\" ".repeat(5_000) + ".";
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").with("because", reason))
                        .rule()
                        .because()
                        .en())
                .hasSize("\"Because\" ".length() * 5_000 + 1);
    }

    @Test
    void a_reason_in_one_language_stands_for_both_and_a_rule_without_any_is_refused() {
        String whole = SmallRules.file("shipbuilding", RuleFileText.named("A"));
        String english = whole.replaceAll("(?m)^ *@because_ja.*\n", "");
        assertThat(reason(english).ja())
                .isEqualTo(reason(english).en())
                .isEqualTo(reason(whole).en());
        String japanese = whole.replaceAll("(?m)^ *@because\\(.*\n", "");
        assertThat(reason(japanese).en()).isEqualTo(reason(japanese).ja()).isEqualTo("名称に船とある");
        assertThat(SmallRules.complete()
                        .with(SmallRules.SHIPBUILDING, english.replaceAll("(?m)^ *@because\\(.*\n", ""))
                        .refusals())
                .containsExactly(
                        "R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@because'. Add @because(\"…\") after the rule's name.");
    }

    private static BilingualText reason(String file) {
        return RuleBookReader.read(SmallRules.complete()
                        .with(SmallRules.SHIPBUILDING, file)
                        .folder())
                .rule("A")
                .orElseThrow()
                .because();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "policy     | R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@policy'. Add @policy(\"…\") after the rule's name.",
                "strength   | R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@strength'. Add @strength(\"…\") after the rule's name.",
                "share      | R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@share'. Add @share(\"…\") after the rule's name.",
                "basis      | R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@basis'. Add @basis(\"…\") after the rule's name.",
                "cite       | R003 rules/policies/shipbuilding.drl:5:1: The rule 'A' has no '@cite'. Add @cite(\"…\") after the rule's name.",
            })
    void an_annotation_that_must_be_there_is_missed_and_so_is_one_without_text(String annotation, String refusal) {
        String whole = SmallRules.file("shipbuilding", RuleFileText.named("A"));
        String line = whole.lines()
                .filter(each -> each.contains("@" + annotation + "("))
                .findFirst()
                .orElseThrow();
        assertThat(SmallRules.complete()
                        .with(SmallRules.SHIPBUILDING, whole.replace(line + "\n", ""))
                        .refusals())
                .containsExactly(refusal);
        assertThat(SmallRules.complete()
                        .with(SmallRules.SHIPBUILDING, whole.replace(line, "    @" + annotation + "(\" \")"))
                        .refusals())
                .containsExactly(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "strength | strong     | 7:5  | 'strong' is not a strength. Known: express, presumption, rule.",
                "strength | RULE       | 7:5  | 'RULE' is not a strength. Did you mean 'rule'?",
                "strength | presumtion | 7:5  | 'presumtion' is not a strength. Did you mean 'presumption'?",
                "basis    | oficial    | 9:5  | 'oficial' is not a basis. Did you mean 'official'?",
                "share    | 101        | 8:5  | '101' is not a share. Write percentages from 0 to 100, such as \"100\" or \"5/7/21\" (low/central/high).",
                "share    | 21/7/5     | 8:5  | '21/7/5' is not a share. Write percentages from 0 to 100, such as \"100\" or \"5/7/21\" (low/central/high).",
                "share    | 50         | 8:5  | A share of 50 % has no source. Add @share_cite(\"source-id\").",
                "share    | 0          | 8:5  | A share of 0 % has no source. Add @share_cite(\"source-id\").",
                "cite     | ;          | 10:5 | '@cite' names no source. Write @cite(\"source-id\").",
                "since    | 2025-4-1   | 13:5 | '2025-4-1' is not a date. Write it as 2025-04-01.",
                "until    | 2025-02-29 | 13:5 | '2025-02-29' is not a date. Write it as 2025-04-01.",
                "becuase  | x          | 13:5 | Unknown annotation '@becuase'. Did you mean 'because'?",
                "author   | x          | 13:5 | Unknown annotation '@author'. Known: basis, because, because_ja, cite, policy, share, share_cite, since, strength, until.",
            })
    void an_annotation_must_be_known_and_make_sense(String annotation, String value, String place, String rest) {
        assertThat(refusals(RuleFileText.named("A").with(annotation, value)))
                .containsExactly("R003 rules/policies/shipbuilding.drl:" + place + ": " + rest);
    }

    @Test
    void an_annotation_is_found_where_it_stands_and_not_where_a_longer_one_does() {
        RuleFileText rule = RuleFileText.named("A")
                .without("share")
                .with("share_cite", "press")
                .with("share", "x");
        assertThat(refusals(rule))
                .containsExactly(
                        "R003 rules/policies/shipbuilding.drl:13:5: 'x' is not a share. Write percentages from 0 to 100, such as \"100\" or \"5/7/21\" (low/central/high).");
    }

    @Test
    void an_annotation_stands_once() {
        String text = SmallRules.file("shipbuilding", RuleFileText.named("A"))
                .replace("    @basis", "    @strength(\"express\")\n    @basis");
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, text).refusals())
                .containsExactly(
                        "R003 rules/policies/shipbuilding.drl:7:5: '@strength' appears twice. Keep one of them.");
    }

    @Test
    void a_rule_does_not_end_before_it_begins() {
        assertThat(refusals(RuleFileText.named("A").with("since", "2025-04-01").with("until", "2025-03-31")))
                .containsExactly(
                        "R003 rules/policies/shipbuilding.drl:14:5: The rule ends before it begins. Swap @since and @until.");
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A")
                                .with("since", "2025-04-01")
                                .with("until", "2025-04-01"))
                        .rule()
                        .name())
                .isEqualTo("A");
    }

    @Test
    void a_rule_stands_in_the_file_of_its_policy() {
        String text = SmallRules.file("ports", RuleFileText.named("A"));
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, text).refusals())
                .containsExactly(
                        "R002 rules/policies/shipbuilding.drl:1:1: The package is 'policies.ports' is not part of the rule language. Write 'package policies.shipbuilding'.",
                        "R003 rules/policies/shipbuilding.drl:6:5: The rule belongs to the policy 'ports' but is in the file of 'shipbuilding'. Move the rule or correct @policy.");
    }

    @Test
    void a_dash_in_a_policy_is_an_underscore_in_its_package() {
        RuleBook book = SmallRules.complete()
                .without(SmallRules.SHIPBUILDING)
                .with(
                        "policies/policies.yaml",
                        "policies:\n  - {policy: ship-building, title: {en: Ships, ja: 船}, status: official}\n")
                .with("policies/ship-building.drl", SmallRules.file("ship-building", RuleFileText.named("A")))
                .read();
        assertThat(book.rules()).extracting(Rule::policy).containsExactly("ship-building");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`$item : Item( )`                                            | 14:5  | A pattern without conditions matches everything, so it is not part of the rule language. State at least one condition.",
                "`Item( names(\"ship\") )`                                    | 14:5  | An item without a name is not part of the rule language. Write '$item : Item( … )'.",
                "`item : Item( names(\"ship\") )`                             | 14:5  | An item without a name is not part of the rule language. Write '$item : Item( … )'.",
                "`$item : Item( names(\"ship\"); )`                           | 14:32 | ';' is not part of the rule language.",
                "`$item : Item( names(\"ship\") ) $more : Item( names(\"ship\") )` | 14:35 | This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow.",
                "`$item : Item( names(\"ship\") ) Facility( )`                | 14:35 | A pattern without conditions matches everything, so it is not part of the rule language. State at least one condition.",
                "`$item : Item( names(\"ship\") ) f : Facility( kind == \"port\" )` | 14:35 | The name 'f' is not part of the rule language. Write '$facility : Facility( … )'.",
                "`$item : Item( names(\"ship\") ) $item : Facility( kind == \"port\" )` | 14:35 | The name '$item' is not part of the rule language. Write '$facility : Facility( … )'.",
                "`$item : Item( names(\"ship\") ) Facility( kind == \"port\" ) not Facility( kind == \"airport\" )` | 14:62 | A third pattern is not part of the rule language. Join with one facility at most.",
                "`Facility( kind == \"port\" ) $item : Item( names(\"ship\") )` | 14:5  | A rule that does not begin with an item is not part of the rule language. Write '$item : Item( … )' after 'when'.",
                "`$item : Item( names(\"ship\") ) or $item : Item( aims(\"ship\") )` | 14:35 | This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow.",
                "`not Item( names(\"ship\") )`                                | 14:5  | A rule that does not begin with an item is not part of the rule language. Write '$item : Item( … )' after 'when'.",
                "`$item : Item( names(\"ship\") ) not( Facility( kind == \"port\" ) or Facility( kind == \"airport\" ) )` | 14:35 | This element is not part of the rule language. After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow.",
                "`$item : Item( names(\"ship\") ) @watch( name )`             | 14:35 | 'from', 'over', ':=' or an annotation of a pattern is not part of the rule language. A rule matches items and listed facilities, and nothing else.",
                "`$item : Item( names(\"ship\") ) over window:length(3)`      | 14:35 | 'from', 'over', ':=' or an annotation of a pattern is not part of the rule language. A rule matches items and listed facilities, and nothing else.",
                "`$item := Item( names(\"ship\") )`                           | 14:11 | 'from', 'over', ':=' or an annotation of a pattern is not part of the rule language. Write '$item : Item( … )'.",
            })
    void a_rule_is_about_one_item_and_at_most_one_kind_of_facility(String conditions, String place, String rest) {
        assertThat(refusals(RuleFileText.named("A").when("    " + conditions)))
                .containsExactly("R002 rules/policies/shipbuilding.drl:" + place + ": " + rest);
    }

    @Test
    void types_must_be_imported_and_this_is_said_once() {
        String text = SmallRules.file(
                        "shipbuilding",
                        RuleFileText.named("A"),
                        RuleFileText.named("B")
                                .when("    $item : Item( names(\"ship\") )\n    Facility( kind == \"port\" )"))
                .replaceAll("import .*\n", "");
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, text).refusals())
                .containsExactly(
                        "R001 rules/policies/shipbuilding.drl:12:5: 'Item' is not imported. Write 'import org.countsas.policy.Item' after the package.",
                        "R001 rules/policies/shipbuilding.drl:27:5: 'Facility' is not imported. Write 'import org.countsas.policy.Facility' after the package.");
    }

    @Test
    void a_conclusion_belongs_to_the_item() {
        assertThat(refusals(RuleFileText.named("A").then("    $other.count();")))
                .containsExactly(
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion '$other.count();' of 'A' is not part of the rule language. "
                                + "Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();.");
        assertThat(refusals(RuleFileText.named("A").then("")))
                .hasSize(1)
                .first()
                .asString()
                .contains("The conclusion '' of 'A'");
    }

    @Test
    void a_message_shows_the_beginning_of_what_is_long() {
        assertThat(refusals(RuleFileText.named("A").then("    " + "x".repeat(10_000))))
                .containsExactly(
                        "R002 rules/policies/shipbuilding.drl:16:5: The conclusion '" + "x".repeat(100)
                                + "…' of 'A' is not part of the rule language. "
                                + "Write exactly one of $item.count(); $item.reject(); $item.rejectEverywhere(); $item.review();.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`names(\"ship\")` | `names(\"ship\"` | 14:17 | The parenthesis that opens here is not closed. Close it with ')'.",
                "`when`          | ``                | 14:5  | Expected an annotation or 'when', found '$item'. Write annotations such as @policy(\"…\"), then 'when'.",
                "`end`           | ``                | 19:1  | Expected 'end' after the conclusion of 'A', found the end. Write 'end' on a line of its own.",
                "`rule \"A\"`    | `rule \"A`        | 5:6   | The text that opens here is not closed on its line. Close it with \".",
                "`@basis(\"inferred\")` | `@basis(\"inferred)` | 9:12  | The text that opens here is not closed on its line. Close it with \".",
                "`names(\"ship\")` | `names(\"ship)`  | 14:25 | The text that opens here is not closed on its line. Close it with \".",
                "`names(\"ship\")` | `names（\"ship\"）` | 14:24 | '（' (U+FF08, FULLWIDTH LEFT PARENTHESIS) is outside a text. Write it in half-width (ASCII) form.",
                "`names(\"ship\")` | `names(“ship”)`  | 14:25 | '“' (U+201C, LEFT DOUBLE QUOTATION MARK) is outside a text. Write it in half-width (ASCII) form.",
                "`then`          | `then　`          | 15:5  | A full-width space (U+3000) is outside a text. Write it in half-width (ASCII) form.",
                "`$item.count()` | `＄item.count()`  | 16:5  | '＄' (U+FF04, FULLWIDTH DOLLAR SIGN) is outside a text. Write it in half-width (ASCII) form.",
                "`package`       | `\uFEFFpackage`   | 1:1   | A byte order mark (U+FEFF) is outside a text. Save the file as UTF-8 without a byte order mark.",
                "`rule \"A\"`    | `rull \"A\"`      | 5:1   | Expected 'rule', found 'rull'. Write 'rule \"…\"'.",
            })
    void a_file_that_is_not_drl_is_refused_at_its_line_and_column(
            String text, String replacement, String place, String rest) {
        String file = SmallRules.file("shipbuilding", RuleFileText.named("A")).replace(text, replacement);
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, file).refusals())
                .startsWith("R001 rules/policies/shipbuilding.drl:" + place + ": " + rest);
    }

    @Test
    void a_text_that_is_not_closed_is_refused_where_it_opens_even_at_the_end_of_the_file() {
        String file = SmallRules.file("shipbuilding", RuleFileText.named("A")) + "rule \"B";
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, file).refusals())
                .containsExactly(
                        "R001 rules/policies/shipbuilding.drl:19:6: The text that opens here is not closed. Close it with \".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule",
                "rule \"A\"",
                "rule \"A\" @policy",
                "rule \"A\" when",
                "rule \"A\" when then",
                "}",
                "end",
                "@policy(\"x\")",
                "/* never closed",
                "import",
                "package",
                "(((((",
                "when then end",
                "\"",
                "'",
                "rule 'A\nend"
            })
    void no_error_is_without_a_line(String rest) {
        List<Problem> problems = SmallRules.complete()
                .with(SmallRules.SHIPBUILDING, "package policies.shipbuilding\n\n" + rest)
                .problems();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.reason())
                    .doesNotContain("-1")
                    .doesNotContain("Exception")
                    .doesNotContain("[ERR");
        });
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(SmallRules.complete().with(SmallRules.SHIPBUILDING, "").refusals())
                .containsExactly(
                        "R002 rules/policies/shipbuilding.drl:1:1: The package is '' is not part of the rule language. Write 'package policies.shipbuilding'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "[", "{"})
    void a_file_that_is_nested_without_end_is_refused_and_not_a_crash(String bracket) {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").ifItem(bracket.repeat(100_000) + "names(\"ship\")"))
                        .problems())
                .allSatisfy(problem -> assertThat(problem.place().file()).isEqualTo("rules/policies/shipbuilding.drl"));
    }

    @Test
    void a_file_of_more_than_a_million_characters_or_two_thousand_rules_is_refused() {
        assertThat(SmallRules.complete()
                        .with(
                                SmallRules.SHIPBUILDING,
                                SmallRules.file("shipbuilding", RuleFileText.named("A")) + " ".repeat(1_000_000))
                        .refusals())
                .containsExactly(
                        "R008 rules/policies/shipbuilding.drl: The file has more than 1000000 characters. Split the policy.");
        StringBuilder many = new StringBuilder("package policies.shipbuilding\n");
        for (int i = 0; i <= 2_000; i++) {
            many.append("rule \"").append(i).append("\" when then end\n");
        }
        assertThat(SmallRules.complete()
                        .with(SmallRules.SHIPBUILDING, many.toString())
                        .refusals())
                .containsExactly(
                        "R008 rules/policies/shipbuilding.drl: The file has more than 2000 rules. Split the policy.");
    }

    @Test
    void the_compiler_reads_rule_files_at_the_level_at_which_they_were_checked() {
        assertThat(KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration().getOption(LanguageLevelOption.KEY))
                .isEqualTo(RuleFileParser.LANGUAGE_LEVEL);
    }

    private static List<String> refusals(RuleFileText rule) {
        return SmallRules.complete().withRule(rule).refusals();
    }
}
