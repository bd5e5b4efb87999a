package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import org.countsas.policy.Condition;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;

/**
 * The tokens of one constraint, and how far {@link ConditionParser} has read them. Anything that is not a token of the rule language is
 * refused before anything is read.
 *
 * <p>Not thread-safe: one for each constraint.
 */
final class ConditionTokens {
    private static final int MOST_STRINGS = 200;

    /** A refusal, carried to the one place that reports it. */
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

    enum Kind {
        WORD,
        STRING,
        INTEGER,
        SYMBOL,
        END
    }

    record Token(Kind kind, String text, int start, int end) {}

    private final SourceText source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    /** The tokens between two offsets. */
    ConditionTokens(SourceText source, int start, int end) throws Refusal {
        this.source = source;
        tokenize(start, end);
    }

    /** Skips the next token. */
    Token next() {
        return tokens.get(at++);
    }

    /** Texts in parentheses. */
    List<String> strings() throws Refusal {
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

    /** A text in double quotes, without them. */
    String string() throws Refusal {
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

    /** The next token; at the end, one of kind {@code END}. */
    Token peek() {
        return tokens.get(at);
    }

    /** Skips the next token if it is this symbol or word. */
    boolean take(String symbol) {
        Token token = peek();
        if ((token.kind == Kind.SYMBOL || token.kind == Kind.WORD) && token.text.equals(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    /** Skips this symbol. */
    void expect(String symbol) throws Refusal {
        if (!take(symbol)) {
            throw refuse(
                    peek(),
                    "Expected '" + symbol + "', found "
                            + (peek().kind == Kind.END ? "the end" : "'" + peek().text + "'"),
                    "");
        }
    }

    /** The source from an offset to the end of the last token read. */
    Condition.Source from(int start) {
        return source.source(start, tokens.get(at - 1).end);
    }

    Refusal refuse(Token token, String reason, String fix) {
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

    /** A character described so that people can find it: full-width forms are named, because they look like the ASCII ones. */
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
