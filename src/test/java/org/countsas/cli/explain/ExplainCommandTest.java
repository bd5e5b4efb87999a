package org.countsas.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");

    @Test
    void anItemIsExplainedUnderTheDefinitionInForce() {
        Console console = Console.run("explain", SAMPLE, "--item", "4201");

        assertThat(console.out())
                .contains(
                        "4201",
                        "航路標識整備事業",
                        "6,371,174,000",
                        "Programmes of the Coast Guard",
                        "rules/policies/coast-guard.drl:",
                        "海上保安庁");
        assertThat(console.err()).isEmpty();
        assertThat(console.code()).isZero();
    }

    @Test
    void anItemIsExplainedUnderAnotherDefinitionAndInJapanese() {
        Console console =
                Console.run("explain", SAMPLE, "--item", "277", "--definition", "japan-2025-proposal", "--lang", "ja");

        assertThat(console.out()).contains("国民保護・防災", "中央[防災無線]網");
        assertThat(console.code()).isZero();
    }
}
