package org.countsas.report.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.countsas.adjudication.Counted;
import org.countsas.item.Stage;
import org.countsas.official.Bridge;
import org.countsas.official.PublishedFigure;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.reconciliation.CoveredPeriod;
import org.countsas.reconciliation.ReconciledFigure;
import org.countsas.reconciliation.Reconciliation;

/** A reconciliation for a terminal: year by year, each figure with its difference, what explains it and what remains unexplained. */
public final class ReconciliationText {
    private final Reconciliation reconciliation;
    private final RuleBook rules;
    private final Language language;
    private final Texts texts;
    private final FigureNames names;
    private final String currency;
    private final List<String> lines = new ArrayList<>();
    private final TreeSet<String> sources = new TreeSet<>();

    private ReconciliationText(Reconciliation reconciliation, RuleBook rules, Language language) {
        this.reconciliation = reconciliation;
        this.rules = rules;
        this.language = language;
        this.texts = Texts.of(ReconciliationText.class, language);
        this.names = new FigureNames(reconciliation, rules, language);
        this.currency = reconciliation.official().currency();
    }

    /**
     * The lines of a reconciliation.
     *
     * @param rules   which name areas and sources
     * @param command the command that reproduces it
     */
    public static List<String> of(Reconciliation reconciliation, RuleBook rules, String command, Language language) {
        ReconciliationText text = new ReconciliationText(reconciliation, rules, language);
        text.head();
        text.figures();
        text.foot(command);
        return List.copyOf(text.lines);
    }

    private void head() {
        say(
                "head",
                reconciliation.definition().id(),
                language.label(reconciliation.definition().title()),
                language.label(reconciliation.official().title()),
                reconciliation.asOf().toString(),
                language.unit(currency));
    }

    private void figures() {
        int year = 0;
        Stage stage = null;
        for (ReconciledFigure each : reconciliation.figures()) {
            PublishedFigure figure = each.figure();
            if (each.ours().isEmpty()) {
                continue;
            }
            if (figure.fiscalYear() != year || figure.stage() != stage) {
                year = figure.fiscalYear();
                stage = figure.stage();
                period(year, stage);
            }
            figure(each);
        }
    }

    private void period(int year, Stage stage) {
        lines.add("");
        say("period", String.valueOf(year), language.text("stage." + stage.id()));
        for (CoveredPeriod period : reconciliation.periods()) {
            if (period.fiscalYear() == year && period.stage() == stage) {
                say("covers", language.number(period.items()), amount(period.gross()), amount(period.net()));
            }
        }
    }

    private void figure(ReconciledFigure each) {
        PublishedFigure figure = each.figure();
        Counted ours = each.ours().orElseThrow();
        lines.add("");
        lines.add("  " + names.of(figure));
        TextTable table = new TextTable(false, true, false);
        table.row(text("published"), digits(figure.amount()), cited(figure));
        table.row(text("ours"), digits(ours.central()), range(each, ours));
        table.row(text("difference"), signed(each.difference().orElseThrow()), "");
        for (ReconciledFigure.AppliedBridge applied : each.bridges()) {
            table.row(text("bridge"), signed(applied.span().amount()), said(applied));
        }
        table.row(text("unexplained"), signed(each.unexplained().orElseThrow()), verdict(each, ours));
        lines.addAll(table.lines("    "));
    }

    private String cited(PublishedFigure figure) {
        String source = cite(figure.source());
        return figure.page()
                .map(page -> text("source.page", source, names.page(page)))
                .orElse(source);
    }

    /** A source by its id, which the end of the text explains. */
    private String cite(String source) {
        sources.add(source);
        return source;
    }

    private String range(ReconciledFigure each, Counted ours) {
        if (ours.low() == ours.high()) {
            return "";
        }
        return text(each.withinRange() ? "range.within" : "range.outside", digits(ours.low()), digits(ours.high()));
    }

    private String said(ReconciledFigure.AppliedBridge applied) {
        String label = language.label(applied.bridge().label());
        if (applied.span().evidence() instanceof Bridge.Arithmetic arithmetic) {
            return text("bridge.arithmetic", label, language.label(arithmetic.how()));
        }
        Bridge.Sourced sourced = (Bridge.Sourced) applied.span().evidence();
        return text("bridge.sourced", label, cite(sourced.id()));
    }

    private String verdict(ReconciledFigure each, Counted ours) {
        if (each.withinRounding()) {
            return text("rounding", amount(each.figure().roundedTo()));
        }
        return ours.low() != ours.high() && each.withinRange() ? text("estimate") : "";
    }

    private void foot(String command) {
        List<String> missing = reconciliation.figures().stream()
                .filter(each -> each.ours().isEmpty())
                .map(each -> each.figure().fiscalYear() + " "
                        + language.text("stage." + each.figure().stage().id()))
                .distinct()
                .toList();
        lines.add("");
        if (!missing.isEmpty()) {
            say("missing", String.join(", ", missing));
        }
        if (reconciliation.others() > 0) {
            say("others", language.number(reconciliation.others()));
        }
        say("note");
        say("sources");
        sources.forEach(source -> lines.add("  " + source + ": " + language.label(rules.sourceTitle(source))));
        say("command", command);
    }

    private String amount(long amount) {
        return language.amount(amount, currency);
    }

    private String digits(long amount) {
        return language.digits(amount, currency);
    }

    private String signed(long amount) {
        return (amount > 0 ? "+" : "") + digits(amount);
    }

    private void say(String key, Object... values) {
        lines.add(text(key, values));
    }

    private String text(String key, Object... values) {
        return texts.text(key, values);
    }
}
