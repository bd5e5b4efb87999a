package org.countsas.policy.language;

import java.util.List;
import org.countsas.policy.language.RuleTokens.Comment;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.problem.Code;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Where a reader of a rule file is among its tokens, and how it refuses what is there. Not thread-safe. */
final class RuleCursor {
    /** Carries a refusal to the one place that reports it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Problem problem;

        private Refused(@Nullable Problem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    private final SourceText source;
    private final Problems problems;
    private final List<Token> tokens;
    private final List<Comment> comments;
    private int at;
    /** The first comment not yet passed; parts are read in the order of the file. */
    private int nextComment;

    RuleCursor(SourceText source, RuleTokens read, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.tokens = read.tokens();
        this.comments = read.comments();
    }

    SourceText source() {
        return source;
    }

    /** The index of the next token. */
    int at() {
        return at;
    }

    void move(int by) {
        at += by;
    }

    void moveTo(int index) {
        at = index;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The token this many after the next one, or the end. */
    Token ahead(int by) {
        return tokens.get(Math.min(at + by, tokens.size() - 1));
    }

    /** The tokens from the index to the next one. */
    List<Token> since(int from) {
        return List.copyOf(tokens.subList(from, at));
    }

    Token peek() {
        return tokens.get(at);
    }

    Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    /** The next token, which is passed unless it is the end. */
    Token next() {
        Token token = tokens.get(at);
        at += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    /** Passes the next token if it is this one. */
    boolean take(String word) {
        boolean there = peek().is(word);
        at += there ? 1 : 0;
        return there;
    }

    /** Whether only white space precedes the token on its line. */
    boolean startsLine(int index) {
        int from = index == 0 ? 0 : tokens.get(index - 1).end();
        return index == 0
                || source.text().substring(from, tokens.get(index).start()).indexOf('\n') >= 0;
    }

    /** Refuses a comment in a part that is read as a whole. */
    void withoutComments(int start, int end) throws Refused {
        while (nextComment < comments.size() && comments.get(nextComment).start() < end) {
            Comment comment = comments.get(nextComment++);
            if (comment.start() >= start) {
                throw new Refused(new Problem(
                        Code.RULE_SYNTAX,
                        source.place(comment.start()),
                        "A comment is inside a statement, a pattern or a conclusion",
                        "Put the comment on a line of its own before it"));
            }
        }
    }

    /** For a construct that the language does not have. */
    Refused refuse(Token token, String what, String fix) {
        return refused(token, Code.RULE_UNSAFE, what + " is not part of the rule language", fix);
    }

    /** For what is a slip rather than a construct that the language does not have. */
    Refused slip(Token token, String reason, String fix) {
        return refused(token, Code.RULE_SYNTAX, reason, fix);
    }

    private Refused refused(Token token, Code code, String reason, String fix) {
        return token.kind() == Kind.BAD ? reported() : refusedAt(token, code, reason, fix);
    }

    /** For a part that is refused with its own wording. */
    Refused refusedAt(Token token, Code code, String reason, String fix) {
        return new Refused(new Problem(code, source.place(token.start()), reason, fix));
    }

    Refused tooLong(Token text, String limit) {
        return tooLarge(text, "A text of more than " + limit, "Shorten it");
    }

    Refused tooLarge(Token token, String reason, String fix) {
        return refusedAt(token, Code.RULE_TOO_LARGE, reason, fix);
    }

    /** For a token that is {@link Kind#BAD}: the reason was reported when it was read. */
    static Refused reported() {
        return new Refused(null);
    }

    void report(Refused refusal) {
        if (refusal.problem != null) {
            report(refusal.problem);
        }
    }

    void report(Problem problem) {
        problems.addAll(List.of(problem));
    }

    static String found(Token token) {
        return token.kind() == Kind.END ? "the end" : "'" + shortened(token.text()) + "'";
    }

    static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
