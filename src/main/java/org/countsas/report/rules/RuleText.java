package org.countsas.report.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countsas.explanation.ConditionSentences;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.Condition;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;

/** One rule for people who have never seen a rule file: each condition as a sentence, next to the text for the engine. */
public final class RuleText {
    private static final Pattern END = Pattern.compile("(^|.*[\\s;])end\\s*(//.*)?");

    private final RuleBook book;
    private final Language language;
    private final ConditionSentences sentences;
    private final List<String> lines = new ArrayList<>();

    private RuleText(RuleBook book, Language language) {
        this.book = book;
        this.language = language;
        this.sentences = new ConditionSentences(book, language);
    }

    /** The lines of a rule of the rule book. */
    public static List<String> of(Rule rule, RuleBook book, Language language) {
        RuleText text = new RuleText(book, language);
        text.rule(rule);
        text.source(rule);
        return List.copyOf(text.lines);
    }

    private void rule(Rule rule) {
        String policy = book.policy(rule.policy())
                .map(Policy::title)
                .map(language::label)
                .orElse(rule.policy());
        lines.add(language.label(book.ruleTitle(rule.name())));
        lines.add("  "
                + say(
                        "show.about",
                        policy,
                        say("word." + rule.strength()),
                        say("word." + rule.basis()),
                        rule.file() + ":" + rule.line()));
        lines.add("");
        String conclusion = rule.effect() + (rule.scope() == Scope.EVERYWHERE ? ".everywhere" : "");
        lines.add(
                say("show." + conclusion, policy, language.percent(rule.share().toString())));
        condition(rule.condition(), "  ", true);
        rule.facilities()
                .ifPresent(join -> sentence(sentences.of(join), join.condition().source(), "  "));
        lines.add("");
        lines.add(say("show.because", language.label(rule.because())));
        if (rule.effect() == Effect.COUNT && !rule.share().equals(Share.WHOLE)) {
            rule.shareCitation()
                    .ifPresent(source -> lines.add(say(
                            "show.share",
                            language.percent(rule.share().toString()),
                            language.label(book.sourceTitle(source)))));
        }
        rule.citations().forEach(source -> lines.add(say("show.source", language.label(book.sourceTitle(source)))));
        rule.since().ifPresent(day -> lines.add(say("show.since", day.toString())));
        rule.until().ifPresent(day -> lines.add(say("show.until", day.toString())));
    }

    /** A condition, with its parts below it. */
    private void condition(Condition condition, String indent, boolean outermost) {
        List<Condition> parts = condition instanceof Condition.All all
                ? all.parts()
                : condition instanceof Condition.Any any ? any.parts() : List.of();
        if (parts.isEmpty()) {
            sentence(sentences.of(condition), condition.source(), indent);
            return;
        }
        String below = indent;
        if (!outermost) {
            lines.add(indent + say("show.bullet", say(condition instanceof Condition.All ? "show.all" : "show.any")));
            below = indent + "    ";
        }
        for (Condition part : parts) {
            condition(part, below, false);
        }
    }

    private void sentence(String sentence, Condition.Source source, String indent) {
        lines.add(indent + say("show.bullet", sentence));
        lines.add(indent + "    " + source.line() + ": " + source.text().replaceAll("\\s+", " "));
    }

    private void source(Rule rule) {
        lines.add("");
        lines.add(rule.file());
        List<String> file = Optional.ofNullable(book.ruleFiles().get(rule.file()))
                .orElse("")
                .lines()
                .toList();
        for (int i = rule.line(); i <= file.size(); i++) {
            lines.add(String.format("%6d  %s", i, file.get(i - 1).replace("\t", "    "))
                    .stripTrailing());
            if (END.matcher(file.get(i - 1)).matches()) {
                return;
            }
        }
    }

    private String say(String key, Object... values) {
        return Texts.of(RuleText.class, language).text(key, values);
    }
}
