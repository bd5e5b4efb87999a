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
        Texts texts = Texts.of(ProofText.class, language);
        lines.add(texts.text(
                "proof.run", BundleFiles.plain(shown.run()), shown.signedBy().name()));
        lines.add("  " + BundleFiles.plain(item.id() + " " + item.programme().name()));
        lines.add("  "
                + texts.text(
                        "proof.facts",
                        BundleFiles.plain(item.programme().ministry()),
                        String.valueOf(item.fiscalYear()),
                        language.text("stage." + item.stage().id()),
                        language.exact(item.amount(), item.currency())));
        String outcome = texts.text("outcome." + decision.outcome());
        String counted = language.exact(decision.counted().central(), item.currency());
        String definition = BundleFiles.plain(decision.definition());
        lines.add("  "
                + (decision.area() == null
                        ? texts.text("proof.decision", definition, outcome, counted)
                        : texts.text(
                                "proof.decision.area",
                                definition,
                                outcome,
                                BundleFiles.plain(decision.area()),
                                language.percent(decision.share().toString()),
                                counted)));
        lines.add(texts.text("proof.ok"));
        return lines;
    }
}
