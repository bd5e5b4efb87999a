package org.countsas.report.reconciliation;

import org.countsas.definition.Block;
import org.countsas.official.PublishedFigure;
import org.countsas.official.Subject;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.reconciliation.Reconciliation;

/** What published figures are called: the block or area, and what they cover of it. Immutable and thread-safe. */
public final class FigureNames {
    private final Reconciliation reconciliation;
    private final RuleBook rules;
    private final Language language;
    private final Texts texts;

    public FigureNames(Reconciliation reconciliation, RuleBook rules, Language language) {
        this.reconciliation = reconciliation;
        this.rules = rules;
        this.language = language;
        this.texts = Texts.of(FigureNames.class, language);
    }

    /** The name of a figure. */
    public String of(PublishedFigure figure) {
        String basis = reconciliation
                .official()
                .basis(figure.basis())
                .map(each -> language.label(each.label()))
                .orElse(figure.basis());
        return texts.text("figure", subject(figure.subject()), basis);
    }

    private String subject(Subject subject) {
        if (subject instanceof Subject.OfBlock block) {
            return reconciliation.definition().blocks().stream()
                    .filter(known -> known.id().equals(block.id()))
                    .map(Block::label)
                    .map(language::label)
                    .findFirst()
                    .orElse(block.id());
        }
        if (subject instanceof Subject.OfArea area) {
            return rules.policy(area.id())
                    .map(Policy::title)
                    .map(language::label)
                    .orElse(area.id());
        }
        return texts.text("total");
    }
}
