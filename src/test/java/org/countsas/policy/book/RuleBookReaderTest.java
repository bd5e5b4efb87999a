package org.countsas.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.countsas.policy.Facility;
import org.countsas.policy.rule.CitedSource;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.ProblemException;
import org.countsas.vocabulary.BilingualText;
import org.countsas.vocabulary.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookReaderTest {

    @Test
    void a_rule_book_holds_rules_by_file_and_then_by_place() {
        RuleBook book = SmallRules.complete()
                .withRules("shipbuilding", RuleFileText.named("Z"), RuleFileText.named("A"))
                .withRules("ports", RuleFileText.named("M"))
                .read();
        assertThat(book.rules()).extracting(Rule::name).containsExactly("M", "Z", "A");
        assertThat(book.rule("Z")).get().extracting(Rule::line).isEqualTo(5);
        assertThat(book.rule("z")).isEmpty();
        assertThat(book.ruleFiles()).containsOnlyKeys("rules/policies/ports.drl", "rules/policies/shipbuilding.drl");
        assertThat(book.policies()).extracting(Policy::id).containsExactly("core", "ports", "shipbuilding");
        assertThat(book.policy("ports").orElseThrow().title().ja()).isEqualTo("港湾");
        assertThat(book.sources()).extracting(CitedSource::id).containsExactly("areas", "press");
        assertThat(book.titleOf("press")).isEqualTo("A newspaper, one day");
        assertThat(book.titleOf("gone")).isEqualTo("gone");
    }

    @Test
    void a_listed_facility_is_a_concept_too() {
        RuleBook book = SmallRules.complete().read();
        assertThat(book.facilities())
                .extracting(Facility::getConcept)
                .containsExactly("port-north", "port-south", "airport-east");
        assertThat(book.vocabulary().concept("port-north"))
                .get()
                .extracting(Concept::terms)
                .asString()
                .isEqualTo("[北港, North Port]");
    }

    @Test
    void every_problem_of_a_folder_is_reported_in_one_pass() {
        assertThat(SmallRules.complete()
                        .with(
                                "vocabulary/words.yaml",
                                SmallRules.complete()
                                        .text("vocabulary/words.yaml")
                                        .replace("terms: {ja: [海洋法]}", "terms: {ja: [\"*\"]}"))
                        .with("vocabulary/broken.yaml", "vocabulary: broken\nconcepts: [\n")
                        .with("facilities/more.yaml", """
                        list: more
                        title: {en: More, ja: 追加}
                        source: [nobody]
                        facilities:
                          - {id: port-north, kind: port, designated: never, label: {en: North, ja: 北}, terms: [北], source: areas}
                        """)
                        .with(
                                "policies/core.drl",
                                SmallRules.file(
                                        "core", RuleFileText.named("Unclosed").ifItem("names(\"ship\"")))
                        .withRules(
                                "ports",
                                RuleFileText.named("Ships")
                                        .ifItem("names(\"shp\")")
                                        .with("cite", "pres"),
                                RuleFileText.named("Kind")
                                        .when(
                                                "    $item : Item( names(\"ship\") )\n    Facility( kind == \"airprt\" )"))
                        .withRules(
                                "shipbuilding",
                                RuleFileText.named("Ships"),
                                RuleFileText.named("Ships").with("strength", "weak"))
                        .with("policies/yachts.drl", SmallRules.file("yachts", RuleFileText.named("Yachts")))
                        .refusals())
                .containsExactly(
                        "V001 rules/vocabulary/broken.yaml:3:1: This is not YAML: expected the node content, but found '<stream end>'. Check indentation, quotes and colons at this place.",
                        "V004 rules/vocabulary/words.yaml:15:18: '*' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                        "V004 rules/vocabulary/words.yaml:14:5: There are no terms, so nothing can ever mention this. Add 'terms:'.",
                        "V002 rules/facilities/more.yaml:5:46: 'never' is not a date. Write it as 2025-04-01.",
                        "V003 rules/facilities/ports.yaml:5: The concept 'port-north' is already defined at rules/facilities/more.yaml:5. Keep one of them, or give one of them another id.",
                        "R001 rules/policies/core.drl:14:17: The parenthesis that opens here is not closed. Close it with ')'.",
                        "R003 rules/policies/shipbuilding.drl:21:5: 'weak' is not a strength. Known: express, presumption, rule.",
                        "R005 rules/policies/ports.drl:14:19: There is no concept 'shp'. Did you mean 'ship'?",
                        "R005 rules/policies/ports.drl:29:15: No listed facility is of kind 'airprt'. Did you mean 'airport'?",
                        "R004 rules/policies/shipbuilding.drl:5: The rule 'Ships' is already defined at rules/policies/ports.drl:5. Give one of them another name.",
                        "R007 rules/policies/yachts.drl:5: The policy 'yachts' is not in policies.yaml. Known: core, ports, shipbuilding.",
                        "R006 rules/facilities/more.yaml:1:1: There is no source 'nobody'. Add it to sources.yaml.",
                        "R006 rules/policies/ports.drl:5: There is no source 'pres'. Did you mean 'press'?");
    }

    @Test
    void a_rule_name_is_unique_over_all_files() {
        assertThat(SmallRules.complete()
                        .withRules("ports", RuleFileText.named("Same"))
                        .withRules("shipbuilding", RuleFileText.named("Other"), RuleFileText.named("Same"))
                        .refusals())
                .containsExactly(
                        "R004 rules/policies/shipbuilding.drl:19: The rule 'Same' is already defined at rules/policies/ports.drl:5. Give one of them another name.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`!(names(\"ship\") || (aims(\"ship\") && mentions(\"seafarers\")))`  | 14:55 | `Did you mean 'seafarer'?`",
                "`mentionCount(\"ship\", \"boat\") >= 2`                              | 14:19 | `Define it in rules/vocabulary.`",
                "`runBy(\"sea-minstry\")`                                             | 14:19 | `Did you mean 'sea-ministry'?`",
                "`cites(\"port-nroth\")`                                              | 14:19 | `Did you mean 'port-north'?`",
            })
    void an_unknown_concept_is_refused_where_it_is_asked_for(String condition, String place, String fix) {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").ifItem(condition))
                        .refusals())
                .singleElement()
                .asString()
                .startsWith("R005 rules/policies/shipbuilding.drl:" + place + ": There is no concept '")
                .endsWith(fix);
    }

    @Test
    void the_source_of_a_share_must_be_known() {
        assertThat(SmallRules.complete()
                        .withRule(RuleFileText.named("A").with("share", "50").with("share_cite", "rumour"))
                        .refusals())
                .containsExactly(
                        "R006 rules/policies/shipbuilding.drl:5: There is no source 'rumour'. Add it to sources.yaml.");
    }

    @Test
    void a_rule_file_that_would_not_be_read_is_refused() {
        String rules = SmallRules.file("shipbuilding", RuleFileText.named("B"));
        assertThat(SmallRules.complete()
                        .with("policies/more/shipbuilding.drl", rules)
                        .with("shipbuilding.drl", rules)
                        .refusals())
                .contains(
                        "R009 rules/policies/more/shipbuilding.drl: A rule file outside 'policies' is not read. Move it to policies, one file for each policy.",
                        "R009 rules/shipbuilding.drl: A rule file outside 'policies' is not read. Move it to policies, one file for each policy.");
    }

    @Test
    void a_policy_stands_once_in_the_list() {
        assertThat(SmallRules.complete()
                        .with(
                                "policies/policies.yaml",
                                SmallRules.complete().text("policies/policies.yaml")
                                        + "  - {policy: ports, title: {en: Harbours, ja: 港}, status: official}\n")
                        .refusals())
                .containsExactly(
                        "V002 rules/policies/policies.yaml:5:5: The policy 'ports' appears twice. Keep one of them.");
    }

    @Test
    void titles_stand_for_rules_and_sources_and_what_is_missing_falls_back() {
        RuleBook book = RuleBookReader.read(SmallRules.complete()
                .with("titles.yaml", """
                        rules:
                          A: {ja: 船の規則}
                        sources:
                          press: {ja: ある日の新聞}
                        """)
                .with(SmallRules.SHIPBUILDING, SmallRules.file("shipbuilding", RuleFileText.named("A")))
                .folder());
        assertThat(book.ruleTitle("A")).isEqualTo(new BilingualText("A", "船の規則"));
        assertThat(book.ruleTitle("B")).isEqualTo(new BilingualText("B", "B"));
        assertThat(book.sourceTitle("press")).isEqualTo(new BilingualText("A newspaper, one day", "ある日の新聞"));
        assertThat(book.sourceTitle("areas"))
                .isEqualTo(new BilingualText("The project's own areas", "The project's own areas"));
        assertThat(book.titleOf("press")).isEqualTo("A newspaper, one day");
    }

    @Test
    void a_title_of_nothing_is_refused() {
        assertThat(SmallRules.complete()
                        .with("titles.yaml", "rules:\n  Nothing: {ja: 無}\nsources:\n  pres: {ja: 紙}\n")
                        .refusals())
                .containsExactly(
                        "V002 rules/titles.yaml:2:12: There is no rule 'Nothing'. Remove it.",
                        "V002 rules/titles.yaml:4:9: There is no source 'pres'. Did you mean 'press'?");
    }

    @Test
    void a_facility_is_complete() {
        assertThat(SmallRules.complete().with("facilities/ports.yaml", """
                list: ports
                title: {en: Listed ports, ja: 指定港湾}
                source: areas
                facilities:
                  - {id: North Port, kind: port, label: {en: North}, notWithin: ["", "*"], colour: blue}
                """).refusals())
                .containsExactly(
                        "V002 rules/facilities/ports.yaml:5:84: Unknown key 'colour'. Known: designated, id, kind, label, notWithin, source, terms.",
                        "V002 rules/facilities/ports.yaml:5:5: The key 'source' is missing. Add 'source: …'.",
                        "V002 rules/facilities/ports.yaml:5:5: The facility has no date of designation. Add 'designated: yyyy-mm-dd'.",
                        "V004 rules/facilities/ports.yaml:5:5: There are no terms, so nothing can ever mention this. Add 'terms:'.",
                        "V004 rules/facilities/ports.yaml:5:66: '' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                        "V004 rules/facilities/ports.yaml:5:70: '*' is not a term. Write 1 to 100 characters; '*' may only be at the end.",
                        "V002 rules/facilities/ports.yaml:5:5: 'North Port' is not a concept id. Use lower-case words joined by '-'.");
    }

    @Test
    void a_file_in_another_encoding_is_refused_and_not_read_as_something_else() {
        Map<String, byte[]> files = SmallRules.complete().bytes();
        files.put(
                "vocabulary/words.yaml",
                SmallRules.complete().text("vocabulary/words.yaml").getBytes(Charset.forName("windows-31j")));
        files.put(
                "policies/ports.drl",
                SmallRules.file("ports", RuleFileText.named("A")).getBytes(StandardCharsets.UTF_16));
        ProblemException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                ProblemException.class, () -> RuleBookReader.read(RulesFolder.of("rules", files)));
        assertThat(refusal.problems())
                .extracting(Object::toString)
                .contains(
                        "S003 rules/vocabulary/words.yaml:4: The file is not UTF-8: byte 64 (0x91) does not fit. Save it as UTF-8.",
                        "S003 rules/policies/ports.drl:1: The file is not UTF-8: byte 1 (0xFE) does not fit. Save it as UTF-8.")
                .noneMatch(problem -> problem.contains("R00") && problem.contains("ports.drl"));
    }

    @Test
    void the_rules_of_this_project_are_in_order() {
        RuleBook book = RuleBookReader.read(RulesFolder.of(Path.of("rules")));
        assertThat(book.rules()).isNotEmpty();
        // A rule file that no policy, or a policy that no rule, belongs to would be a promise unkept.
        assertThat(book.rules())
                .extracting(Rule::policy)
                .containsAll(book.policies().stream().map(Policy::id).toList());
    }
}
