package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.audit.json.CanonicalJson;
import org.countsas.audit.verification.Verifier;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.report.bundle.BundleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again, from a folder and from a ZIP file. */
class BundleTest {
    @TempDir
    private Path folder;

    @Test
    void a_bundle_holds_the_run_as_a_folder_and_as_a_zip_file() throws Exception {
        for (String name : List.of("run", "run.zip")) {
            Manifest written = TestRuns.write(folder.resolve(name), TestRuns.KEY);
            try (Bundle bundle = Bundle.open(folder.resolve(name));
                    Stream<ItemLine> items = bundle.items();
                    Stream<DecisionLine> decisions = bundle.decisions()) {
                assertThat(bundle.manifest()).isEqualTo(written);
                assertThat(bundle.verifySignature(TestRuns.TRUSTED)).isEqualTo(TestRuns.KEY.publicHalf());
                assertThat(bundle.rules().digest()).isEqualTo(TestRuns.rules().digest());
                assertThat(items.map(ItemLine::item)).isEqualTo(TestRuns.items());
                assertThat(decisions.map(line -> line.item() + " " + line.outcome() + " "
                                + line.counted().central()))
                        .containsExactly(
                                "1 NOT_COUNTED 0", "10 COUNTED 334", "2 COUNTED 33", "X\uD83D\uDE00 COUNTED -17");
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("run", "run.zip");
        }
    }

    @Test
    void the_same_run_gives_the_same_bytes() throws Exception {
        TestRuns.write(folder.resolve("a.zip"), TestRuns.KEY);
        TestRuns.write(folder.resolve("b.zip"), TestRuns.KEY);

        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
    }

    @Test
    void the_order_in_which_items_are_added_changes_nothing() throws Exception {
        TestRuns.write(folder.resolve("a.zip"), TestRuns.KEY);
        List<BudgetItem> items = TestRuns.items();

        add("b.zip", List.of(items.get(3), items.get(0), items.get(2), items.get(1)));

        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
    }

    @Test
    void two_items_of_one_id_are_refused_and_nothing_is_left() throws Exception {
        assertThatThrownBy(() -> add(
                        "run",
                        List.of(
                                TestRuns.item("1", "port", 5),
                                TestRuns.item("2", "port", 5),
                                TestRuns.item("1", "pier", 5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the item 1 was added twice");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void sums_are_held_to_the_limit_and_what_lies_between_is_not() {
        BudgetItem one = TestRuns.item("1", "A school", CanonicalJson.LARGEST);
        BudgetItem two = TestRuns.item("2", "A school", 1);
        BudgetItem three = TestRuns.item("3", "A school", -1);

        assertThat(add("run", List.of(one, three, two)).totals().get(0).amount())
                .isEqualTo(CanonicalJson.LARGEST);
        assertThat(Verifier.verify(folder.resolve("run"), TestRuns.TRUSTED).ok())
                .isTrue();
        assertThatThrownBy(() -> add("more", List.of(one, two))).hasMessageStartingWith("S018");
    }

    private Manifest add(String name, List<BudgetItem> items) {
        Definition definition = TestRuns.countsAs().definitions().get("one");
        try (BundleWriter writer = BundleWriter.begin(
                folder.resolve(name),
                TestRuns.HEADER,
                TestRuns.rules(),
                List.of("one"),
                new BundleReport(TestRuns.HEADER, Language.EN))) {
            items.forEach(item ->
                    writer.add(item, List.of(TestRuns.countsAs().classify(item, definition, TestRuns.AS_OF))));
            return writer.finish(List.of(), TestRuns.KEY);
        }
    }

    @Test
    void nothing_is_overwritten() throws Exception {
        Files.writeString(folder.resolve("run.zip"), "mine");

        assertThatThrownBy(() -> TestRuns.writeUnsigned(folder.resolve("run.zip")))
                .hasMessageStartingWith("A015");
        assertThat(folder.resolve("run.zip")).hasContent("mine");
    }

    @Test
    void what_a_killed_writer_left_is_not_in_the_way() throws Exception {
        Path left = folder.resolve(".run." + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ".part");
        Files.createDirectory(left);
        Files.writeString(left.resolve("items.jsonl"), "half a li");

        TestRuns.write(folder.resolve("run"), TestRuns.KEY);

        assertThat(Verifier.verify(folder.resolve("run"), TestRuns.TRUSTED).ok())
                .isTrue();
        assertThat(left.resolve("items.jsonl")).hasContent("half a li");
    }
}
