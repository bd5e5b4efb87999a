package org.countsas.report.candidate;

import java.util.ArrayList;
import java.util.List;
import org.countsas.candidate.ProposedTerm;
import org.countsas.item.BudgetItem;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.jspecify.annotations.Nullable;

/** What became of a proposed term. Immutable and thread-safe. */
public final class TermReport {
    private final Language language;

    public TermReport(Language language) {
        this.language = language;
    }

    /**
     * A term was added.
     *
     * @param test   the file that tests it
     * @param effect what it changes on items at hand; null if it was not tried
     * @param items  how many these are
     */
    public List<String> added(String concept, String term, String test, @Nullable ProposedTerm effect, int items) {
        List<String> lines = new ArrayList<>();
        lines.add(text("added", term, concept, test));
        if (effect != null) {
            String currency = effect.counts().stream()
                    .map(BudgetItem::currency)
                    .findFirst()
                    .orElse("JPY");
            lines.add(text(
                    "tried",
                    term,
                    concept,
                    language.number(effect.counts().size()),
                    language.amount(
                            effect.counts().stream()
                                    .mapToLong(BudgetItem::amount)
                                    .reduce(0, Math::addExact),
                            currency),
                    language.number(effect.rejects().size()),
                    language.number(effect.contests().size()),
                    language.number(items)));
        }
        return lines;
    }

    /** A proposal was dismissed, and a file remembers it. */
    public List<String> dismissed(String concept, String term, String file) {
        return List.of(text("dismissed", term, concept, file));
    }

    private String text(String key, Object... values) {
        return Texts.of(TermReport.class, language).text(key, values);
    }
}
