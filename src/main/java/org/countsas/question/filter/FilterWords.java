package org.countsas.question.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.record.DecisionWords;

/** Says what a filter asks for. Immutable and thread-safe. */
final class FilterWords {
    private final RuleBook rules;
    private final Language language;
    private final DecisionWords words;

    FilterWords(RuleBook rules, Language language) {
        this.rules = rules;
        this.language = language;
        this.words = new DecisionWords(language);
    }

    List<String> of(ItemFilter filter) {
        List<String> parts = new ArrayList<>();
        ReasonFilter reasons = filter.reasons();
        add(parts, "outcome", sorted(filter.outcomes()), words::of);
        add(parts, "area", filter.areas(), this::title);
        add(parts, "ministry", filter.ministries(), text -> text);
        add(parts, "bureau", filter.bureaus(), text -> text);
        add(parts, "rule", reasons.rules(), text -> text);
        add(parts, "basis", sorted(reasons.bases()), words::of);
        add(parts, "strength", sorted(reasons.strengths()), words::of);
        add(parts, "standing", sorted(reasons.standings()), words::of);
        String text = filter.text();
        if (text != null) {
            parts.add(text("text", text));
        }
        Long least = filter.leastAmount();
        if (least != null) {
            parts.add(text("min-amount", language.number(least)));
        }
        return parts;
    }

    private <T> void add(List<String> parts, String key, Collection<T> wanted, Function<T, String> word) {
        if (!wanted.isEmpty()) {
            parts.add(text(key, wanted.stream().map(word).collect(Collectors.joining(text("or")))));
        }
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> constants) {
        return constants.stream().sorted().toList();
    }

    private String title(String area) {
        return rules.policy(area).map(policy -> language.label(policy.title())).orElse(area);
    }

    private String text(String key, Object... values) {
        return Texts.of(FilterWords.class, language).text(key, values);
    }
}
