package org.countsas.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countsas.audit.bundle.TestRuns;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.VerificationKey;
import org.countsas.audit.verification.TamperedBundles.Vector;
import org.countsas.evaluation.CompilationCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test vectors of the bundle format: those that are kept, those that are made, and what the verifier says of them are the same. */
class TamperedBundlesTest {
    private static final Path VECTORS = Path.of("src", "test", "resources", "bundles");

    @TempDir
    private Path scratch;

    @Test
    void the_vectors_that_are_kept_are_those_that_are_made() throws IOException {
        List<Vector> made = TamperedBundles.all(scratch);
        if ("write".equals(System.getProperty("countsas.vectors"))) {
            write(made);
        }

        StringBuilder list = new StringBuilder("file,code,noticedBy,reason\n");
        made.forEach(vector -> list.append(row(vector)));
        assertThat(VECTORS.resolve("tampered.csv")).hasContent(list.toString());
        for (Vector vector : made) {
            assertThat(VECTORS.resolve("tampered").resolve(vector.name() + ".zip"))
                    .hasBinaryContent(vector.zip());
        }
        try (Stream<Path> kept = Files.list(VECTORS.resolve("tampered"))) {
            assertThat(kept).hasSize(made.size()).hasSizeGreaterThanOrEqualTo(25);
        }
        Path valid = scratch.resolve("valid.zip");
        TestRuns.write(valid, TestRuns.KEY);
        assertThat(VECTORS.resolve("valid.zip")).hasSameBinaryContentAs(valid);
    }

    @Test
    void the_valid_one_is_verified_and_every_tampered_one_is_refused_for_its_reason() throws IOException {
        KeyRing trusted = KeyRing.of(VerificationKey.read(VECTORS.resolve("key.pub.pem")));
        assertThat(Verifier.verify(VECTORS.resolve("valid.zip"), trusted, Replay.with(CompilationCache.none()))
                        .ok())
                .isTrue();
        assertThat(Verifier.verify(VECTORS.resolve("valid"), trusted, Replay.with(CompilationCache.none()))
                        .ok())
                .isTrue();

        List<String> wrong = new ArrayList<>();
        List<String> rows = Files.readAllLines(VECTORS.resolve("tampered.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", 4);
            Path bundle = VECTORS.resolve("tampered").resolve(cells[0]);
            Verification verification = Verifier.verify(bundle, trusted);
            Verification replayed = Verifier.verify(bundle, trusted, Replay.with(CompilationCache.none()));
            boolean asListed = verification.ok() == cells[2].equals("replay")
                    && !replayed.ok()
                    && replayed.problems().get(0).code().id().equals(cells[1]);
            if (!asListed) {
                wrong.add(row + verification.problems() + replayed.problems());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_only_a_folder_can_hold_is_refused_as_well() throws IOException {
        assertThat(refusal(folder -> Files.createSymbolicLink(
                        folder.resolve("rules").resolve("link.drl"), folder.resolve("items.jsonl"))))
                .startsWith("A005")
                .contains("'rules/link.drl' is a link");
        assertThat(refusal(folder -> {
                    Files.move(folder.resolve("report.html"), scratch.resolve("elsewhere.html"));
                    Files.createSymbolicLink(folder.resolve("report.html"), scratch.resolve("elsewhere.html"));
                }))
                .startsWith("A005")
                .contains("'report.html' is a link");
        assertThat(refusal(folder -> Files.createSymbolicLink(folder.resolve("more"), folder.resolve("rules"))))
                .startsWith("A005")
                .contains("'more' is a link");
        assertThat(refusal(folder ->
                        Files.createDirectories(folder.resolve("empty").resolve("below"))))
                .startsWith("A005")
                .contains("without files");
        assertThat(refusal(folder -> Files.writeString(folder.resolve(".hidden"), "")))
                .startsWith("A005")
                .contains("'.hidden'");
        assertThat(refusal(folder -> Files.writeString(folder.resolve("items.jsonl.bak\u001b[2J"), "")))
                .startsWith("A005")
                .contains("items.jsonl.bak?[2J");
    }

    private interface Change {
        void make(Path folder) throws IOException;
    }

    private String refusal(Change change) throws IOException {
        Path folder = Files.createTempDirectory(
                        scratch,
                        "folder",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                .resolve("run");
        TestRuns.write(folder, TestRuns.KEY);
        change.make(folder);
        Verification verification = Verifier.verify(folder, TestRuns.TRUSTED);
        assertThat(verification.ok()).isFalse();
        Files.deleteIfExists(scratch.resolve("elsewhere.html"));
        return verification.problems().get(0).toString();
    }

    private static String row(Vector vector) {
        return vector.name() + ".zip," + vector.code() + "," + (vector.replay() ? "replay" : "verify") + ",\""
                + vector.reason() + "\"\n";
    }

    private void write(List<Vector> made) throws IOException {
        Files.createDirectories(VECTORS.resolve("tampered"));
        try (Stream<Path> old = Files.walk(VECTORS)) {
            for (Path path : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.createDirectories(VECTORS.resolve("tampered"));
        StringBuilder list = new StringBuilder("file,code,noticedBy,reason\n");
        for (Vector vector : made) {
            list.append(row(vector));
            Files.write(VECTORS.resolve("tampered").resolve(vector.name() + ".zip"), vector.zip());
        }
        Files.writeString(VECTORS.resolve("tampered.csv"), list.toString(), StandardCharsets.UTF_8);
        Files.writeString(
                VECTORS.resolve("key.pub.pem"), TestRuns.KEY.publicHalf().pem());
        TestRuns.write(VECTORS.resolve("valid"), TestRuns.KEY);
        TestRuns.write(VECTORS.resolve("valid.zip"), TestRuns.KEY);
    }
}
