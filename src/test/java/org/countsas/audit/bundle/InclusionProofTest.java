package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.countsas.audit.key.KeyRing;
import org.countsas.audit.key.SignedNote;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One decision, shown without the others. */
class InclusionProofTest {
    @TempDir
    private Path folder;

    @Test
    void every_decision_is_proved_with_at_most_log_n_hashes() {
        TestRuns.write(folder.resolve("run"), TestRuns.KEY);
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            for (var item : TestRuns.items()) {
                InclusionProof proof = InclusionProof.read(
                        InclusionProof.of(bundle, item.id(), "one").bytes(), Place.NONE);
                InclusionProof.Shown shown = proof.verify(TestRuns.TRUSTED, Place.NONE);

                assertThat(proof.path()).hasSize(2);
                assertThat(shown.run()).isEqualTo(bundle.manifest().run());
                assertThat(shown.decision().item()).isEqualTo(item.id());
                assertThat(shown.item().item()).isEqualTo(item);
                assertThat(shown.signedBy()).isEqualTo(TestRuns.KEY.publicHalf());
            }
        }
    }

    @Test
    void no_byte_of_a_proof_can_be_another() {
        TestRuns.write(folder.resolve("run.zip"), TestRuns.KEY);
        byte[] proof;
        try (Bundle bundle = Bundle.open(folder.resolve("run.zip"))) {
            proof = InclusionProof.of(bundle, "2").bytes();
        }
        for (int i = 0; i < proof.length; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> InclusionProof.read(changed, Place.NONE).verify(TestRuns.TRUSTED, Place.NONE))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_proof_is_not_believed_without_a_trusted_signature() {
        TestRuns.writeUnsigned(folder.resolve("run"));
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            InclusionProof proof = InclusionProof.of(bundle, "2");

            assertThatThrownBy(() -> proof.verify(TestRuns.TRUSTED, Place.NONE)).hasMessageStartingWith("A009");
            InclusionProof signed = new InclusionProof(
                    proof.decision(),
                    proof.item(),
                    proof.index(),
                    proof.path(),
                    org.countsas.audit.key.SignedNote.sign(proof.note().text(), TestRuns.STRANGER));
            assertThatThrownBy(() -> signed.verify(TestRuns.TRUSTED, Place.NONE))
                    .hasMessageStartingWith("A010");
            assertThatThrownBy(() -> signed.verify(KeyRing.of(), Place.NONE)).hasMessageStartingWith("A011");
            InclusionProof other = new InclusionProof(
                    proof.decision(),
                    InclusionProof.of(bundle, "1").item(),
                    proof.index(),
                    proof.path(),
                    org.countsas.audit.key.SignedNote.sign(proof.note().text(), TestRuns.KEY));
            assertThatThrownBy(() -> other.verify(TestRuns.TRUSTED, Place.NONE))
                    .hasMessageStartingWith("A016")
                    .hasMessageContaining("The item is not the one");
        }
    }

    @Test
    void a_checkpoint_of_a_run_has_its_four_lines_and_no_other() {
        TestRuns.write(folder.resolve("run"), TestRuns.KEY);
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            InclusionProof proof = InclusionProof.of(bundle, "2", "one");
            String text = proof.note().text();
            String run = bundle.manifest().run();
            String digest = bundle.manifestDigest().hex();
            for (String forged : List.of(
                    text.replaceFirst("manifest sha256:.*\n", ""),
                    text + "extra\n",
                    text + "manifest sha256:" + digest + "\n",
                    text.replace(digest, digest.substring(1)),
                    text.replace(digest, digest.toUpperCase(Locale.ROOT)),
                    text.replace("manifest sha256:", "manifest sha-256:"),
                    text.replace(run, "x"),
                    text.replace(run, ""),
                    text.replace(run, run.substring(0, 17) + run.substring(17).toUpperCase(Locale.ROOT)),
                    text.replace(run, "20261399T120000Z" + run.substring(16)),
                    text.replace(run, "20260401T240000Z" + run.substring(16)))) {
                assertThat(forged).isNotEqualTo(text);
                InclusionProof changed = new InclusionProof(
                        proof.decision(),
                        proof.item(),
                        proof.index(),
                        proof.path(),
                        SignedNote.sign(forged, TestRuns.KEY));
                assertThatThrownBy(() -> InclusionProof.read(changed.bytes(), Place.file("p"))
                                .verify(TestRuns.TRUSTED, Place.file("p")))
                        .as(forged)
                        .hasMessageStartingWith("A016 p")
                        .hasMessageContaining(
                                "The checkpoint is not that of a run: 'countsas/bundle/' and the run's id, the size, the root, and 'manifest sha256:' with 64 hexadecimal digits");
            }
        }
    }

    @Test
    void what_is_wrong_with_a_proof_is_said_by_its_name() {
        TestRuns.write(folder.resolve("run"), TestRuns.KEY);
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            String proof = new String(InclusionProof.of(bundle, "2", "one").bytes(), StandardCharsets.UTF_8);
            assertThat(refusal(proof.replaceFirst("\"leaf\":\"[0-9a-f]{64}\"", "\"leaf\":\"" + "0".repeat(64) + "\"")))
                    .startsWith("A016 p")
                    .contains("The leaf is not that of the decision");
            assertThat(refusal(proof.replaceFirst("\"leaf\":\"[0-9a-f]{64}\",", "")))
                    .startsWith("A016 p: It is not an inclusion proof of version 1, or has members");
            assertThat(refusal(proof.replaceFirst("\"checkpoint\":\"[^\"]*\"", "\"checkpoint\":null")))
                    .startsWith("A016 p: It has no checkpoint");
            assertThat(refusal(proof.replace("\"version\":1", "\"version\":2")))
                    .startsWith("A016 p: It is not an inclusion proof of version 1");
            for (String other : List.of("{}", "[]", "null", "1", "\"x\"")) {
                assertThat(refusal(other)).startsWith("A016 p: This is not an inclusion proof.");
            }
        }
    }

    private static String refusal(String proof) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> InclusionProof.read(proof.getBytes(StandardCharsets.UTF_8), Place.file("p")))
                .getMessage();
    }

    @Test
    void what_is_not_in_the_run_cannot_be_proved() {
        TestRuns.write(folder.resolve("run"), TestRuns.KEY);
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            assertThatThrownBy(() -> InclusionProof.of(bundle, "3")).hasMessageStartingWith("U005");
            assertThatThrownBy(() -> InclusionProof.of(bundle, "2", "two")).hasMessageStartingWith("U002");
        }
    }
}
