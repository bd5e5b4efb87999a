package org.countsas.audit.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.countsas.CountsAs;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.sampling.Resemblance;
import org.countsas.evaluation.CompilationCache;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.book.RuleFileText;
import org.countsas.policy.book.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much items that do not count resemble those that do, from a small run. */
class RecordResemblanceTest {
    @TempDir
    private Path folder;

    private static BudgetItem item(String id, String ministry, String name, String purpose) {
        return new BudgetItem(
                Programme.builder(id)
                        .ministry(ministry)
                        .name(name)
                        .purpose(purpose)
                        .build(),
                2024,
                Stage.INITIAL,
                1_000,
                "JPY");
    }

    @Test
    void what_was_defeated_or_misses_one_condition_comes_first_and_then_what_has_the_words_in_its_name() {
        CountsAs countsAs = CountsAs.of(
                SmallRules.complete()
                        .withRules(
                                "shipbuilding",
                                RuleFileText.named("Ships").ifItem("names(\"ship\"), runBy(\"sea-ministry\")"),
                                RuleFileText.named("Seafarers")
                                        .ifItem("names(\"seafarer\")")
                                        .rejects(),
                                RuleFileText.named("Laws").ifItem("cites(\"sea-law\"), aims(\"seafarer\")"))
                        .withRules("ports", RuleFileText.named("North").ifItem("names(\"port-north\")"))
                        .with("definitions/small.yaml", """
                                definition: small
                                title: {en: Small, ja: 小}
                                status: in-force
                                source: [areas]
                                currency: JPY
                                blocks: [{id: related, label: {en: Related, ja: 関連}}]
                                policies: [{policy: shipbuilding, block: related}]
                                """)
                        .folder(),
                CompilationCache.none());
        List<BudgetItem> items = List.of(
                item("counted", "海洋省", "船", ""),
                item("defeated", "海洋省", "船と船員", ""),
                item("other-ministry", "財務省", "船", ""),
                item("no-law", "財務省", "学校", "船員を育てる"),
                item("other-policy", "財務省", "北港", ""),
                item("ministry-alone", "海洋省", "学校", ""),
                item("name-of-two", "財務省", "船員の学校", ""),
                item("school", "財務省", "学校", "船を学ぶ"));
        Path target = folder.resolve("run.zip");
        TestRuns.write(target, countsAs, List.of("small"), TestRuns.HEADER, items, TestRuns.KEY);

        try (Bundle bundle = Bundle.open(target)) {
            Resemblance resemblance = RecordResemblance.of(bundle, "small");

            assertThat(resemblance.id()).isEqualTo("record");
            assertThat(resemblance.rank("defeated")).isZero();
            assertThat(resemblance.rank("other-ministry")).isZero();
            assertThat(resemblance.rank("no-law")).isZero();
            assertThat(resemblance.rank("name-of-two")).isZero();
            assertThat(resemblance.rank("ministry-alone")).isEqualTo(2);
            assertThat(resemblance.rank("other-policy")).isEqualTo(2);
            assertThat(resemblance.rank("school")).isEqualTo(2);
        }
    }
}
