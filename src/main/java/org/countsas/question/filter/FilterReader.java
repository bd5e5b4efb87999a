package org.countsas.question.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Names;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.question.name.NameFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a filter as people write it, in a shell or in the address of a page: a name and texts for each part. Outcomes, bases, strengths and
 * standings may be written by their ids or as either language calls them; areas by id or title; rules by name. Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class FilterReader {
    /** The parts of a filter, in the order in which they are documented. */
    public enum Part {
        /** What is decided. */
        OUTCOME,
        /** The area in which it counts, or in question. */
        AREA,
        /** A text in the ministry's name. */
        MINISTRY,
        /** A text in the bureau's name. */
        BUREAU,
        /** A rule that speaks of the item. */
        RULE,
        /** On whose word the rule stands. */
        BASIS,
        /** How strong a reason the rule is. */
        STRENGTH,
        /** What became of what the rule found. */
        STANDING,
        /** A text in the programme. */
        TEXT,
        /** The smallest amount. */
        MIN_AMOUNT;

        /** The name in options and addresses, such as {@code min-amount}. */
        public String id() {
            return FilterReader.id(this);
        }
    }

    private static final Pattern AMOUNT =
            Pattern.compile("([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,19})(\\.[0-9]{1,12})?(tn|bn|m|兆|億|万|)(?:円|yen)?");
    private static final Map<String, Integer> ZEROS = Map.of("tn", 12, "兆", 12, "bn", 9, "億", 8, "m", 6, "万", 4, "", 0);

    private final RuleBook rules;

    /** @param rules have the areas and rules that a filter may name */
    public FilterReader(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * The filter.
     *
     * @param texts what is asked of each part: one of several texts suffices. A part that is missing or has no text lets everything through
     * @throws ProblemException {@code UNKNOWN_OPTION}, {@code NO_SUCH_POLICY} or {@code NO_SUCH_RULE} if a text means nothing
     */
    public ItemFilter read(Map<Part, List<String>> texts) {
        Map<Part, List<String>> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, texts.getOrDefault(part, List.of()));
        }
        return new ItemFilter(
                constants(NameFinder.outcomes(), Part.OUTCOME, all),
                each(Part.AREA, all, this::area),
                plain(Part.MINISTRY, all),
                plain(Part.BUREAU, all),
                new ReasonFilter(
                        each(Part.RULE, all, this::rule),
                        constants(NameFinder.bases(), Part.BASIS, all),
                        constants(NameFinder.strengths(), Part.STRENGTH, all),
                        constants(NameFinder.standings(), Part.STANDING, all)),
                one(Part.TEXT, all),
                amount(one(Part.MIN_AMOUNT, all)));
    }

    static String id(Enum<?> constant) {
        return NameFinder.id(constant);
    }

    private static List<String> plain(Part part, Map<Part, List<String>> all) {
        return each(part, all, text -> text);
    }

    private static <T> List<T> each(Part part, Map<Part, List<String>> all, Function<String, T> meaning) {
        return all.getOrDefault(part, List.of()).stream()
                .map(text -> text(part, text))
                .map(meaning)
                .distinct()
                .toList();
    }

    private static String text(Part part, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw problem("--" + part.id() + " is empty", "Write what to look for, or leave the option out");
        }
        return stripped;
    }

    private static @Nullable String one(Part part, Map<Part, List<String>> all) {
        List<String> texts = plain(part, all);
        if (texts.size() > 1) {
            throw problem("--" + part.id() + " is given more than once", "Give it once");
        }
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static <E extends Enum<E>> Set<E> constants(Names<E> names, Part part, Map<Part, List<String>> all) {
        Set<E> found = new LinkedHashSet<>();
        for (String text : plain(part, all)) {
            for (String word : text.split("[,、，]", -1)) {
                found.add(NameFinder.constant(names, "--" + part.id(), text(part, word)));
            }
        }
        return found;
    }

    private String area(String text) {
        return NameFinder.area(text, rules);
    }

    private String rule(String text) {
        return Names.of(
                        rules.rules(),
                        Rule::name,
                        rule -> List.of(
                                rules.ruleTitle(rule.name()).en(),
                                rules.ruleTitle(rule.name()).ja()))
                .find(text)
                .map(Rule::name)
                .orElseThrow(() -> new ProblemException(
                        Code.NO_SUCH_RULE,
                        Place.NONE,
                        "There is no rule '" + text + "'",
                        Suggestion.near(
                                        text,
                                        rules.rules().stream().map(Rule::name).toList())
                                .map(Suggestion::question)
                                .orElse("See 'rules list'")));
    }

    private @Nullable Long amount(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = AMOUNT.matcher(rules.vocabulary().normalized(text).replaceAll("\\s", ""));
        if (matcher.matches()) {
            BigDecimal exact = new BigDecimal(
                            matcher.group(1).replace(",", "") + Objects.requireNonNullElse(matcher.group(2), ""))
                    .movePointRight(ZEROS.getOrDefault(matcher.group(3), 0));
            try {
                return exact.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
            } catch (ArithmeticException e) {
                // no whole number of units, or too large for one: reported below
            }
        }
        throw problem(
                "'" + text + "' is not an amount",
                "Write --min-amount 1000000000, or 1bn, 500m, 10億 or 5000万, in whole units of the currency");
    }

    private static ProblemException problem(String reason, String fix) {
        return new ProblemException(Code.UNKNOWN_OPTION, Place.NONE, reason, fix);
    }

    /** What a filter asks for, in words: one text for each part that it has. */
    public List<String> words(ItemFilter filter, Language language) {
        return new FilterWords(rules, language).of(filter);
    }
}
