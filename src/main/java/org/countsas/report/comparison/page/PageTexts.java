package org.countsas.report.comparison.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.change.DefinitionResult;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;

/** How the page says things: sentences, names and amounts in one language and currency. Immutable and thread-safe. */
final class PageTexts {
    private final Language language;
    private final String currency;
    private final RuleBook rules;

    PageTexts(Language language, String currency, RuleBook rules) {
        this.language = language;
        this.currency = currency;
        this.rules = rules;
    }

    Language language() {
        return language;
    }

    String currency() {
        return currency;
    }

    /** A sentence with its slots filled. */
    String text(String key, Object... values) {
        return Texts.of(PageTexts.class, language).text(key, values);
    }

    String amount(long amount) {
        return language.amount(amount, currency);
    }

    /** With its sign: what is added, or what is taken away. */
    String change(long amount) {
        return (amount > 0 ? "+" : amount < 0 ? "−" : "") + language.amount(Math.abs(amount), currency);
    }

    String range(Counted counted) {
        return text("range", amount(counted.central()), amount(counted.low()), amount(counted.high()));
    }

    String change(TotalDelta worth) {
        return text("range", change(worth.central()), change(worth.low()), change(worth.high()));
    }

    String percent(BigDecimal percent) {
        return language.percent(percent.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %");
    }

    /** The name of an area. */
    String area(String policy) {
        return rules.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    /** An edit of a definition: an area that it adds or gives up by name, anything else as written. */
    String edit(String edit) {
        String policy = edit.replaceFirst("^[+-] ", "");
        return rules.policy(policy).isEmpty()
                ? edit
                : text(edit.startsWith("-") ? "edit.without" : "edit.with", area(policy));
    }

    /** What a definition is called: its title, and the folder of rules if these differ. */
    String title(DefinitionResult side) {
        String expression = side.reformed().expression();
        String rest = side.label().startsWith(expression) ? side.label().substring(expression.length()) : "";
        return language.label(side.definition().title()) + rest;
    }
}
