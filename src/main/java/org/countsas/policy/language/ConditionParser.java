package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.Condition;
import org.countsas.policy.Property;
import org.countsas.policy.Verb;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.Suggestion;

/**
 * Reads one constraint of a DRL pattern as a {@link Condition}, and refuses whatever the rule language does not have.
 *
 * <p>This is the heart of the safe profile: not a search for dangerous constructs, but a grammar in which none can be
 * written. The grammar is a subset of DRL's, with the same tokens and the same precedence, so what it accepts means the same
 * to the engine; a test holds the two against each other on every rule and item.
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
    /** The engine's own reader of conditions takes twice as long for each level: a quarter of a second for these, minutes for 15. */
    private static final int DEEPEST = 8;

    private static final int MOST_STRINGS = 200;
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

    /** A refusal; carried to the one place that reports it. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Refusal(Problem problem) {
            super(problem.reason(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private enum Kind {
        WORD,
        STRING,
        INTEGER,
        SYMBOL,
        END
    }

    private record Token(Kind kind, String text, int start, int end) {}

    private final SourceText source;
    private final Optional<String> itemOfJoin;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionParser(SourceText source, int start, int end, Optional<String> itemOfJoin) throws Refusal {
        this.source = source;
        this.itemOfJoin = itemOfJoin;
        tokenize(start, end);
    }

    /** The condition on an item between two offsets. */
    static Condition onItem(SourceText source, int start, int end) throws Refusal {
        return new ConditionParser(source, start, end, Optional.empty()).whole();
    }

    /** The condition on a facility between two offsets; the item is bound to the name given. */
    static Condition onFacility(SourceText source, int start, int end, String item) throws Refusal {
        return new ConditionParser(source, start, end, Optional.of(item)).whole();
    }

    private Condition whole() throws Refusal {
        Condition condition = or();
        if (peek().kind != Kind.END) {
            throw refuse(peek(), "'" + peek().text + "' cannot stand here", "Join conditions by ',', '&&' or '||'");
        }
        return condition;
    }

    private Condition or() throws Refusal {
        int start = peek().start;
        List<Condition> parts = new ArrayList<>(List.of(and()));
        while (take("||")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts, from(start));
    }

    private Condition and() throws Refusal {
        int start = peek().start;
        List<Condition> parts = new ArrayList<>(List.of(not()));
        while (take("&&")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(parts, from(start));
    }

    private Condition not() throws Refusal {
        Token first = peek();
        if (++depth > DEEPEST) {
            throw refuse(first, "Conditions are nested more than " + DEEPEST + " deep", "Split the rule");
        }
        try {
            if (take("!")) {
                Token negated = peek();
                if (negated.kind == Kind.WORD
                        && Verb.ofWord(negated.text).isEmpty()
                        && !itemOfJoin.equals(Optional.of(negated.text))) {
                    // To the engine, '!' binds more tightly than '=='.
                    throw refuse(first, "'!' before a comparison", "Put the comparison in parentheses");
                }
                return new Condition.Not(not(), from(first.start));
            }
            if (take("(")) {
                Condition inner = or();
                expect(")");
                return inner;
            }
            return primary();
        } finally {
            depth--;
        }
    }

    private Condition primary() throws Refusal {
        Token word = peek();
        if (word.kind != Kind.WORD) {
            throw refuse(
                    word,
                    "Expected a condition, found " + (word.kind == Kind.END ? "the end" : "'" + word.text + "'"),
                    known());
        }
        at++;
        return itemOfJoin.isPresent() ? onFacility(word) : onItem(word);
    }

    private Condition onItem(Token word) throws Refusal {
        Optional<Verb> verb = Verb.ofWord(word.text);
        if (verb.isPresent()) {
            List<String> concepts = strings();
            return new Condition.Mentioned(verb.get(), concepts, from(word.start));
        }
        if (word.text.equals("mentionCount")) {
            List<String> concepts = strings();
            expect(">=");
            Token number = peek();
            if (number.kind != Kind.INTEGER || number.text.length() > 4 || number.text.startsWith("0")) {
                throw refuse(
                        number, "Expected a whole number after 'mentionCount(…) >='", "Write a number from 1 to 9999");
            }
            at++;
            return new Condition.MentionedOften(concepts, Integer.parseInt(number.text), from(word.start));
        }
        if (word.text.equals("attribute")) {
            List<String> key = strings();
            if (key.size() != 1) {
                throw refuse(word, "'attribute' takes one key", "Write attribute(\"key\")");
            }
            return compared(word, values -> new Condition.AttributeIs(key.get(0), values, from(word.start)));
        }
        Optional<Property> property = Property.ofWord(word.text);
        if (property.isPresent()) {
            return compared(word, values -> new Condition.PropertyIs(property.get(), values, from(word.start)));
        }
        throw refuse(
                word,
                "'" + word.text + "' is not part of the rule language",
                Suggestion.nearest(word.text, ITEM_WORDS)
                        .map(Suggestion::question)
                        .orElse(known()));
    }

    private Condition onFacility(Token word) throws Refusal {
        if (word.text.equals("kind")) {
            return compared(word, kinds -> new Condition.FacilityKindIs(kinds, from(word.start)));
        }
        if (word.text.equals(itemOfJoin.orElseThrow())) {
            expect(".");
            Token verbWord = peek();
            Optional<Verb> verb = Verb.ofWord(verbWord.text);
            if (verb.isEmpty()) {
                throw refuse(
                        verbWord,
                        "'" + verbWord.text + "' is not part of the rule language",
                        "Write " + word.text + ".mentions(concept)");
            }
            at++;
            expect("(");
            if (peek().kind != Kind.WORD || !peek().text.equals("concept")) {
                throw refuse(
                        peek(),
                        "A facility is found by its concept",
                        "Write " + word.text + "." + verbWord.text + "(concept)");
            }
            at++;
            expect(")");
            return new Condition.FacilityMentioned(verb.get(), from(word.start));
        }
        throw refuse(word, "'" + word.text + "' is not part of the rule language for facilities", known());
    }

    private interface Comparison {
        Condition with(List<String> values) throws Refusal;
    }

    private Condition compared(Token first, Comparison comparison) throws Refusal {
        if (take("==")) {
            return comparison.with(List.of(string()));
        }
        if (take("!=")) {
            return new Condition.Not(comparison.with(List.of(string())), from(first.start));
        }
        boolean negated = take("not");
        if (take("in")) {
            List<String> values = strings();
            Condition in = comparison.with(values);
            return negated ? new Condition.Not(in, from(first.start)) : in;
        }
        throw refuse(peek(), "Expected a comparison after '" + first.text + "'", "Write ==, !=, in (…) or not in (…)");
    }

    private List<String> strings() throws Refusal {
        expect("(");
        List<String> strings = new ArrayList<>(List.of(string()));
        while (take(",")) {
            strings.add(string());
        }
        if (strings.size() > MOST_STRINGS) {
            throw refuse(
                    peek(),
                    "More than " + MOST_STRINGS + " values in one condition",
                    "Define a concept with these terms");
        }
        expect(")");
        return strings;
    }

    private String string() throws Refusal {
        Token token = peek();
        if (token.kind != Kind.STRING) {
            throw refuse(
                    token,
                    "Expected a text in double quotes, found "
                            + (token.kind == Kind.END ? "the end" : "'" + token.text + "'"),
                    "Write \"…\"");
        }
        at++;
        return token.text;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String symbol) {
        Token token = peek();
        if ((token.kind == Kind.SYMBOL || token.kind == Kind.WORD) && token.text.equals(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String symbol) throws Refusal {
        if (!take(symbol)) {
            throw refuse(
                    peek(),
                    "Expected '" + symbol + "', found "
                            + (peek().kind == Kind.END ? "the end" : "'" + peek().text + "'"),
                    "");
        }
    }

    /** The source from an offset to the end of the last token read. */
    private Condition.Source from(int start) {
        return source.source(start, tokens.get(at - 1).end);
    }

    private String known() {
        return itemOfJoin
                .map(item -> "Known: kind, " + item + ".mentions(concept)")
                .orElse("Known: " + String.join(", ", ITEM_WORDS));
    }

    private Refusal refuse(Token token, String reason, String fix) {
        return refuse(token.start, reason, fix);
    }

    private Refusal refuse(int offset, String reason, String fix) {
        return new Refusal(new Problem(Code.RULE_UNSAFE, source.place(offset), reason, fix));
    }

    private void tokenize(int start, int end) throws Refusal {
        String text = source.text();
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            int from = i;
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                i++;
                continue;
            }
            if (isWordStart(c)) {
                while (i < end && (isWordStart(text.charAt(i)) || isDigit(text.charAt(i)))) {
                    i++;
                }
                tokens.add(new Token(Kind.WORD, text.substring(from, i), from, i));
            } else if (isDigit(c)) {
                while (i < end && isDigit(text.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(Kind.INTEGER, text.substring(from, i), from, i));
            } else if (c == '"') {
                i = endOfString(from, end);
                tokens.add(new Token(Kind.STRING, text.substring(from + 1, i - 1), from, i));
            } else {
                String symbol = symbolAt(i, end);
                i += symbol.length();
                tokens.add(new Token(Kind.SYMBOL, symbol, from, i));
            }
        }
        tokens.add(new Token(Kind.END, "", end, end));
    }

    private int endOfString(int from, int end) throws Refusal {
        String text = source.text();
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' || c == '\n' || c == '\r') {
                throw refuse(
                        i,
                        c == '\\' ? "A backslash in a text" : "The text that opens here is not closed on its line",
                        "Write the characters themselves and close the text with \"");
            }
        }
        throw refuse(from, "The text that opens here is not closed", "Close it with \"");
    }

    private String symbolAt(int i, int end) throws Refusal {
        String text = source.text();
        String two = text.substring(i, Math.min(i + 2, end));
        if (List.of("||", "&&", "==", "!=", ">=").contains(two)) {
            return two;
        }
        char c = text.charAt(i);
        if ("(),!.".indexOf(c) >= 0) {
            return String.valueOf(c);
        }
        if (two.equals("//") || two.equals("/*")) {
            throw refuse(
                    i, "A comment inside a condition", "Put the comment on a line of its own before the condition");
        }
        throw refuse(i, describe(c) + " is not part of the rule language", "");
    }

    /** A character as people can find it: full-width forms are named, since they look like the ASCII ones. */
    static String describe(char c) {
        String shown = "'" + c + "'";
        if (c == '\u3000') {
            return "A full-width space (U+3000)";
        }
        if (c > 0x7F) {
            return shown + " (U+" + String.format("%04X", (int) c) + ", " + Character.getName(c) + ")";
        }
        return shown;
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
