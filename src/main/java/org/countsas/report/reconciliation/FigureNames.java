package org.countsas.report.reconciliation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern PART = Pattern.compile("(page|section|reference) (\\d+)");
    private static final Pattern CHAPTER = Pattern.compile("chapter (\\d+) section (\\d+) no\\. (\\d+)");

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

    /** Where in its source a figure stands, as the rules write it: {@code page 34}, {@code section 1}. */
    public String page(String written) {
        Matcher part = PART.matcher(written);
        Matcher chapter = CHAPTER.matcher(written);
        return part.matches()
                ? texts.text("cited." + part.group(1), part.group(2))
                : chapter.matches()
                        ? texts.text("cited.chapter", chapter.group(1), chapter.group(2), chapter.group(3))
                        : written;
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
