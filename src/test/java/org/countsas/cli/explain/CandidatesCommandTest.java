package org.countsas.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.countsas.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command candidates. */
class CandidatesCommandTest {
    private static final Path SAMPLE = Path.of("samples", "japan-fy2024.csv");

    @Test
    void the_candidates_of_a_policy_come_with_what_makes_them_alike_and_what_a_term_would_do() {
        Console console = Console.run(
                "candidates",
                SAMPLE,
                "--definition",
                "japan-2025-proposal",
                "--policy",
                "shipbuilding",
                "--limit",
                "1");

        assertThat(console.code()).isZero();
        assertThat(console.out().lines().toList())
                .startsWith(
                        "Candidates under japan-2025-proposal: items that do not count and resemble those that do",
                        "Nothing is decided here. A person judges; a term comes into force when it stands in the vocabulary.",
                        "");
        assertThat(console.out())
                .containsPattern("Shipbuilding: \\d+ items count; of \\d+ that are open, those most like them")
                .contains("% of what a typical counted item reaches", "nearest: ")
                .containsPattern("A term “.+” under [a-z-]+ would count this|No single term would count it\\.");
    }

    @Test
    void a_policy_that_the_definition_does_not_adopt_is_looked_at_as_if_it_did() {
        Console console = Console.run(
                "candidates",
                SAMPLE,
                "--definition",
                "japan-2022",
                "--policy",
                "shipbuilding",
                "--limit",
                "1",
                "--csv");

        assertThat(console.out().lines()).hasSize(2);
        assertThat(console.out()).startsWith("definition,policy,id,").contains("\njapan-2022,shipbuilding,");
    }

    @Test
    void a_policy_without_counted_items_says_so_and_ranks_by_its_vocabulary(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("items.csv");
        Files.writeString(
                file,
                "id,fiscalYear,stage,ministry,name,purpose,amount,currency\n"
                        + "1,2024,initial,国土交通省,海事の広報,造船業を知らせる,10,JPY\n2,2024,initial,農林水産省,米の振興,米を作る,10,JPY\n");

        Console console =
                Console.run("candidates", file, "--definition", "japan-2025-proposal", "--policy", "shipbuilding");

        assertThat(console.code()).isZero();
        assertThat(console.out())
                .contains(
                        "Shipbuilding: nothing counts, so there is nothing to resemble; of 2 items that are open, those that mention most of what its rules ask for",
                        "  1  海事の広報")
                .doesNotContain("米の振興");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        assertThat(Console.run("candidates", SAMPLE, "--limit", "0").err()).startsWith("U001: --limit is 0");
        assertThat(Console.run("candidates", SAMPLE, "--policy", "shipbulding").err())
                .isEqualToIgnoringNewLines("U009: There is no policy 'shipbulding'. Did you mean 'shipbuilding'?");
    }

    @Test
    void the_same_question_gives_the_same_bytes_in_both_languages() {
        for (String language : new String[] {"en", "ja"}) {
            Object[] words = {"candidates", SAMPLE, "--definition", "japan-2025-proposal", "--terms", "--lang", language
            };

            assertThat(Console.run(words).out())
                    .isEqualTo(Console.run(words).out())
                    .isNotEmpty();
        }
    }
}
