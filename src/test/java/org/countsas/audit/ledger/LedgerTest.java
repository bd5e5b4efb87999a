package org.countsas.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.audit.bundle.TestRuns;
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
            assertThat(bundle.manifest().run()).isEqualTo(opened.entries().get(1).run());
        }
    }

    @Test
    void growth_is_proved_between_any_two_sizes() {
        Path ledger = ledgerOf(5);
        Ledger opened = Ledger.open(ledger);
        for (int to = 1; to <= 5; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.read(opened.prove(from, to).bytes(), Place.NONE);
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
            assertThatThrownBy(() -> ConsistencyProof.read(changed, Place.NONE).verify(TestRuns.TRUSTED, Place.NONE)).isInstanceOf(ProblemException.class);
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
        assertThat(verify(ledger)).singleElement().asString().contains("The file is none of the ledger's");
    }

    @Test
    void whoever_kept_a_checkpoint_notices_that_the_end_was_cut_off_or_written_anew() throws IOException {
        Path ledger = ledgerOf(3);
        Path kept = Files.copy(ledger.resolve("checkpoints").resolve("3"), folder.resolve("kept"));
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, Optional.of(kept))).isEmpty();

        LedgerEntry last = Ledger.open(ledger).entries().get(2);
        List<String> lines = Files.readAllLines(ledger.resolve("entries.jsonl"));
        Files.writeString(ledger.resolve("entries.jsonl"), String.join("\n", lines.subList(0, 2)) + "\n");
        Files.delete(ledger.resolve("checkpoints").resolve("3"));
        Files.delete(ledger.resolve("runs").resolve(last.run() + ".zip"));

        assertThat(verify(ledger)).as("a shorter ledger is a ledger").isEmpty();
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, Optional.of(kept))).singleElement().asString().contains("does not begin as it did");
        new LedgerWriter(ledger, TestRuns.KEY).add(bundle(7, TestRuns.KEY), TestRuns.TIME);
        assertThat(verify(ledger)).isEmpty();
        assertThat(LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, Optional.of(kept))).singleElement().asString().contains("does not begin as it did");
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
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A017").hasMessageContaining("not those of the checkpoint");
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1));
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A017").hasMessageContaining("cut off");
        assertThat(Files.readString(file)).isEqualTo(lines.get(0) + "\n" + lines.get(1));
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n");
        Files.writeString(ledger.resolve("checkpoints").resolve("2"), SignedNote.sign(Ledger.open(ledger).checkpoint(2).text(), TestRuns.STRANGER).written());
        assertThatThrownBy(() -> add(ledger, 2)).hasMessageStartingWith("A010");
    }

    @Test
    void a_run_goes_in_once_and_signed_alone() {
        Path ledger = ledgerOf(1);

        assertThatThrownBy(() -> add(ledger, 0)).hasMessageStartingWith("A015");
        assertThatThrownBy(() -> new LedgerWriter(ledger, TestRuns.KEY).add(bundle(1, TestRuns.STRANGER), TestRuns.TIME)).hasMessageStartingWith("A010");
        assertThatThrownBy(() -> Ledger.open(folder)).hasMessageStartingWith("A017");
        assertThatThrownBy(() -> Ledger.open(folder.resolve("absent"))).hasMessageStartingWith("U006");
        assertThat(verify(ledger)).isEmpty();
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
            return LedgerVerifier.verify(Ledger.open(ledger), TestRuns.TRUSTED, Optional.empty());
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private static List<Path> files(Path ledger) throws IOException {
        try (Stream<Path> files = Files.walk(ledger)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.endsWith("lock")).toList();
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
            RunHeader header = new RunHeader(TestRuns.TIME.plusSeconds(number), "countsas 1.0.0", TestRuns.AS_OF, 2024, Stage.INITIAL, "JPY");
            TestRuns.write(bundle, TestRuns.countsAs(), List.of("one"), header, TestRuns.items().subList(0, 2), Optional.of(key));
        }
        return bundle;
    }
}
