package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.Condition;
import org.countsas.policy.Property;
import org.countsas.policy.Verb;
import org.countsas.policy.language.ConditionTokens.Kind;
import org.countsas.policy.language.ConditionTokens.Refusal;
import org.countsas.policy.language.ConditionTokens.Token;
import org.countsas.problem.Suggestion;
import org.jspecify.annotations.Nullable;

/**
 * Reads one constraint of a DRL pattern as a {@link Condition}, and refuses anything that the rule language does not have.
 *
 * <p>This is the heart of the safe profile: not a search for dangerous constructs, but a grammar in which none can be written. The grammar
 * is a subset of DRL's, with the same tokens and the same precedence, so what it accepts means the same to the engine; a test compares the
 * two on every rule and item.
 *
 * <pre>
 * or         = and { "||" and }
 * and        = not { "&amp;&amp;" not }
 * not        = "!" not | "(" or ")" | primary
 * primary    = verb "(" strings ")"
 *            | "mentionCount" "(" strings ")" "&gt;=" integer
 *            | (property | "attribute" "(" string ")" | "kind") ( "==" string | "!=" string | ["not"] "in" "(" strings ")" )
 *            | "$item" "." verb "(" "concept" ")"
 * strings    = string { "," string }
 * </pre>
 */
final class ConditionParser {
    /** The engine's own condition reader takes twice as long for each level: a quarter of a second for these, minutes for 15. */
    private static final int DEEPEST = 8;

    private static final List<String> ITEM_WORDS = List.of(
            "runBy",
            "names",
            "aims",
            "mentions",
            "cites",
            "fundedBy",
            "mentionCount",
            "ministry",
            "bureau",
            "account",
            "majorExpense",
            "attribute");

    private final ConditionTokens tokens;
    private final @Nullable String itemOfJoin;
    private int depth;

    private ConditionParser(SourceText source, int start, int end, @Nullable String itemOfJoin) throws Refusal {
        this.tokens = new ConditionTokens(source, start, end);
        this.itemOfJoin = itemOfJoin;
    }

    /** The condition on an item between two offsets. */
    static Condition onItem(SourceText source, int start, int end) throws Refusal {
        return new ConditionParser(source, start, end, null).whole();
    }

    /** The condition on a facility between two offsets; the item is bound to the given name. */
    static Condition onFacility(SourceText source, int start, int end, String item) throws Refusal {
        return new ConditionParser(source, start, end, item).whole();
    }

    private Condition whole() throws Refusal {
        Condition condition = or();
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.refuse(
                    tokens.peek(),
                    "'" + tokens.peek().text() + "' cannot stand here",
                    "Join conditions by ',', '&&' or '||'");
        }
        return condition;
    }

    private Condition or() throws Refusal {
        int start = tokens.peek().start();
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (tokens.take("||")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts, tokens.from(start));
    }

    private Condition and() throws Refusal {
        int start = tokens.peek().start();
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (tokens.take("&&")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, tokens.from(start));
    }

    private Condition not() throws Refusal {
        Token first = tokens.peek();
        if (++depth > DEEPEST) {
            throw tokens.refuse(first, "Conditions are nested more than " + DEEPEST + " deep", "Split the rule");
        }
        try {
            if (tokens.take("!")) {
                Token negated = tokens.peek();
                if (negated.kind() == Kind.WORD
                        && Verb.ofWord(negated.text()).isEmpty()
                        && !negated.text().equals(itemOfJoin)) {
                    // To the engine, '!' binds more tightly than '=='.
                    throw tokens.refuse(first, "'!' before a comparison", "Put the comparison in parentheses");
                }
                return new Condition.Not(not(), tokens.from(first.start()));
            }
            if (tokens.take("(")) {
                Condition inner = or();
                tokens.expect(")");
                return inner;
            }
            return primary();
        } finally {
            depth--;
        }
    }

    private Condition primary() throws Refusal {
        Token word = tokens.peek();
        if (word.kind() != Kind.WORD) {
            throw tokens.refuse(
                    word,
                    "Expected a condition, found " + (word.kind() == Kind.END ? "the end" : "'" + word.text() + "'"),
                    known());
        }
        tokens.next();
        return itemOfJoin == null ? onItem(word) : onFacility(word);
    }

    private Condition onItem(Token word) throws Refusal {
        Optional<Verb> verb = Verb.ofWord(word.text());
        if (verb.isPresent()) {
            List<String> concepts = tokens.strings();
            return new Condition.Mentioned(verb.get(), concepts, tokens.from(word.start()));
        }
        if (word.text().equals("mentionCount")) {
            List<String> concepts = tokens.strings();
            tokens.expect(">=");
            Token number = tokens.peek();
            if (number.kind() != Kind.INTEGER
                    || number.text().length() > 4
                    || number.text().startsWith("0")) {
                throw tokens.refuse(
                        number, "Expected a whole number after 'mentionCount(…) >='", "Write a number from 1 to 9999");
            }
            tokens.next();
            return new Condition.MentionedOften(concepts, Integer.parseInt(number.text()), tokens.from(word.start()));
        }
        if (word.text().equals("attribute")) {
            List<String> key = tokens.strings();
            if (key.size() != 1) {
                throw tokens.refuse(word, "'attribute' takes one key", "Write attribute(\"key\")");
            }
            return compared(word, values -> new Condition.AttributeIs(key.get(0), values, tokens.from(word.start())));
        }
        Optional<Property> property = Property.ofWord(word.text());
        if (property.isPresent()) {
            return compared(
                    word, values -> new Condition.PropertyIs(property.get(), values, tokens.from(word.start())));
        }
        throw tokens.refuse(
                word,
                "'" + word.text() + "' is not part of the rule language",
                Suggestion.nearest(word.text(), ITEM_WORDS)
                        .map(Suggestion::question)
                        .orElse(known()));
    }

    private Condition onFacility(Token word) throws Refusal {
        if (word.text().equals("kind")) {
            return compared(word, kinds -> new Condition.FacilityKindIs(kinds, tokens.from(word.start())));
        }
        if (word.text().equals(itemOfJoin)) {
            tokens.expect(".");
            Token verbWord = tokens.peek();
            Optional<Verb> verb = Verb.ofWord(verbWord.text());
            if (verb.isEmpty()) {
                throw tokens.refuse(
                        verbWord,
                        "'" + verbWord.text() + "' is not part of the rule language",
                        "Write " + word.text() + ".mentions(concept)");
            }
            tokens.next();
            tokens.expect("(");
            if (tokens.peek().kind() != Kind.WORD || !tokens.peek().text().equals("concept")) {
                throw tokens.refuse(
                        tokens.peek(),
                        "A facility is found by its concept",
                        "Write " + word.text() + "." + verbWord.text() + "(concept)");
            }
            tokens.next();
            tokens.expect(")");
            return new Condition.FacilityMentioned(verb.get(), tokens.from(word.start()));
        }
        throw tokens.refuse(word, "'" + word.text() + "' is not part of the rule language for facilities", known());
    }

    private interface Comparison {
        Condition with(List<String> values) throws Refusal;
    }

    private Condition compared(Token first, Comparison comparison) throws Refusal {
        if (tokens.take("==")) {
            return comparison.with(List.of(tokens.string()));
        }
        if (tokens.take("!=")) {
            return new Condition.Not(comparison.with(List.of(tokens.string())), tokens.from(first.start()));
        }
        boolean negated = tokens.take("not");
        if (tokens.take("in")) {
            List<String> values = tokens.strings();
            Condition in = comparison.with(values);
            return negated ? new Condition.Not(in, tokens.from(first.start())) : in;
        }
        throw tokens.refuse(
                tokens.peek(),
                "Expected a comparison after '" + first.text() + "'",
                "Write ==, !=, in (…) or not in (…)");
    }

    private String known() {
        return itemOfJoin == null
                ? "Known: " + String.join(", ", ITEM_WORDS)
                : "Known: kind, " + itemOfJoin + ".mentions(concept)";
    }
}
