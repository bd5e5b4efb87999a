package org.countsas.report.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countsas.adjudication.Counted;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.reform.Reformed;
import org.countsas.comparison.target.Level;
import org.countsas.definition.Target;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Share;
import org.jspecify.annotations.Nullable;

/** Lines for a terminal, in the forms that all of the laboratory's texts share. Amounts in tables are in the unit that the head names. Not thread-safe. */
final class ComparisonLines {
    private final RuleBook rules;
    private final Language language;
    private final String currency;
    private final List<String> lines = new ArrayList<>();

    ComparisonLines(RuleBook rules, Language language, String currency) {
        this.rules = rules;
        this.language = language;
        this.currency = currency;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String text(String key, Object... values) {
        return Texts.of(ComparisonLines.class, language).text(key, values);
    }

    void say(String key, Object... values) {
        lines.add(text(key, values));
    }

    void line(String line) {
        lines.add(line);
    }

    void table(TextTable table) {
        lines.addAll(table.lines("  "));
    }

    /** The head of every text: what was decided, and in which unit tables are. */
    void head(int fiscalYear, org.countsas.item.Stage stage, java.time.LocalDate asOf) {
        say(
                "head",
                String.valueOf(fiscalYear),
                language.text("stage." + stage.id()),
                asOf.toString(),
                language.unit(currency));
    }

    /** A definition by its mark, with where its policies come from. */
    void definition(String mark, Reformed reformed, String label) {
        say(
                "definition",
                mark,
                label,
                language.label(reformed.definition().title()),
                reformed.digest().substring(0, 12));
        for (Reformed.Origin origin : reformed.origins()) {
            line("      "
                    + (origin.definition().isEmpty()
                            ? text("origin.own", origin.policy())
                            : text("origin", origin.policy(), origin.definition())));
        }
    }

    String title(String policy) {
        return rules.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    String number(long number) {
        return language.number(number);
    }

    /** An amount in a table. */
    String digits(long amount) {
        return language.digits(amount, currency);
    }

    /** A change of an amount in a table. */
    String signed(long amount) {
        return (amount > 0 ? "+" : "") + digits(amount);
    }

    /** A share of an amount, such as {@code 5/7.5/21 %}. */
    String share(Share share) {
        return language.percent(share.toString());
    }

    String amount(long amount) {
        return language.amount(amount, currency);
    }

    String signedAmount(long amount) {
        return (amount > 0 ? "+" : "") + amount(amount);
    }

    /** {@code central (low …, high …)} of a change, as people read amounts. */
    String change(TotalDelta worth) {
        return text("range", signedAmount(worth.central()), signedAmount(worth.low()), signedAmount(worth.high()));
    }

    String range(Counted counted) {
        return text("range", amount(counted.central()), amount(counted.low()), amount(counted.high()));
    }

    /** @param percent null for none, which is shown as such */
    String percent(@Nullable BigDecimal percent) {
        return percent == null ? "-" : language.percent(percent.toPlainString() + " %");
    }

    String level(Level level) {
        return target(level.target());
    }

    String target(Target target) {
        return language.label(target.label());
    }

    String rule(String name) {
        return language.label(rules.ruleTitle(name));
    }

    String label(org.countsas.vocabulary.BilingualText label) {
        return language.label(label);
    }

    Language language() {
        return language;
    }

    /** A table whose first columns are text and the others numbers. */
    static TextTable tableOf(int texts, int numbers) {
        Boolean[] right = new Boolean[texts + numbers];
        Arrays.fill(right, 0, texts, false);
        Arrays.fill(right, texts, texts + numbers, true);
        return new TextTable(right);
    }
}
