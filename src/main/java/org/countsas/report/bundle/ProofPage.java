package org.countsas.report.bundle;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.bundle.ProofLink;
import org.countsas.audit.key.Checkpoint;
import org.countsas.audit.key.SignedNote;
import org.countsas.output.Pages;
import org.countsas.output.Texts;
import org.countsas.report.explanation.ExplanationDocument;
import org.countsas.report.explanation.ExplanationPage;

/**
 * A proof as one self-contained page for a third person: the decision, the reasons for it, and how to check that it belongs to the run. The
 * proof itself is the target of a link on the page. Everything public except {@link #of} is for its template. Immutable and thread-safe.
 *
 * @param proof       the proof
 * @param checkpoint  what was signed
 * @param explanation the explanation, as its own page would show it
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProofPage(InclusionProof proof, Checkpoint checkpoint, ExplanationPage explanation) {
    /**
     * The page of a proof, as HTML.
     *
     * @throws IllegalArgumentException if the proof's note is no checkpoint
     */
    public static String of(InclusionProof proof, ExplanationDocument document) {
        Checkpoint checkpoint = Checkpoint.parse(proof.note().text())
                .orElseThrow(() -> new IllegalArgumentException("The note is no checkpoint"));
        return Pages.page("bundle/proof.jte", new ProofPage(proof, checkpoint, new ExplanationPage(document)));
    }

    /** A text of the page with its slots filled. */
    public String text(String key, Object... values) {
        return Texts.of(ProofPage.class, explanation.document().language()).text(key, values);
    }

    /** The page's style sheet: that of explanations, and what only this page has. */
    public String style() {
        return explanation.style() + Pages.part(ProofPage.class, "proof.css");
    }

    /** The run's id. */
    public String run() {
        return checkpoint.origin().substring(Bundle.ORIGIN.length());
    }

    /** Whether somebody signed the run. */
    public boolean isSigned() {
        return proof.note().signature() != null;
    }

    /** The name of the key that signed the run, which nobody has checked yet; empty if there is none. */
    public String key() {
        SignedNote.NoteSignature signature = proof.note().signature();
        return signature == null ? "" : signature.keyName();
    }

    /** What the proof proves. */
    public String claim() {
        return text(
                "proof.claim",
                explanation.document().language().number(proof.index() + 1),
                explanation.document().language().number(checkpoint.size()),
                run());
    }

    /** How to check it, one step after another. */
    public List<String> steps() {
        return List.of(text("proof.step.key", key()), text("proof.step.verify"), text("proof.step.reason"));
    }

    /** How to check it by hand. */
    public String byHand() {
        return text(
                "proof.by-hand",
                proof.index(),
                proof.path().size(),
                checkpoint.root().hex());
    }

    /** The proof as the target of a link. */
    public String attached() {
        return ProofLink.to(proof);
    }
}
