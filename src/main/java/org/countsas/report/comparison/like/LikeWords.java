package org.countsas.report.comparison.like;

import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.comparison.like.LikeItem;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;

/** What is said of two budgets, in one language and currency. Immutable and thread-safe. */
final class LikeWords {
    private final RuleBook rules;
    private final Language language;
    private final String currency;

    LikeWords(RuleBook rules, Language language, String currency) {
        this.rules = rules;
        this.language = language;
        this.currency = currency;
    }

    String text(String key, Object... values) {
        return Texts.of(LikeWords.class, language).text(key, values);
    }

    String amount(long amount) {
        return language.amount(amount, currency);
    }

    String signed(long amount) {
        return (amount > 0 ? "+" : "") + language.number(amount);
    }

    /** How much more or less. */
    String difference(long amount) {
        return amount == 0 ? text("same") : text(amount > 0 ? "more" : "less", amount(Math.abs(amount)));
    }

    String area(String policy) {
        return rules.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    /** What differs about an item. */
    String kind(LikeItem item) {
        return text("kind." + item.decided().map(change -> change.kind().name()).orElse("AMOUNT"));
    }

    /** What is decided, and how much it comes to. */
    String decision(Decision decision) {
        return text(
                "decision." + decision.outcome(),
                decision.outcome() == Outcome.NOT_COUNTED
                        ? amount(decision.item().amount())
                        : area(decision.area().orElseThrow()),
                amount(
                        decision.outcome() == Outcome.REVIEW
                                ? decision.counted().high()
                                : decision.counted().central()),
                amount(decision.item().amount()));
    }
}
