package org.countsas.audit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.countsas.CountsAs;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.evaluation.CompilationCache;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.policy.book.RulesFolder;
import org.countsas.report.history.HistoryReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemHistoryTest {
    private static final String REJECT = """

            rule "Fishing ports"
                @policy("ports") @strength("rule") @basis("official") @cite("act")
                @because("{name} is a fishing port") @because_ja("{name}は漁港である")
            when
                $item : Item( names("north") )
            then
                $item.reject();
            end
            """;
    private static final String NORTH = "  north:\n    label: {en: north, ja: 北}\n    terms: {en: [north]}\n";

    @TempDir
    private Path folder;

    private final List<Supplier<Bundle>> runs = new ArrayList<>();

    /** The small rules with some texts replaced: path, old, new. */
    private static CountsAs rules(String... replaced) {
        RulesFolder small = TestRuns.rules();
        Map<String, byte[]> files = new TreeMap<>();
        small.paths().forEach(path -> files.put(path, small.bytes(path)));
        for (int i = 0; i < replaced.length; i += 3) {
            String text = new String(files.get(replaced[i]), StandardCharsets.UTF_8);
            assertThat(text).contains(replaced[i + 1]);
            files.put(
                    replaced[i], text.replace(replaced[i + 1], replaced[i + 2]).getBytes(StandardCharsets.UTF_8));
        }
        return CountsAs.of(RulesFolder.of("rules", files), CompilationCache.none());
    }

    private void run(CountsAs countsAs, LocalDate asOf, BudgetItem... items) {
        Path path = folder.resolve("run" + runs.size() + ".zip");
        RunHeader header = new RunHeader(
                TestRuns.TIME.plusSeconds(runs.size()), "countsas 1.0.0", asOf, 2024, TestRuns.HEADER.stage(), "JPY");
        TestRuns.write(path, countsAs, List.of("one"), header, List.of(items), TestRuns.KEY);
        runs.add(() -> Bundle.open(path));
    }

    private void run(CountsAs countsAs) {
        run(countsAs, TestRuns.AS_OF, TestRuns.items().toArray(BudgetItem[]::new));
    }

    private List<ItemHistory.Step> steps(String item) {
        return ItemHistory.of(runs, item).definitions().get("one");
    }

    private static final String[] WITH_REJECT = {
        "policies/ports.drl",
        "$item.count();\nend\n",
        "$item.count();\nend\n" + REJECT,
        "vocabulary/words.yaml",
        "concepts:\n",
        "concepts:\n" + NORTH
    };

    @Test
    void what_stays_as_it_was_has_no_cause() {
        run(TestRuns.countsAs());
        run(rules("policies/ports.drl", "package policies.ports\n", "package policies.ports\n// a comment\n"));

        assertThat(steps("10")).extracting(ItemHistory.Step::changed).containsExactly(false, false);
        assertThat(steps("10").get(0).rule()).isEqualTo("Ports");
        assertThat(new HistoryReport(ItemHistory.of(runs, "10"), Language.EN).text())
                .contains("  Never decided otherwise.");
    }

    @Test
    void a_rule_that_was_added_or_removed_is_named_with_its_text() {
        run(TestRuns.countsAs());
        run(rules(WITH_REJECT));
        run(TestRuns.countsAs());

        List<ItemHistory.Step> steps = steps("10");
        assertThat(steps).extracting(ItemHistory.Step::changed).containsExactly(false, true, true);
        Cause added = steps.get(1).causes().get(0);
        assertThat(added.kind()).isEqualTo(Cause.Kind.RULE_ADDED);
        assertThat(added.subject()).isEqualTo("Fishing ports");
        assertThat(added.details())
                .startsWith("+ rule \"Fishing ports\"")
                .contains("+     $item.reject();")
                .endsWith("+ end");
        assertThat(steps.get(1).causes()).hasSize(1);
        assertThat(steps.get(2).causes()).extracting(Cause::kind).containsExactly(Cause.Kind.RULE_REMOVED);
    }

    @Test
    void a_rule_that_was_changed_is_named_with_the_lines_that_differ() {
        run(TestRuns.countsAs());
        run(rules("policies/ports.drl", "33.33", "50"));

        assertThat(steps("10").get(1).causes())
                .containsExactly(
                        new Cause(
                                Cause.Kind.RULE_CHANGED,
                                "Ports",
                                List.of(
                                        "-     @policy(\"ports\") @strength(\"rule\") @share(\"33.33\") @share_cite(\"act\") @basis(\"official\") @cite(\"act\")",
                                        "+     @policy(\"ports\") @strength(\"rule\") @share(\"50\") @share_cite(\"act\") @basis(\"official\") @cite(\"act\")")));
        // An item that no rule speaks of is not touched by it.
        assertThat(steps("1").get(1).changed()).isFalse();
    }

    @Test
    void words_that_a_rule_refers_to_are_named_where_the_rule_itself_is_the_same() {
        run(TestRuns.countsAs());
        run(rules("vocabulary/words.yaml", "en: [port]", "en: [port, school]"));

        assertThat(steps("1").get(1).causes())
                .containsExactly(
                        new Cause(Cause.Kind.WORDS_CHANGED, "Ports", List.of("+ rules/vocabulary/words.yaml")));
    }

    @Test
    void a_rule_that_comes_into_force_is_told_from_one_that_changed() {
        CountsAs dated = rules("policies/ports.drl", "@cite(\"act\")", "@cite(\"act\") @since(\"2026-04-02\")");
        run(dated);
        run(dated, LocalDate.of(2026, 4, 2), TestRuns.items().toArray(BudgetItem[]::new));
        run(dated);

        assertThat(steps("10").get(1).causes())
                .containsExactly(new Cause(Cause.Kind.RULE_IN_FORCE, "Ports", List.of("- 2026-04-01", "+ 2026-04-02")));
        assertThat(steps("10").get(2).causes()).extracting(Cause::kind).containsExactly(Cause.Kind.RULE_OUT_OF_FORCE);
    }

    @Test
    void a_definition_that_was_changed_is_told_from_a_rule_that_was() {
        run(TestRuns.countsAs());
        run(rules(
                "definitions/one.yaml",
                "{policy: ports, block: core}",
                "{policy: ports, block: core, shares: [{share: \"10/20/30\", source: act}]}"));

        assertThat(steps("10").get(1).causes())
                .containsExactly(
                        new Cause(Cause.Kind.DEFINITION_CHANGED, "one", List.of("+ share of ports: 10/20/30 %")));
    }

    @Test
    void an_item_that_was_changed_added_or_removed_is_told() {
        run(
                TestRuns.countsAs(),
                TestRuns.AS_OF,
                TestRuns.item("1", "A school", 1_000),
                TestRuns.item("10", "The port", 500));
        run(
                TestRuns.countsAs(),
                TestRuns.AS_OF,
                TestRuns.item("1", "A school at the port", 1_000),
                TestRuns.item("10", "The port", 600),
                TestRuns.item("11", "A school", 1));
        run(TestRuns.countsAs(), TestRuns.AS_OF, TestRuns.item("11", "A school", 1));

        assertThat(steps("1").get(1).causes())
                .containsExactly(new Cause(
                        Cause.Kind.ITEM_CHANGED, "name", List.of("- name: A school", "+ name: A school at the port")));
        assertThat(steps("10").get(1).causes())
                .containsExactly(new Cause(
                        Cause.Kind.ITEM_CHANGED, "amount", List.of("- amount: 500 JPY", "+ amount: 600 JPY")));
        assertThat(steps("11").get(1).causes()).containsExactly(new Cause(Cause.Kind.ITEM_ADDED, "11", List.of()));
        assertThat(steps("1").get(2).causes()).containsExactly(new Cause(Cause.Kind.ITEM_REMOVED, "1", List.of()));
        assertThat(steps("1").get(2).decision()).isNull();
    }

    @Test
    void the_history_is_told_to_people_and_to_programs() throws IOException {
        run(TestRuns.countsAs());
        run(rules(WITH_REJECT));
        ItemHistory history = ItemHistory.of(runs, "10", "one");

        assertThat(String.join("\n", new HistoryReport(history, Language.EN).text()))
                .startsWith("Item 10: The port of the north\n\nDefinition one\n")
                .contains(
                        "counts in ports at 33.33 %  334 yen  Ports",
                        ": from “counts in ports at 33.33 %” to “does not count”, because\n    the rule “Fishing ports” was added:\n      + rule \"Fishing ports\"");
        assertThat(String.join("\n", new HistoryReport(history, Language.JA).text()))
                .contains("規則「Fishing ports」が加わった：");
        JsonNode json = JsonMapper.builder().build().readTree(new HistoryReport(history, Language.EN).json());
        assertThat(json.at("/definitions/0/runs/0/counted/central").asLong()).isEqualTo(334);
        assertThat(json.at("/definitions/0/runs/1/causes/0/kind").asText()).isEqualTo("RULE_ADDED");
    }

    @Test
    void an_item_that_no_run_has_is_refused() {
        run(TestRuns.countsAs());

        assertThatThrownBy(() -> ItemHistory.of(runs, "4711"))
                .hasMessage("H002: No run decided about the item '4711'. Use an id of the runs' decisions.jsonl.");
        assertThatThrownBy(() -> ItemHistory.of(runs, "10", "two"))
                .hasMessageContaining("about the item '10' under two");
    }

    @Test
    void lines_differ_by_what_is_gone_and_what_is_new() {
        assertThat(LineDifference.of(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
                .containsExactly("- b", "+ x", "+ d");
        assertThat(LineDifference.of(List.of(), List.of("a"))).containsExactly("+ a");
        assertThat(LineDifference.of(List.of("a"), List.of("a"))).isEmpty();
    }
}
