package org.countsas.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countsas.policy.book.RuleBookReader;
import org.countsas.policy.book.RulesFolder;
import org.junit.jupiter.api.Test;

class AdoptedBlocksTest {
    @Test
    void they_are_those_of_the_whole_definitions() {
        RulesFolder shipped = RulesFolder.shipped();
        AdoptedBlocks blocks = AdoptedBlocks.read(shipped);

        assertThat(Definitions.read(RuleBookReader.read(shipped)).all())
                .hasSizeGreaterThan(2)
                .allSatisfy(definition -> {
                    Map<String, String> expected = new LinkedHashMap<>();
                    definition.adoptions().forEach(adoption -> expected.put(adoption.policy(), adoption.block()));
                    assertThat(blocks.of(definition.id())).containsExactlyEntriesOf(expected);
                });
    }

    @Test
    void a_definition_that_extends_itself_or_nothing_adopts_what_it_states() {
        AdoptedBlocks blocks = AdoptedBlocks.read(RulesFolder.of(
                "rules",
                Map.of(
                        "policies/none.drl",
                        new byte[0],
                        "definitions/a.yaml",
                        text("definition: a\nextends: b\npolicies:\n  - policy: x\n    block: one\n"),
                        "definitions/b.yaml",
                        text("definition: b\nextends: a\npolicies:\n  - policy: y\n    block: two\n"),
                        "definitions/c.yaml",
                        text("definition: c\nextends: gone\npolicies:\n  - policy: z\n    block: three\n"))));

        assertThat(blocks.of("b")).containsEntry("y", "two");
        assertThat(blocks.of("c")).containsOnly(Map.entry("z", "three"));
        assertThat(blocks.of("d")).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
