package org.countsas.audit.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.countsas.audit.key.KeyRing;
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
        TestRuns.write(folder.resolve("run"), Optional.of(TestRuns.KEY));
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            for (var item : TestRuns.items()) {
                InclusionProof proof = InclusionProof.read(InclusionProof.of(bundle, item.id(), Optional.of("one")).bytes(), Place.NONE);
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
        TestRuns.write(folder.resolve("run.zip"), Optional.of(TestRuns.KEY));
        byte[] proof;
        try (Bundle bundle = Bundle.open(folder.resolve("run.zip"))) {
            proof = InclusionProof.of(bundle, "2", Optional.empty()).bytes();
        }
        for (int i = 0; i < proof.length; i++) {
            byte[] changed = proof.clone();
            changed[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> InclusionProof.read(changed, Place.NONE).verify(TestRuns.TRUSTED, Place.NONE)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void a_proof_is_not_believed_without_a_trusted_signature() {
        TestRuns.write(folder.resolve("run"), Optional.empty());
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            InclusionProof proof = InclusionProof.of(bundle, "2", Optional.empty());

            assertThatThrownBy(() -> proof.verify(TestRuns.TRUSTED, Place.NONE)).hasMessageStartingWith("A009");
            InclusionProof signed = new InclusionProof(proof.decision(), proof.item(), proof.index(), proof.path(),
                    org.countsas.audit.key.SignedNote.sign(proof.note().text(), TestRuns.STRANGER));
            assertThatThrownBy(() -> signed.verify(TestRuns.TRUSTED, Place.NONE)).hasMessageStartingWith("A010");
            assertThatThrownBy(() -> signed.verify(KeyRing.of(), Place.NONE)).hasMessageStartingWith("A011");
            InclusionProof other = new InclusionProof(proof.decision(), InclusionProof.of(bundle, "1", Optional.empty()).item(), proof.index(), proof.path(),
                    org.countsas.audit.key.SignedNote.sign(proof.note().text(), TestRuns.KEY));
            assertThatThrownBy(() -> other.verify(TestRuns.TRUSTED, Place.NONE)).hasMessageStartingWith("A016").hasMessageContaining("The item is not the one");
        }
    }

    @Test
    void what_is_not_in_the_run_cannot_be_proved() {
        TestRuns.write(folder.resolve("run"), Optional.of(TestRuns.KEY));
        try (Bundle bundle = Bundle.open(folder.resolve("run"))) {
            assertThatThrownBy(() -> InclusionProof.of(bundle, "3", Optional.empty())).hasMessageStartingWith("U005");
            assertThatThrownBy(() -> InclusionProof.of(bundle, "2", Optional.of("two"))).hasMessageStartingWith("U002");
        }
    }
}
