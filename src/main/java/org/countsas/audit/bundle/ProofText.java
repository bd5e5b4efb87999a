package org.countsas.audit.bundle;

import java.util.ArrayList;
import java.util.List;
import org.countsas.item.BudgetItem;
import org.countsas.report.Language;

/** What a proof shows, as a person wants to read it. */
public final class ProofText {
    private ProofText() {}

    /** The lines. */
    public static List<String> of(InclusionProof.Shown shown, Language language) {
        DecisionLine decision = shown.decision();
        BudgetItem item = shown.item().item();
        List<String> lines = new ArrayList<>();
        lines.add(AuditTexts.text(
                language,
                "proof.run",
                Names.plain(shown.run()),
                shown.signedBy().name()));
        lines.add("  " + Names.plain(item.id() + " " + item.programme().name()));
        lines.add("  " + Names.plain(item.programme().ministry()) + ", " + item.fiscalYear() + ", "
                + AuditTexts.text(language, "stage." + item.stage().id()) + ", "
                + language.exact(item.amount(), item.currency()));
        String area =
                decision.area() == null ? "" : " (" + Names.plain(decision.area()) + ", " + decision.share() + ")";
        lines.add("  " + Names.plain(decision.definition()) + ": "
                + AuditTexts.text(language, "outcome." + decision.outcome()) + area + ", "
                + language.exact(decision.counted().central(), item.currency()));
        lines.add(AuditTexts.text(language, "proof.ok"));
        return lines;
    }
}
