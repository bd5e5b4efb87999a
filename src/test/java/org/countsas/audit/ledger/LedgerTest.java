package org.countsas.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.audit.key.SigningKey;
import org.countsas.item.Stage;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that only grows, and shows it. */
class LedgerTest {
    @TempDir
    private Path folder;

    @Test
    void runs_are_added_one_after_another_and_all_of_it_is_verified() {
        Path ledger = ledgerOf(3);
        Ledger opened = Ledger.open(ledger);

        assertThat(verify(ledger)).isEmpty();
        assertThat(opened.entries()).extracting(LedgerEntry::index).containsExactly(0, 1, 2);
        try (Bundle bundle = opened.open(opened.entries().get(1))) {
            assertThat(bundle.manifest().run())
                    .isEqualTo(opened.entries().get(1).run());
        }
    }

    @Test
    void growth_is_proved_between_any_two_sizes() {
        Path ledger = ledgerOf(5);
        Ledger opened = Ledger.open(ledger);
        for (int to = 1; to <= 5; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof =
                        ConsistencyProof.read(opened.prove(from, to).bytes(), Place.NONE);
                assertThat(proof.verify(TestRuns.TRUSTED, Place.NONE).size()).isEqualTo(to);
            }
        }
        assertThatThrownBy(() -> opened.prove(0, 3)).hasMessageStartingWith("A017");
        assertThatThrownBy(() -> opened.prove(3, 2)).hasMessageStartingWith("A017");
        assertThatThrownBy(() -> opened.prove(1, 6)).hasMessageStartingWith("A017");
    }

    @Test
    void no_byte_of_a_consistency_proof_can_be_another() {
        byte[] proof = Ledger.open(ledgerOf(3)).prove(2, 3).bytes();
        for (int i = 0; i < proof.length; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> ConsistencyProof.read(changed, Place.NONE).verify(TestRuns.TRUSTED, Place.NONE))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_ledger_that_was_changed_is_not_verified() throws IOException {
        Path ledger = ledgerOf(3);
        for (Path file : files(ledger)) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += 1 + whole.length / 5) {
                byte[] changed = whole.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThat(verify(ledger)).as("byte %d of %s", at, file).isNotEmpty();
            }
            Files.delete(file);
            assertThat(verify(ledger)).as("without %s", file).isNotEmpty();
            Files.write(file, whole);
        }
        assertThat(verify(ledger)).isEmpty();
        Files.writeString(ledger.resolve("checkpoints").resolve("4"), "x");
        assertThat(verify(ledger)).singleElement().asString().contains("The file does not belong to the ledger");
    }

    @Test
    void whoever_kept_a_checkpoint_notices_that_the_end_was_cut_off_or_written_anew() throws IOException {
        Path ledger = ledgerOf(3);
        Path kept = Files.copy(ledger.resolve("checkpoints").resolve("3"), folder.resolve("kept"));
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, kept))
                .isEmpty();

        LedgerEntry last = Ledger.open(ledger).entries().get(2);
        List<String> lines = Files.readAllLines(ledger.resolve("entries.jsonl"));
        Files.writeString(ledger.resolve("entries.jsonl"), String.join("\n", lines.subList(0, 2)) + "\n");
        Files.delete(ledger.resolve("checkpoints").resolve("3"));
        Files.delete(ledger.resolve("runs").resolve(last.run() + ".zip"));

        assertThat(verify(ledger)).as("a shorter ledger is a ledger").isEmpty();
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, kept))
                .singleElement()
                .asString()
                .contains("does not begin as it did");
        new LedgerWriter(ledger, TestRuns.KEY).add(bundle(7, TestRuns.KEY), TestRuns.TIME);
        assertThat(verify(ledger)).isEmpty();
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, kept))
                .singleElement()
                .asString()
                .contains("does not begin as it did");
    }

    @Test
    void a_writer_that_was_stopped_is_made_up_for_by_the_next() throws IOException {
        Path ledger = ledgerOf(2);
        Files.delete(ledger.resolve("checkpoints").resolve("2")); // stopped before it signed
        Files.writeString(ledger.resolve(".entries.jsonl.part"), "{\"half");
        assertThat(verify(ledger)).singleElement().asString().contains("Nobody has signed for the first 2 runs");

        new LedgerWriter(ledger, TestRuns.KEY).add(bundle(2, TestRuns.KEY), TestRuns.TIME);

        assertThat(verify(ledger)).isEmpty();
        assertThat(Ledger.open(ledger).entries()).hasSize(3);
    }

    @Test
    void what_a_stranger_wrote_is_not_signed_for() throws IOException {
        Path ledger = ledgerOf(2);
        Path file = ledger.resolve("entries.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1).replace("\"index\":1", "\"index\":2") + "\n");
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A017");
        Files.writeString(file, lines.get(0).replace("2026-04-01\"", "2026-04-02\"") + "\n" + lines.get(1) + "\n");
        assertThatThrownBy(() -> add(ledger, 2))
                .hasMessageStartingWith("A017")
                .hasMessageContaining("not those of the checkpoint");
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1));
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A017").hasMessageContaining("cut off");
        assertThat(Files.readString(file)).isEqualTo(lines.get(0) + "\n" + lines.get(1));
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n");
        Files.writeString(
                ledger.resolve("checkpoints").resolve("2"),
                SignedNote.sign(Ledger.open(ledger).checkpoint(2).text(), TestRuns.STRANGER)
                        .written());
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A010");
    }

    @Test
    void a_run_goes_in_once_and_signed_alone() {
        Path ledger = ledgerOf(1);

        assertThatThrownBy(() -> add(ledger, 0)).hasMessageStartingWith("A015");
        assertThatThrownBy(
                        () -> new LedgerWriter(ledger, TestRuns.KEY).add(bundle(1, TestRuns.STRANGER), TestRuns.TIME))
                .hasMessageStartingWith("A010");
        assertThatThrownBy(() -> Ledger.open(folder)).hasMessageStartingWith("A017");
        assertThatThrownBy(() -> Ledger.open(folder.resolve("absent"))).hasMessageStartingWith("U006");
        assertThat(verify(ledger)).isEmpty();
    }

    @Test
    void an_entry_says_what_its_bundle_says_even_if_the_key_signs_otherwise() throws IOException {
        Path ledger = ledgerOf(2);
        LedgerEntry honest = Ledger.open(ledger).entries().get(1);
        for (UnaryOperator<LedgerEntry> lie : List.<UnaryOperator<LedgerEntry>>of(
                entry -> with(entry, entry.time().plusSeconds(1), entry.asOf(), entry.definitions()),
                entry -> with(entry, entry.time(), entry.asOf().plusDays(1), entry.definitions()),
                entry -> with(entry, entry.time(), entry.asOf(), List.of("other")),
                entry -> with(entry, entry.time(), entry.asOf(), List.of("one", "other")),
                entry -> with(entry, entry.time(), entry.asOf(), List.of()))) {
            replace(ledger, 1, lie.apply(honest));

            assertThat(verify(ledger))
                    .singleElement()
                    .asString()
                    .startsWith("A017 " + ledger.resolve("entries.jsonl")
                            + ":2: The entry does not say what its bundle says: the bundle has the run " + honest.run()
                            + ", the time 2026-04-01T12:00:01Z, the day 2026-04-01 and the definitions one.");
        }
        replace(ledger, 1, honest);
        assertThat(verify(ledger)).isEmpty();
    }

    @Test
    void the_time_of_adding_is_a_time_of_four_digits_a_year() throws IOException {
        Path ledger = ledgerOf(1);
        Path file = ledger.resolve("entries.jsonl");
        String line = Files.readString(file);
        for (String time : List.of("+12026-04-01T12:00:00Z", "2026-04-01T12:00:00.5Z", "2026-02-30T12:00:00Z", "x")) {
            Files.writeString(file, line.replaceFirst("\"added\":\"[^\"]*\"", "\"added\":\"" + time + "\""));
            assertThat(verify(ledger))
                    .as(time)
                    .singleElement()
                    .asString()
                    .startsWith("A017 " + file + ":1: The line is not an entry of a ledger");
        }
    }

    @Test
    void what_names_the_ledger_has_its_four_members_and_no_other() throws IOException {
        Path ledger = ledgerOf(1);
        Path file = ledger.resolve("ledger.json");
        String name = Files.readString(file);
        String key = TestRuns.KEY.publicHalf().name();
        for (String other : List.of(
                name.replace("\"version\":1", "\"version\":1,\"x\":1"),
                name.replaceFirst("\"key\":\"[^\"]*\",", ""),
                name.replaceFirst("\"created\":\"[^\"]*\"", "\"created\":\"x\""),
                name.replaceFirst("\"created\":\"[^\"]*\"", "\"created\":\"+12026-04-01T12:00:00Z\""),
                name.replace("\"" + key + "\"", "\"x\""),
                name.replace("\"" + key + "\"", "null"),
                name.replace(key, key.toUpperCase(java.util.Locale.ROOT)))) {
            assertThat(other).isNotEqualTo(name);
            Files.writeString(file, other);
            assertThat(verify(ledger))
                    .as(other)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "A017 " + file + ": Its members are not 'format', 'version', 'created' (a time) and 'key'");
        }
    }

    @Test
    void every_checkpoint_is_signed_by_the_key_that_began_the_ledger() throws IOException {
        Path ledger = ledgerOf(2);
        KeyRing both = KeyRing.of(TestRuns.KEY.publicHalf(), TestRuns.STRANGER.publicHalf());
        Path second = ledger.resolve("checkpoints").resolve("2");
        byte[] honest = Files.readAllBytes(second);
        Files.writeString(
                second,
                SignedNote.sign(Ledger.open(ledger).checkpoint(2).text(), TestRuns.STRANGER)
                        .written());
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), both))
                .singleElement()
                .asString()
                .startsWith("A017 " + second + ": It is signed by " + TestRuns.STRANGER
                        + ", and ledger.json says that the ledger's key is " + TestRuns.KEY);
        Path kept = Files.move(second, folder.resolve("kept"));
        Files.write(second, honest);
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), both, kept))
                .singleElement()
                .asString()
                .startsWith("A017 " + kept + ": It is signed by " + TestRuns.STRANGER);
        ConsistencyProof mixed = new ConsistencyProof(
                Ledger.open(ledger).prove(1, 2).from(),
                SignedNote.parse(Files.readAllBytes(kept), Place.NONE),
                Ledger.open(ledger).prove(1, 2).path());
        assertThatThrownBy(() -> mixed.verify(both, Place.NONE))
                .hasMessageStartingWith("A016")
                .hasMessageContaining("signed by different keys");

        Files.write(
                ledger.resolve("ledger.json"),
                Ledger.name(TestRuns.TIME, TestRuns.STRANGER.publicHalf().name()));
        sign(ledger);
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), both))
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem.toString()).contains("says that the ledger's key is " + TestRuns.STRANGER));
        assertThatThrownBy(() -> add(ledger, 2))
                .hasMessageStartingWith("A017")
                .hasMessageContaining("The ledger's key is " + TestRuns.STRANGER);
    }

    @Test
    void a_ledger_has_plain_files_in_plain_folders_and_no_links() throws IOException {
        for (String name : List.of(
                "runs",
                "checkpoints",
                "ledger.json",
                "entries.jsonl",
                "lock",
                "checkpoints/1",
                "runs/" + Ledger.open(ledgerOf(1)).entries().get(0).run() + ".zip")) {
            Path ledger = folder.resolve("ledger");
            Path moved = Files.move(ledger.resolve(name), folder.resolve("moved"));
            Files.createSymbolicLink(ledger.resolve(name), moved);
            assertThat(verify(ledger))
                    .as(name)
                    .singleElement()
                    .asString()
                    .startsWith("A017 " + ledger.resolve(name) + ": ");
            if (!name.endsWith(".zip")) { // a writer reads no bundle but its own and one that nobody signed for
                assertThatThrownBy(() -> add(ledger, 1)).as(name).isInstanceOf(ProblemException.class);
            }
            Files.delete(ledger.resolve(name));
            Files.move(moved, ledger.resolve(name));
            assertThat(verify(ledger)).as(name).isEmpty();
        }
    }

    @Test
    void a_folder_in_the_place_of_a_bundle_and_a_bundle_that_is_gone_are_told_with_the_run() throws IOException {
        Path ledger = ledgerOf(1);
        LedgerEntry entry = Ledger.open(ledger).entries().get(0);
        Path zip = Ledger.open(ledger).bundle(entry);
        Files.delete(zip);
        assertThat(verify(ledger))
                .singleElement()
                .asString()
                .startsWith("A017 " + zip + ": The bundle of run 1, " + entry.run() + ", is not there.");
        TestRuns.write(zip.resolveSibling("folder"), TestRuns.KEY);
        Files.move(zip.resolveSibling("folder"), zip);
        assertThat(verify(ledger))
                .singleElement()
                .asString()
                .startsWith("A017 " + zip + ": The bundle of run 1 is a link or a folder");
    }

    @Test
    void what_is_none_of_the_ledgers_is_refused_at_its_top_too() throws IOException {
        Path ledger = ledgerOf(1);
        Files.delete(ledger.resolve("lock"));
        Files.writeString(ledger.resolve(".entries.jsonl.part"), "half");
        assertThat(verify(ledger)).isEmpty();
        Files.writeString(ledger.resolve("README"), "x");
        Files.createDirectory(ledger.resolve("lock"));
        Files.writeString(ledger.resolve("runs").resolve("x.part"), "x");
        assertThat(verify(ledger))
                .extracting(problem -> problem.place().file())
                .containsExactly(
                        ledger.resolve("runs").resolve("x.part").toString(),
                        ledger.resolve("README").toString(),
                        ledger.resolve("lock").toString());
    }

    @Test
    void a_kept_checkpoint_that_shows_nothing_is_refused() throws IOException {
        Path ledger = ledgerOf(2);
        Ledger opened = Ledger.open(ledger);
        Path none = Files.writeString(
                folder.resolve("none"),
                SignedNote.sign(opened.checkpoint(0).text(), TestRuns.KEY).written());
        assertThat(LedgerVerifier.verify(opened, TestRuns.TRUSTED, none))
                .singleElement()
                .asString()
                .startsWith("A017 " + none + ": The checkpoint covers no runs");
        Path bundles = Files.writeString(
                folder.resolve("bundles"), opened.entries().get(0).checkpoint());
        assertThat(LedgerVerifier.verify(opened, TestRuns.TRUSTED, bundles))
                .singleElement()
                .asString()
                .startsWith("A017 " + bundles + ": This is not a checkpoint of the ledger " + opened.id());
    }

    private static LedgerEntry with(LedgerEntry entry, Instant time, LocalDate asOf, List<String> definitions) {
        return new LedgerEntry(
                entry.index(),
                entry.run(),
                entry.added(),
                time,
                asOf,
                definitions,
                entry.manifest(),
                entry.checkpoint());
    }

    /** Whoever has the key writes another entry, and signs everything anew. */
    private static void replace(Path ledger, int index, LedgerEntry entry) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(ledger.resolve("entries.jsonl")));
        lines.set(index, new String(entry.bytes(), StandardCharsets.UTF_8));
        Files.writeString(ledger.resolve("entries.jsonl"), String.join("\n", lines) + "\n");
        sign(ledger);
    }

    private static void sign(Path ledger) throws IOException {
        Ledger opened = Ledger.open(ledger);
        for (int size = 1; size <= opened.entries().size(); size++) {
            Files.writeString(
                    opened.noteFile(size),
                    SignedNote.sign(opened.checkpoint(size).text(), TestRuns.KEY)
                            .written());
        }
    }

    @Test
    void writers_at_the_same_time_lose_nothing() throws Exception {
        Path ledger = folder.resolve("ledger");
        List<Path> bundles = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            bundles.add(bundle(i, TestRuns.KEY));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<LedgerEntry>> added = new ArrayList<>();
            for (Path bundle : bundles) {
                added.add(threads.submit(() -> new LedgerWriter(ledger, TestRuns.KEY).add(bundle, TestRuns.TIME)));
            }
            for (Future<LedgerEntry> entry : added) {
                entry.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(Ledger.open(ledger).entries()).hasSize(8);
        assertThat(verify(ledger)).isEmpty();
    }

    private static List<Problem> verify(Path ledger) {
        try {
            return LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED);
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private static List<Path> files(Path ledger) throws IOException {
        try (Stream<Path> files = Files.walk(ledger)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        }
    }

    private Path ledgerOf(int runs) {
        Path ledger = folder.resolve("ledger");
        for (int i = 0; i < runs; i++) {
            add(ledger, i);
        }
        return ledger;
    }

    private void add(Path ledger, int number) {
        new LedgerWriter(ledger, TestRuns.KEY).add(bundle(number, TestRuns.KEY), TestRuns.TIME.plusSeconds(number));
    }

    /** Runs a second apart. */
    private Path bundle(int number, SigningKey key) {
        Path bundle = folder.resolve("run-" + number + key + ".zip");
        if (!Files.exists(bundle)) {
            RunHeader header = new RunHeader(
                    TestRuns.TIME.plusSeconds(number), "countsas 1.0.0", TestRuns.AS_OF, 2024, Stage.INITIAL, "JPY");
            TestRuns.write(
                    bundle,
                    TestRuns.countsAs(),
                    List.of("one"),
                    header,
                    TestRuns.items().subList(0, 2),
                    key);
        }
        return bundle;
    }
}
