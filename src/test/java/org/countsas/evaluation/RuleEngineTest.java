package org.countsas.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countsas.item.BudgetItem;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleEngineTest {
    private static final RuleEngine ENGINE = RuleEngine.of(
            SmallRules.complete()
                    .withRules(
                            "shipbuilding",
                            RuleFileText.named("Ships").ifItem("names(\"ship\") && !names(\"seafarer\")"),
                            RuleFileText.named("Many ships").ifItem("mentionCount(\"ship\") >= 3"),
                            RuleFileText.named("Sea ministry or theme")
                                    .ifItem(
                                            "runBy(\"sea-ministry\"), ministry != \"x\", attribute(\"theme\") == \"sea\" || cites(\"sea-law\")"),
                            RuleFileText.named("Some port")
                                    .when(
                                            "    $item : Item( names(\"ship\") )\n    exists Facility( kind == \"port\", $item.mentions(concept) )"),
                            RuleFileText.named("Each port")
                                    .with("since", "2024-10-01")
                                    .when(
                                            "    $item : Item( names(\"ship\") )\n    Facility( kind == \"port\", $item.mentions(concept) )"),
                            RuleFileText.named("No port")
                                    .when(
                                            "    $item : Item( names(\"ship\") )\n    not Facility( kind == \"port\", $item.mentions(concept) )"),
                            RuleFileText.named("Until")
                                    .with("since", "2024-01-01")
                                    .with("until", "2024-12-31")
                                    .ifItem("names(\"sea-law\")"),
                            // Names that differ in signs alone must stay two rules.
                            RuleFileText.named("Signs, alike").ifItem("names(\"sea-ministry\")"),
                            RuleFileText.named("Signs. alike").ifItem("names(\"sea-ministry\")"),
                            RuleFileText.named("Signs  alike").ifItem("names(\"sea-ministry\")"),
                            RuleFileText.named("Signs+ alike").ifItem("names(\"sea-ministry\")"))
                    .read(),
            CompilationCache.none());

    @Test
    void findings_come_by_the_rules_names_with_what_met_each_condition() {
        Programme programme = Programme.builder("1")
                .ministry("海洋省")
                .bureau("Ministry of the Sea, Ships")
                .name("Ships: 船と船")
                .laws(List.of("x", "海洋法"))
                .build();
        assertThat(ENGINE.evaluate(List.of(programme)).get(0))
                .extracting(finding -> finding.rule().name())
                .containsExactly("Many ships", "No port", "Sea ministry or theme", "Ships");

        assertThat(evidence(programme, "Sea ministry or theme"))
                .containsExactly(
                        new Evidence("runBy(\"sea-ministry\")", "ministry", 0, 0, 3, "海洋省", "sea-ministry", "海洋省"),
                        new Evidence(
                                "runBy(\"sea-ministry\")",
                                "bureau",
                                0,
                                0,
                                19,
                                "Ministry of the Sea",
                                "sea-ministry",
                                "Ministry of the Sea"),
                        new Evidence("ministry != \"x\"", null, 0, 0, 0, "", null, null),
                        new Evidence("cites(\"sea-law\")", "laws", 1, 0, 3, "海洋法", "sea-law", "海洋法"));
        assertThat(evidence(programme, "Ships"))
                .containsExactly(
                        new Evidence("names(\"ship\")", "name", 0, 0, 4, "Ship", "ship", "ship*"),
                        new Evidence("names(\"ship\")", "name", 0, 7, 8, "船", "ship", "船"),
                        new Evidence("names(\"ship\")", "name", 0, 9, 10, "船", "ship", "船"),
                        new Evidence("!names(\"seafarer\")", null, 0, 0, 0, "", null, null));
    }

    @Test
    void an_attribute_is_evidence_with_its_key() {
        Programme programme = Programme.builder("1")
                .ministry("海洋省")
                .attributes(java.util.Map.of("theme", "sea"))
                .build();
        assertThat(evidence(programme, "Sea ministry or theme"))
                .last()
                .isEqualTo(new Evidence(
                        "attribute(\"theme\") == \"sea\"", "attributes.theme", 0, 0, 3, "sea", null, null));
    }

    @Test
    void nothing_is_found_where_nothing_holds_and_nothing_evaluated_gives_nothing() {
        assertThat(ENGINE.evaluate(List.of(Programme.builder("1").name("風船").build())))
                .containsExactly(List.of());
        assertThat(ENGINE.evaluate(List.of())).isEmpty();
    }

    @Test
    void rules_whose_names_differ_in_signs_alone_are_all_found() {
        assertThat(names(Programme.builder("1").name("海洋省").build()))
                .containsExactly("Signs  alike", "Signs+ alike", "Signs, alike", "Signs. alike");
    }

    @ParameterizedTest
    @CsvSource({
        "船 北港,      Each port,  2024-10-01",
        "船 南港,      Each port,  2025-04-01",
        "船 南港 北港, Each port,  2024-10-01",
        "船 北港,      Some port,  2024-04-01",
        "船 南港,      Some port,  2025-04-01",
        "船 南港 北港, Some port,  2024-04-01",
        "船 東空港,    No port,    ",
        "海洋法,       Until,      2024-01-01",
    })
    void a_finding_is_in_force_from_the_rules_day_or_the_first_designation_whichever_is_later(
            String name, String rule, LocalDate from) {
        assertThat(finding(Programme.builder("1").name(name).build(), rule).from())
                .isEqualTo(Optional.ofNullable(from));
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, false", "2024-01-01, true", "2024-12-31, true", "2025-01-01, false"})
    void the_first_and_the_last_day_are_days_in_force(LocalDate day, boolean inForce) {
        assertThat(finding(Programme.builder("1").name("海洋法").build(), "Until").inForceOn(day))
                .isEqualTo(inForce);
    }

    @Test
    void the_facilities_that_a_rule_joined_with_are_evidence_each_of_them_once() {
        Programme programme =
                Programme.builder("1").name("船 南港 北港").overview("北港").build();
        for (String rule : List.of("Each port", "Some port")) {
            assertThat(evidence(programme, rule))
                    .extracting(Evidence::field, Evidence::start, Evidence::value, Evidence::concept)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("name", 0, "船", "ship"),
                            org.assertj.core.groups.Tuple.tuple("name", 5, "北港", "port-north"),
                            org.assertj.core.groups.Tuple.tuple("overview", 0, "北港", "port-north"),
                            org.assertj.core.groups.Tuple.tuple("name", 2, "南港", "port-south"));
        }
        assertThat(evidence(Programme.builder("2").name("船 東空港").build(), "No port"))
                .extracting(Evidence::value)
                .containsExactly("船");
    }

    @Test
    void evidence_points_at_the_published_characters_of_every_real_item() {
        List<BudgetItem> items = RealRules.items();
        int checked = 0;
        for (int i = 0; i < items.size(); i++) {
            Programme programme = items.get(i).programme();
            for (Finding finding : RealRules.findings().get(i)) {
                assertThat(finding.evidence()).as(programme.id()).isNotEmpty();
                for (Evidence evidence : finding.evidence()) {
                    if (evidence.field() != null && !evidence.field().startsWith("attributes.")) {
                        String text = field(evidence.field()).textsOf(programme).get(evidence.part());
                        assertThat(text.substring(evidence.start(), evidence.end()))
                                .as(programme.id() + " " + finding.rule().name())
                                .isEqualTo(evidence.value())
                                .isNotEmpty();
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(5_000);
    }

    @Test
    void findings_do_not_depend_on_what_else_is_evaluated_nor_on_the_order_nor_on_threads()
            throws InterruptedException, ExecutionException {
        List<Programme> programmes = RealRules.items().stream()
                .map(BudgetItem::programme)
                .limit(1_500)
                .toList();
        List<List<Finding>> expected = RealRules.findings().subList(0, 1_500);
        Random random = new Random(5);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<List<Finding>>>> parts = new ArrayList<>();
            for (int from = 0; from < programmes.size(); ) {
                int to = Math.min(programmes.size(), from + 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 40));
                List<Programme> part = programmes.subList(from, to);
                parts.add(threads.submit(() -> RealRules.engine().evaluate(part)));
                from = to;
            }
            List<List<Finding>> found = new ArrayList<>();
            for (Future<List<List<Finding>>> part : parts) {
                found.addAll(part.get());
            }
            assertThat(parts).hasSizeGreaterThan(20);
            assertThat(found).isEqualTo(expected);
        } finally {
            threads.shutdownNow();
        }
        List<Programme> backwards = new ArrayList<>(programmes);
        java.util.Collections.reverse(backwards);
        List<List<Finding>> found = new ArrayList<>(RealRules.engine().evaluate(backwards));
        java.util.Collections.reverse(found);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_programme_that_stands_twice_is_found_twice() {
        Programme programme = Programme.builder("1").name("船").build();
        List<List<Finding>> found = ENGINE.evaluate(List.of(programme, programme));
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).isNotEmpty().isEqualTo(found.get(1));
    }

    private static Field field(String id) {
        for (Field field : Field.values()) {
            if (field.id().equals(id)) {
                return field;
            }
        }
        throw new AssertionError("no field " + id);
    }

    private static List<String> names(Programme programme) {
        return ENGINE.evaluate(List.of(programme)).get(0).stream()
                .map(finding -> finding.rule().name())
                .toList();
    }

    private static Finding finding(Programme programme, String rule) {
        return ENGINE.evaluate(List.of(programme)).get(0).stream()
                .filter(finding -> finding.rule().name().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the rule does not hold: " + rule));
    }

    private static List<Evidence> evidence(Programme programme, String rule) {
        return finding(programme, rule).evidence();
    }
}
