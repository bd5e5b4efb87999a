package org.countsas.policy.language;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Comment;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problems;

/**
 * The grammar of rule files: the first of the two readers that a rule file must pass. What it does not know it refuses, so a
 * construct of DRL that nobody thought of is refused as well.
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
 * <p>{@link PatternGrammar} reads what stands between {@code when} and {@code then}, {@link ConclusionGrammar} what follows, and
 * {@link ConditionParser} has the grammar of a condition. Comments may stand between these parts and between conditions, not
 * inside a condition, an annotation or a conclusion.
 *
 * <p>It reads a file in time linear in its length. The parser of the engine, the second reader, does not: it takes
 * exponential time for a few dozen brackets. So it must only ever be given what passed here, and a bound on how much and how deep.
 */
final class RuleGrammar {
    private static final int MOST_ANNOTATIONS = 20;
    /** UTF-8 bytes: a class file holds no longer constant than 65,535. */
    private static final int LONGEST_ANNOTATION = 60_000;

    private static final int MOST_RULES = 2_000;

    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final String STATE_IT = "State it as a rule's conditions";

    /** What else DRL has in place of a rule, by its first word. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("function", "A function"),
            Map.entry("global", "A global"),
            Map.entry("query", "A query"),
            Map.entry("unit", "A rule unit"),
            Map.entry("declare", "A declaration"),
            Map.entry("template", "A template"),
            Map.entry("expander", "A language of its own"),
            Map.entry("package", "A second package"),
            Map.entry("@", "An annotation before a rule"));

    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "enabled",
            "no-loop",
            "lock-on-active",
            "auto-focus",
            "agenda-group",
            "activation-group",
            "ruleflow-group",
            "date-effective",
            "date-expires",
            "duration",
            "timer",
            "calendars",
            "dialect",
            "refract");

    /** An annotation of a rule; the text is as it stands in the file. */
    record Annotation(String name, String text, int start, int end) {}

    /**
     * A pattern.
     *
     * @param quantifier {@code exists}, {@code not} or empty
     * @param name       the name it is bound to, or empty
     * @param type       {@code Item} or {@code Facility}
     * @param conditions the tokens of each condition
     */
    record PatternTree(String quantifier, String name, String type, List<List<Token>> conditions, int start, int end) {}

    /** A rule. */
    record RuleTree(
            Token name,
            List<Annotation> annotations,
            int when,
            PatternTree item,
            Optional<PatternTree> facility,
            int then,
            String verb,
            int start,
            int end) {}

    /** The package or an import. */
    record Statement(String text, int start, int end) {}

    private record Span(int start, int end) {}

    private final SourceText source;
    private final Problems problems;
    private final List<Token> tokens;
    private final List<Comment> comments;
    private final RuleCursor cursor;
    private final PatternGrammar patterns;
    private final List<Statement> imports = new ArrayList<>();
    private final List<RuleTree> rules = new ArrayList<>();
    private final List<Span> refused = new ArrayList<>();
    private final List<String> refusedNames = new ArrayList<>();
    private Optional<Statement> head = Optional.empty();
    private boolean broken;

    private RuleGrammar(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        RuleTokens read = RuleTokens.of(source, problems);
        this.tokens = read.tokens();
        this.comments = read.comments();
        this.cursor = new RuleCursor(source, read, problems);
        this.patterns = new PatternGrammar(cursor);
    }

    /** Reads a file and notes a problem for each part that is refused. */
    static RuleGrammar read(SourceText source, Problems problems) {
        RuleGrammar grammar = new RuleGrammar(source, problems);
        grammar.file();
        return grammar;
    }

    /** The package statement, unless it was refused. */
    Optional<Statement> head() {
        return head;
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
     * The file's text with whatever was refused replaced by spaces, so that the rest can be checked further in the same pass.
     * It is the very text of the file if nothing was refused. Empty if there is no rest.
     */
    Optional<String> rest() {
        if (accepted()) {
            return Optional.of(source.text());
        }
        if (head.isEmpty() || isBroken()) {
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
        return broken || patterns.isExhausted();
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
            packageStatement();
        } catch (Refused e) {
            cursor.report(e);
            broken = true;
            skip(0);
        }
        while (cursor.peek().kind() != Kind.END) {
            int first = cursor.at();
            try {
                if (cursor.peek().is("import")) {
                    importStatement();
                } else if (cursor.peek().is("rule")) {
                    rule();
                } else {
                    throw refuseStatement();
                }
            } catch (Refused e) {
                cursor.report(e);
                skip(first);
            }
        }
    }

    private void packageStatement() throws Refused {
        Token first = cursor.peek();
        if (!cursor.take("package")) {
            throw cursor.refuse(first, "The package is ''", "Write '" + FileHead.packageOf(source.file()) + "'");
        }
        if (!cursor.take("policies") || !cursor.take(".")) {
            throw cursor.refuse(
                    cursor.peek(),
                    "A package that does not begin with 'policies.'",
                    "Write '" + FileHead.packageOf(source.file()) + "'");
        }
        Token name = cursor.peek();
        if (name.kind() != Kind.WORD
                || !PACKAGE.matcher(name.text()).matches()
                || SourceVersion.isKeyword(name.text())) {
            throw cursor.refuse(
                    name,
                    "The package is 'policies." + RuleCursor.shortened(name.text()) + "'",
                    "Name the policy with lower-case words joined by '-', and the package with '_' in place of '-'");
        }
        cursor.move(1);
        int end = cursor.previous().end();
        cursor.take(";");
        cursor.withoutComments(first.start(), end);
        head = Optional.of(new Statement(
                "policies." + name.text(), first.start(), cursor.previous().end()));
    }

    private void importStatement() throws Refused {
        Token first = cursor.next();
        Token kind = cursor.peek();
        if (kind.is("static") || kind.is("function")) {
            throw cursor.refuse(first, "An import of a function", STATE_IT);
        }
        if (kind.is("accumulate") || kind.is("acc")) {
            throw cursor.refuse(first, "An import of an accumulate function", STATE_IT);
        }
        StringBuilder target = new StringBuilder();
        int line = source.place(first.start()).line();
        while (cursor.peek().kind() != Kind.END
                && !cursor.peek().is(";")
                && source.place(cursor.peek().start()).line() == line) {
            target.append(cursor.next().text());
        }
        List<String> known = List.of(Item.class.getName(), Facility.class.getName());
        if (!known.contains(target.toString())) {
            throw cursor.refuse(
                    first,
                    "The import of '" + RuleCursor.shortened(target.toString()) + "'",
                    "Known: " + String.join(", ", known));
        }
        cursor.take(";");
        cursor.withoutComments(first.start(), cursor.previous().end());
        imports.add(new Statement(
                target.toString(), first.start(), cursor.previous().end()));
    }

    private Refused refuseStatement() {
        Token first = cursor.peek();
        Token second = cursor.ahead(1);
        String word = first.text();
        if (first.is("declare")) {
            String what = second.is("enum")
                    ? "an enumeration"
                    : second.is("entry-point") ? "an entry point" : second.is("window") ? "a window" : "a type";
            return cursor.refuse(first, "A declaration of " + what, STATE_IT);
        }
        if (first.kind() == Kind.WORD && ATTRIBUTES.contains(word)) {
            return cursor.refuse(first, "An attribute of the package", STATE_IT);
        }
        if (first.is("query")) {
            return cursor.refuse(first, "A query", "Write a rule");
        }
        if (STATEMENTS.containsKey(word)) {
            return cursor.refuse(
                    first, STATEMENTS.get(word), first.is("@") ? "Write annotations after the rule's name" : STATE_IT);
        }
        return cursor.slip(first, "Expected 'rule', found " + RuleCursor.found(first), "Write 'rule \"…\"'");
    }

    private void rule() throws Refused {
        Token first = cursor.next();
        Token name = cursor.next();
        if (!name.isText() || !RuleReader.isName(name.text())) {
            String shown = name.is("'") ? singleQuoted(name) : name.text();
            throw cursor.refuse(
                    name,
                    "The name '" + RuleCursor.shortened(RuleCursor.unescaped(shown)) + "'",
                    RuleReader.isName(shown)
                            ? "Write it in double quotes"
                            : "Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes");
        }
        cursor.withoutComments(first.start(), name.end());
        refusedNames.add(name.text());
        if (cursor.peek().is("extends")) {
            throw cursor.refuse(cursor.peek(), "'extends' between rules", "Repeat the conditions");
        }
        List<Annotation> annotations = new ArrayList<>();
        boolean sound = true;
        while (!cursor.peek().is("when")) {
            Token token = cursor.peek();
            int from = cursor.at();
            try {
                if (token.is("@")) {
                    annotations.add(annotation());
                } else if (token.kind() == Kind.WORD && ATTRIBUTES.contains(token.text())) {
                    throw cursor.refuse(
                            token,
                            "The attribute '" + token.text() + "'",
                            "The order of rules has no meaning; leave it out");
                } else if (token.is("then")) {
                    throw cursor.refuse(
                            token, "A rule that does not begin with an item", "Write '$item : Item( … )' after 'when'");
                } else {
                    throw cursor.slip(
                            token,
                            "Expected an annotation or 'when', found " + RuleCursor.found(token),
                            "Write annotations such as @policy(\"…\"), then 'when'");
                }
            } catch (Refused e) {
                if (!recoverAfter(from)) {
                    throw e;
                }
                cursor.report(e);
                sound = false;
            }
            if (annotations.size() > MOST_ANNOTATIONS) {
                throw cursor.tooLarge(
                        cursor.peek(),
                        "The rule has more than " + MOST_ANNOTATIONS + " annotations",
                        "Keep one of each");
            }
        }
        int when = cursor.next().start();
        patterns.beginRule();
        PatternTree item = patterns.item();
        Optional<PatternTree> facility =
                cursor.peek().is("then") ? Optional.empty() : Optional.of(patterns.join(item.name()));
        if (!cursor.peek().is("then")) {
            throw patterns.refuseElement(true);
        }
        Token then = cursor.next();
        String verb = new ConclusionGrammar(cursor, item.name(), name.text()).verb();
        RuleTree rule = new RuleTree(
                name,
                annotations,
                when,
                item,
                facility,
                then.start(),
                verb,
                first.start(),
                cursor.previous().end());
        if (!sound
                || item.conditions().isEmpty()
                || facility.map(join -> join.conditions().isEmpty()).orElse(false)) {
            refused.add(new Span(rule.start(), rule.end())); // what is wrong was reported where it stands
        } else {
            rules.add(rule);
            refusedNames.remove(name.text());
        }
    }

    private String singleQuoted(Token open) {
        int close = source.text().indexOf('\'', open.end());
        return close < 0 ? "'" : source.text().substring(open.end(), close);
    }

    private Annotation annotation() throws Refused {
        Token first = cursor.next();
        Token name = cursor.next();
        String shown = "'@" + RuleCursor.shortened(name.text()) + "'";
        if (name.kind() != Kind.WORD) {
            throw cursor.refuse(first, "'@' without a name", "Write @policy(\"…\")");
        }
        Token open = cursor.next();
        Token text = cursor.next();
        Token close = cursor.next();
        if (!open.is("(") || !text.isText() || !close.is(")") || !Annotations.isPlainText('"' + text.text() + '"')) {
            if (List.of(open, text, close).stream().anyMatch(token -> token.kind() == Kind.BAD)) {
                throw RuleCursor.reported();
            }
            throw cursor.refusedAt(
                    first,
                    Code.RULE_UNSAFE,
                    shown + " must have one text in double quotes",
                    "Write @" + RuleCursor.shortened(name.text()) + "(\"…\")");
        }
        if (RuleCursor.unescaped(text.text()).getBytes(StandardCharsets.UTF_8).length > LONGEST_ANNOTATION) {
            throw cursor.tooLong(text, LONGEST_ANNOTATION + " bytes");
        }
        cursor.withoutComments(first.start(), close.end());
        return new Annotation(name.text(), text.text(), first.start(), close.end());
    }

    /** Goes on to the next line that begins an annotation, an attribute or the conditions of the same rule, if there is one. */
    private boolean recoverAfter(int from) {
        for (int i = from + 1; i < cursor.size(); i++) {
            Token token = cursor.token(i);
            if (cursor.startsLine(i) && (token.is("@") || token.is("when") || ATTRIBUTES.contains(token.text()))) {
                cursor.moveTo(i);
                return true;
            }
            if (cursor.startsLine(i) && (token.is("then") || token.is("end") || token.is("rule"))) {
                return false;
            }
        }
        return false;
    }

    /** Goes on to what may be the next statement, and marks what lies between as refused. */
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
                            || (STATEMENTS.containsKey(token.text()) && !token.is("@")))) {
                break;
            }
            cursor.move(1);
        }
        refused.add(new Span(cursor.token(first).start(), cursor.peek().start()));
    }
}
