package org.countsas.report.bundle;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.audit.bundle.InclusionProof;
import org.countsas.audit.container.BundleFiles;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.output.Texts;

/** What a proof shows, as a person wants to read it. */
@API(status = API.Status.INTERNAL)
public final class ProofText {
    private ProofText() {}

    /** The lines. */
    public static List<String> of(InclusionProof.Shown shown, Language language) {
        DecisionLine decision = shown.decision();
        BudgetItem item = shown.item().item();
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of(ProofText.class, language)
                .text(
                        "proof.run",
                        BundleFiles.plain(shown.run()),
                        shown.signedBy().name()));
        lines.add("  " + BundleFiles.plain(item.id() + " " + item.programme().name()));
        lines.add("  " + BundleFiles.plain(item.programme().ministry()) + ", " + item.fiscalYear() + ", "
                + Texts.of(ProofText.class, language)
                        .text("stage." + item.stage().id()) + ", "
                + language.exact(item.amount(), item.currency()));
        String area = decision.area() == null
                ? ""
                : " (" + BundleFiles.plain(decision.area()) + ", " + decision.share() + ")";
        lines.add("  " + BundleFiles.plain(decision.definition()) + ": "
                + Texts.of(ProofText.class, language).text("outcome." + decision.outcome()) + area + ", "
                + language.exact(decision.counted().central(), item.currency()));
        lines.add(Texts.of(ProofText.class, language).text("proof.ok"));
        return lines;
    }
}
