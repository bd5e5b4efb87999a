package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.countsas.problem.Code;
import org.countsas.problem.Problems;
import org.countsas.problem.TextDefects;

/**
 * The tokens of a rule file, and its comments. Reads every character once, so the time is linear in the file's length whatever it contains.
 * Notes a problem for each character that people cannot see, that looks like another or that means another; the token in its place is
 * {@link Kind#BAD} and has been reported. Tokens follow one another and never overlap; their offsets are those of the published text,
 * because nothing is decoded before it is checked.
 *
 * <p>Outside texts and comments only printable ASCII is read. So readers cannot disagree about what is a letter, a space or the end of a
 * line.
 */
final class RuleTokens {
    private static final int MOST_PROBLEMS = 50;
    private static final int MOST_TOKENS = 200_000;
    private static final List<String> PAIRS = List.of("||", "&&", "==", "!=", ">=", "<=", ":=", "->", "::");

    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SYMBOL,
        BAD,
        END
    }

    /**
     * @param kind  what it is
     * @param text  the characters; for a text, those between the quotes as in the file
     * @param start offset of the first character
     * @param end   offset after the last
     */
    record Token(Kind kind, String text, int start, int end) {
        boolean is(String wanted) {
            return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wanted);
        }

        boolean isText() {
            return kind == Kind.TEXT;
        }
    }

    /** A comment, from its first slash to before the end of its line or to after its last slash. */
    record Comment(String text, int start, int end) {}

    private final SourceText source;
    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private int found;

    private RuleTokens(SourceText source, Problems problems) {
        this.source = source;
        this.text = source.text();
        this.problems = problems;
    }

    /** Reads the tokens of a file. */
    static RuleTokens of(SourceText source, Problems problems) {
        RuleTokens tokens = new RuleTokens(source, problems);
        tokens.read();
        return tokens;
    }

    /** All tokens; the last one is the end. */
    List<Token> tokens() {
        return tokens;
    }

    List<Comment> comments() {
        return comments;
    }

    private void read() {
        int i = 0;
        while (i < text.length()) {
            if (tokens.size() >= MOST_TOKENS) {
                problems.add(
                        Code.RULE_TOO_LARGE,
                        source.place(i),
                        "The file has more than " + MOST_TOKENS + " words and signs",
                        "Split the policy");
                i = add(Kind.BAD, i, text.length());
                break;
            }
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || (c == '\r' && text.startsWith("\n", i + 1))) {
                i++;
            } else if (c == '"') {
                i = quoted(i);
            } else if (text.startsWith("//", i)) {
                i = comment(i, endOfLine(i));
            } else if (text.startsWith("/*", i)) {
                i = block(i);
            } else if (isLetter(c)) {
                i = add(Kind.WORD, i, endOfWord(i));
            } else if (isDigit(c)) {
                int end = i;
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                i = add(Kind.NUMBER, i, end);
            } else if (c > ' ' && c < 0x7F && c != '\\') {
                i = add(
                        Kind.SYMBOL,
                        i,
                        i + (PAIRS.contains(text.substring(i, Math.min(text.length(), i + 2))) ? 2 : 1));
            } else {
                i = strange(i);
            }
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, text.substring(start, end), start, end));
        return end;
    }

    private int quoted(int start) {
        boolean seemly = true;
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                tokens.add(new Token(seemly ? Kind.TEXT : Kind.BAD, text.substring(start + 1, i), start, i + 1));
                return i + 1;
            }
            if (c == '\n') {
                problem(start, "The text that opens here is not closed on its line", "Close it with \"");
                return add(Kind.BAD, start, i);
            }
            if (c == '\\' && text.startsWith("u", i + 1)) {
                unicodeEscape(i); // the whole text becomes the bad token: tokens never overlap
                seemly = false;
            } else if (c == '\\' && (text.startsWith("\\", i + 1) || text.startsWith("\"", i + 1))) {
                i++;
            } else if (c == '\r' && text.startsWith("\n", i + 1)) {

            } else {
                seemly &= visible(i);
            }
        }
        problem(start, "The text that opens here is not closed", "Close it with \"");
        return add(Kind.BAD, start, text.length());
    }

    private int comment(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\\' && text.startsWith("u", i + 1)) {
                unicodeEscape(i);
                tokens.add(new Token(Kind.BAD, "", i, i));
            } else if (text.charAt(i) != '\n'
                    && !(text.charAt(i) == '\r' && text.startsWith("\n", i + 1))
                    && !visible(i)) {
                tokens.add(new Token(Kind.BAD, "", i, i));
            }
        }
        comments.add(new Comment(text.substring(start, end), start, end));
        return end;
    }

    private int block(int start) {
        int close = text.indexOf("*/", start + 2);
        if (close < 0) {
            problem(start, "The comment that opens here is not closed", "Close it with */");
            return add(Kind.BAD, start, text.length());
        }
        return comment(start, close + 2);
    }

    /** A character that no rule has outside texts and comments. */
    private int strange(int start) {
        char c = text.charAt(start);
        if (c == '\\' && text.startsWith("u", start + 1)) {
            unicodeEscape(start);
        } else if (c == '\\') {
            problem(start, "A backslash is outside a text", "Remove it");
        } else if (c == '\uFEFF' && start == 0) {
            problem(
                    start,
                    "A byte order mark (U+FEFF) is outside a text",
                    "Save the file as UTF-8 without a byte order mark");
        } else if (visible(start)) {
            problem(start, ConditionTokens.describe(c) + " is outside a text", "Write it in half-width (ASCII) form");
        }
        int end = start + 1;
        // Further characters of the same script are part of the same slip; a full-width bracket or quote is a separate
        // slip.
        while (end < text.length()
                && Character.isLetter(c)
                && Character.isLetter(text.charAt(end))
                && text.charAt(end) > 0x7F) {
            end++;
        }
        return add(Kind.BAD, start, end);
    }

    private void unicodeEscape(int at) {
        if (found++ < MOST_PROBLEMS) {
            problems.add(Code.RULE_UNSAFE, source.place(at), "A Unicode escape", "Write the character itself");
        }
    }

    /** Notes a problem if a person cannot see the character, or sees it in a different place from where it is. */
    private boolean visible(int at) {
        int character = text.codePointAt(at);
        if (Character.isLowSurrogate(text.charAt(at)) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) {
            return true; // seen together with the unit before it
        }
        int type = Character.getType(character);
        if (type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !TextDefects.isDefect(character)) {
            return true;
        }
        if (character == '\r') {
            problem(at, "A carriage return without a line feed", "End lines with LF or CR LF");
        } else if (character == '\t') {
            problem(at, "A tab inside a text", "Write a space");
        } else {
            problem(
                    at,
                    "An invisible character (" + String.format("U+%04X", character) + ", "
                            + Objects.requireNonNullElse(Character.getName(character), "no character") + ")",
                    "Delete it");
        }
        return false;
    }

    private void problem(int at, String reason, String fix) {
        if (found++ < MOST_PROBLEMS) {
            problems.add(Code.RULE_SYNTAX, source.place(at), reason, fix);
        }
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        if (end < 0) {
            return text.length();
        }
        return text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Words with hyphens, such as {@code no-loop}, are one word: so that messages can name what is refused. */
    private int endOfWord(int from) {
        int end = from + 1;
        while (end < text.length()
                && (isLetter(text.charAt(end))
                        || isDigit(text.charAt(end))
                        || (text.charAt(end) == '-' && end + 1 < text.length() && isLetter(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
