package org.countsas.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.countsas.cli.RulesCopy;
import org.countsas.report.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real rules and sample: recorded, one rule changed, and recorded again. */
class HistoryCommandTest {
    /** 巡視船艇の整備に関する経費, of the Coast Guard. */
    private static final String PATROL_VESSELS = "4202";

    @TempDir
    private static Path folder;

    private static Path ledger = Path.of("");

    @BeforeAll
    static void recordTwoRuns() throws IOException {
        ledger = folder.resolve("ledger");
        Path key = folder.resolve("key.pem");
        Path rules = Files.createDirectory(folder.resolve("rules"));
        RulesCopy.in(rules)
                .replace(
                        "policies/coast-guard.drl",
                        "@share(\"100\")",
                        "@share(\"60\") @share_cite(\"mof-slide-22608\")");
        assertThat(Console.run("keys", "new", "--out", key).code()).isZero();
        assertThat(Console.run("classify", Samples.JAPAN, "--ledger", ledger, "--key", key)
                        .code())
                .isZero();
        assertThat(Console.run("classify", Samples.JAPAN, "--rules", rules, "--ledger", ledger, "--key", key)
                        .code())
                .isZero();
    }

    @Test
    void the_rule_that_changed_is_named_with_what_it_changed() throws IOException {
        Console console = Console.run("history", ledger, "--item", PATROL_VESSELS);

        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
        assertThat(console.out())
                .startsWith("Item 4202: 巡視船艇の整備に関する経費\n\nDefinition japan-2022: Japan, documents of 2022\n")
                .endsWith("""
                : from “counts in Coast Guard at 100 %” to “counts in Coast Guard at 60 %”, because
                    the rule “Programmes of the Coast Guard” was changed:
                      - @share("100")
                      + @share("60") @share_cite("mof-slide-22608")
                """);
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Console.run("history", ledger, "--item", PATROL_VESSELS, "--json")
                        .out());
        assertThat(json.at("/definitions/0/runs/0/rule").asText()).isEqualTo("Programmes of the Coast Guard");
        assertThat(json.at("/definitions/0/runs/1/causes/0/kind").asText()).isEqualTo("RULE_CHANGED");
        assertThat(json.at("/definitions/0/runs/1/share/central").asInt()).isEqualTo(6_000);
    }

    @Test
    void an_item_that_the_change_does_not_touch_was_never_decided_otherwise() {
        assertThat(Console.run("history", ledger, "--item", "5092", "--definition", "japan-2022")
                        .out())
                .endsWith("  Never decided otherwise.\n");
    }

    @Test
    void an_item_that_no_run_has_is_refused() {
        Console console = Console.run("history", ledger, "--item", "0");

        assertThat(console.code()).isEqualTo(1);
        assertThat(console.err())
                .isEqualTo("H002: No run decided about the item '0'. Use an id of the runs' decisions.jsonl."
                        + System.lineSeparator());
        assertThat(Console.run("history", folder, "--item", "0").err()).startsWith("A017 " + folder);
    }
}
