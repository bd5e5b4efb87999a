package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Comment;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.policy.language.StatementGrammar.Statement;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of rule files: the first of the two readers that a rule file must pass. It refuses anything it does not know, including DRL
 * constructs that nobody thought of.
 *
 * <pre>
 * file       = package { import } { rule }
 * package    = "package" "policies" "." word [ ";" ]
 * import     = "import" ( "org.countsas.policy.Item" | "org.countsas.policy.Facility" ) [ ";" ]
 * rule       = "rule" text { annotation } "when" item [ join ] "then" conclusion "end"
 * annotation = "@" word "(" text ")"
 * item       = name ":" "Item" "(" condition { "," condition } ")"
 * join       = facility | ( "exists" | "not" ) ( facility | "(" facility ")" )
 * facility   = [ name ":" ] "Facility" "(" condition { "," condition } ")"
 * conclusion = name "." ( "count" | "reject" | "rejectEverywhere" | "review" ) "(" ")" ";"
 * </pre>
 *
 * <p>{@link StatementGrammar} reads the package and the imports, {@link OneRuleGrammar} a rule, {@link PatternGrammar} what is between
 * {@code when} and {@code then}, {@link ConclusionGrammar} what follows, and {@link ConditionParser} has the grammar of a condition.
 * Comments may appear between these parts and between conditions, but not inside a condition, an annotation or a conclusion.
 *
 * <p>It reads a file in time linear in its length. The engine's parser, the second reader, does not: it takes exponential time for a few
 * dozen brackets. So it must only ever be given what passed here, within limits on size and depth.
 */
final class RuleGrammar {
    private static final int MOST_RULES = 2_000;

    private record Span(int start, int end) {}

    private final SourceText source;
    private final Problems problems;
    private final List<Token> tokens;
    private final List<Comment> comments;
    private final RuleCursor cursor;
    private final StatementGrammar statements;
    private final OneRuleGrammar oneRule;
    private final List<Statement> imports = new ArrayList<>();
    private final List<RuleTree> rules = new ArrayList<>();
    private final List<Span> refused = new ArrayList<>();
    private final List<String> refusedNames = new ArrayList<>();
    private @Nullable Statement head;
    private boolean broken;

    private RuleGrammar(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        RuleTokens read = RuleTokens.of(source, problems);
        this.tokens = read.tokens();
        this.comments = read.comments();
        this.cursor = new RuleCursor(source, read, problems);
        this.statements = new StatementGrammar(cursor);
        this.oneRule = new OneRuleGrammar(cursor);
    }

    /** Reads a file and notes a problem for each part that is refused. */
    static RuleGrammar read(SourceText source, Problems problems) {
        RuleGrammar grammar = new RuleGrammar(source, problems);
        grammar.file();
        return grammar;
    }

    /** The package statement, unless it was refused. */
    Optional<Statement> head() {
        return Optional.ofNullable(head);
    }

    List<Statement> imports() {
        return imports;
    }

    /** The rules that were not refused, in the order of the file. */
    List<RuleTree> rules() {
        return rules;
    }

    /** The names of the rules that were refused, as far as they could be read. */
    List<String> refusedNames() {
        return refusedNames;
    }

    List<Comment> comments() {
        return comments;
    }

    /** Whether nothing was refused. */
    boolean accepted() {
        return !isBroken() && refused.isEmpty() && tokens.stream().noneMatch(token -> token.kind() == Kind.BAD);
    }

    /**
     * The file's text with everything refused replaced by spaces, so that the rest can still be checked in the same pass. It is exactly the
     * file's text if nothing was refused. Empty if nothing is left.
     */
    Optional<String> rest() {
        if (accepted()) {
            return Optional.of(source.text());
        }
        if (head == null || isBroken()) {
            return Optional.empty();
        }
        StringBuilder rest = new StringBuilder(source.text());
        refused.forEach(span -> blank(rest, span.start, span.end));
        comments.forEach(comment -> blank(rest, comment.start(), comment.end()));
        tokens.stream()
                .filter(token -> token.kind() == Kind.BAD)
                .forEach(token -> blank(rest, token.start(), token.end()));
        return Optional.of(rest.toString());
    }

    private boolean isBroken() {
        return broken || oneRule.isExhausted();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    private void file() {
        long names = IntStream.range(1, cursor.size())
                .filter(i -> cursor.token(i).isText() && cursor.token(i - 1).is("rule") && cursor.startsLine(i - 1))
                .count();
        if (names > MOST_RULES) {
            problems.add(
                    Code.RULE_TOO_LARGE,
                    Place.file(source.file()),
                    "The file has more than " + MOST_RULES + " rules",
                    "Split the policy");
            broken = true;
            return;
        }
        try {
            head = statements.packageStatement();
        } catch (Refused e) {
            cursor.report(e);
            broken = true;
            skip(0);
        }
        while (cursor.peek().kind() != Kind.END) {
            int first = cursor.at();
            try {
                if (cursor.peek().is("import")) {
                    imports.add(statements.importStatement());
                } else if (cursor.peek().is("rule")) {
                    rule();
                } else {
                    throw statements.refused();
                }
            } catch (Refused e) {
                cursor.report(e);
                skip(first);
            }
        }
    }

    private void rule() throws Refused {
        try {
            OneRuleGrammar.Read read = oneRule.rule();
            if (read.sound()) {
                rules.add(read.rule());
            } else {
                refused.add(new Span(read.rule().start(), read.rule().end()));
                refusedNames.add(read.rule().name().text());
            }
        } catch (Refused e) {
            oneRule.begun().ifPresent(refusedNames::add);
            throw e;
        }
    }

    /** Moves to what may be the next statement, and marks what lies between as refused. */
    private void skip(int first) {
        if (cursor.at() == first && cursor.peek().kind() != Kind.END) {
            cursor.move(1);
        }
        while (cursor.peek().kind() != Kind.END) {
            Token token = cursor.peek();
            if (cursor.startsLine(cursor.at())
                    && (token.is("rule")
                            || token.is("import")
                            || token.is("query")
                            || (StatementGrammar.isOther(token.text()) && !token.is("@")))) {
                break;
            }
            cursor.move(1);
        }
        refused.add(new Span(cursor.token(first).start(), cursor.peek().start()));
    }
}
