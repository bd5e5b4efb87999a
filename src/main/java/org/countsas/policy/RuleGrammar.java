package org.countsas.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.SourceVersion;
import org.countsas.policy.RuleTokens.Comment;
import org.countsas.policy.RuleTokens.Kind;
import org.countsas.policy.RuleTokens.Token;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.Problems;
import org.countsas.problem.Suggestion;

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
 * <p>{@link ConditionParser} has the grammar of a condition. Comments may stand between these parts and between conditions, not
 * inside a condition, an annotation or a conclusion.
 *
 * <p>It reads a file in time linear in its length. The parser of the engine, the second reader, does not: it takes
 * exponential time for a few dozen brackets. So it must only ever be given what passed here, and a bound on how much and how deep.
 */
final class RuleGrammar {
    private static final int MOST_ANNOTATIONS = 20;
    private static final int MOST_CONDITIONS = 100;
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_TEXT = 1_000;
    /** UTF-8 bytes: a class file holds no longer constant than 65,535. */
    private static final int LONGEST_ANNOTATION = 60_000;
    private static final int MOST_RULES = 2_000;
    /** Tokens, each weighted by 3 to the power of its nesting: what the engine's compiler takes for conditions. */
    private static final long MOST_EFFORT = 300_000;

    private static final Pattern NAME = Pattern.compile("\\$[a-zA-Z]{1,50}");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final List<String> VERBS = List.of("count", "reject", "rejectEverywhere", "review");
    private static final String STATE_IT = "State it as a rule's conditions";

    /** What else DRL has in place of a rule, by its first word. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("function", "A function"), Map.entry("global", "A global"), Map.entry("query", "A query"), Map.entry("unit", "A rule unit"),
            Map.entry("declare", "A declaration"), Map.entry("template", "A template"), Map.entry("expander", "A language of its own"),
            Map.entry("package", "A second package"), Map.entry("@", "An annotation before a rule"));

    private static final Set<String> ATTRIBUTES = Set.of("salience", "enabled", "no-loop", "lock-on-active", "auto-focus", "agenda-group", "activation-group",
            "ruleflow-group", "date-effective", "date-expires", "duration", "timer", "calendars", "dialect", "refract");

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
    record RuleTree(Token name, List<Annotation> annotations, int when, PatternTree item, Optional<PatternTree> facility, int then, String verb, int start, int end) {}

    /** The package or an import. */
    record Statement(String text, int start, int end) {}

    /** Carries a refusal to the one place that reports it. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Problem> problem;

        Refused(Optional<Problem> problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    private record Span(int start, int end) {}

    private final SourceText source;
    private final Problems problems;
    private final List<Token> tokens;
    private final List<Comment> comments;
    private final List<Statement> imports = new ArrayList<>();
    private final List<RuleTree> rules = new ArrayList<>();
    private final List<Span> refused = new ArrayList<>();
    private final List<String> refusedNames = new ArrayList<>();
    private Optional<Statement> head = Optional.empty();
    private int at;
    private long effort;
    private boolean broken;
    /** The first comment that was not passed yet; parts are read in the order of the file. */
    private int nextComment;
    private int conditions;
    private int values;

    private RuleGrammar(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        RuleTokens read = RuleTokens.of(source, problems);
        this.tokens = read.tokens();
        this.comments = read.comments();
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
        return !broken && refused.isEmpty() && tokens.stream().noneMatch(token -> token.kind() == Kind.BAD);
    }

    /**
     * The file's text with whatever was refused replaced by spaces, so that the rest can be checked further in the same pass.
     * It is the very text of the file if nothing was refused. Empty if there is no rest.
     */
    Optional<String> rest() {
        if (accepted()) {
            return Optional.of(source.text());
        }
        if (head.isEmpty() || broken) {
            return Optional.empty();
        }
        StringBuilder rest = new StringBuilder(source.text());
        refused.forEach(span -> blank(rest, span.start, span.end));
        comments.forEach(comment -> blank(rest, comment.start(), comment.end()));
        tokens.stream().filter(token -> token.kind() == Kind.BAD).forEach(token -> blank(rest, token.start(), token.end()));
        return Optional.of(rest.toString());
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }

    private void file() {
        long names = IntStream.range(1, tokens.size()).filter(i -> tokens.get(i).isText() && tokens.get(i - 1).is("rule") && startsLine(i - 1)).count();
        if (names > MOST_RULES) {
            problems.add(Code.RULE_TOO_LARGE, Place.file(source.file()), "The file has more than " + MOST_RULES + " rules", "Split the policy");
            broken = true;
            return;
        }
        try {
            packageStatement();
        } catch (Refused e) {
            report(e);
            broken = true;
            skip(0);
        }
        while (peek().kind() != Kind.END) {
            int first = at;
            try {
                if (peek().is("import")) {
                    importStatement();
                } else if (peek().is("rule")) {
                    rule();
                } else {
                    throw refuseStatement();
                }
            } catch (Refused e) {
                report(e);
                skip(first);
            }
        }
    }

    private void packageStatement() throws Refused {
        Token first = peek();
        if (!take("package")) {
            throw refuse(first, "The package is ''", "Write '" + RuleFileParser.packageOf(source.file()) + "'");
        }
        if (!take("policies") || !take(".")) {
            throw refuse(peek(), "A package that does not begin with 'policies.'", "Write '" + RuleFileParser.packageOf(source.file()) + "'");
        }
        Token name = peek();
        if (name.kind() != Kind.WORD || !PACKAGE.matcher(name.text()).matches() || SourceVersion.isKeyword(name.text())) {
            throw refuse(name, "The package is 'policies." + shortened(name.text()) + "'", "Name the policy with lower-case words joined by '-', and the package with '_' in place of '-'");
        }
        at++;
        int end = previous().end();
        take(";");
        withoutComments(first.start(), end);
        head = Optional.of(new Statement("policies." + name.text(), first.start(), previous().end()));
    }

    private void importStatement() throws Refused {
        Token first = next();
        Token kind = peek();
        if (kind.is("static") || kind.is("function")) {
            throw refuse(first, "An import of a function", STATE_IT);
        }
        if (kind.is("accumulate") || kind.is("acc")) {
            throw refuse(first, "An import of an accumulate function", STATE_IT);
        }
        StringBuilder target = new StringBuilder();
        int line = source.place(first.start()).line();
        while (peek().kind() != Kind.END && !peek().is(";") && source.place(peek().start()).line() == line) {
            target.append(next().text());
        }
        List<String> known = List.of(Item.class.getName(), Facility.class.getName());
        if (!known.contains(target.toString())) {
            throw refuse(first, "The import of '" + shortened(target.toString()) + "'", "Known: " + String.join(", ", known));
        }
        take(";");
        withoutComments(first.start(), previous().end());
        imports.add(new Statement(target.toString(), first.start(), previous().end()));
    }

    private Refused refuseStatement() {
        Token first = peek();
        Token second = tokens.get(Math.min(at + 1, tokens.size() - 1));
        String word = first.text();
        if (first.is("declare")) {
            String what = second.is("enum") ? "an enumeration" : second.is("entry-point") ? "an entry point" : second.is("window") ? "a window" : "a type";
            return refuse(first, "A declaration of " + what, STATE_IT);
        }
        if (first.kind() == Kind.WORD && ATTRIBUTES.contains(word)) {
            return refuse(first, "An attribute of the package", STATE_IT);
        }
        if (first.is("query")) {
            return refuse(first, "A query", "Write a rule");
        }
        if (STATEMENTS.containsKey(word)) {
            return refuse(first, STATEMENTS.get(word), first.is("@") ? "Write annotations after the rule's name" : STATE_IT);
        }
        return slip(first, "Expected 'rule', found " + found(first), "Write 'rule \"…\"'");
    }

    private void rule() throws Refused {
        Token first = next();
        Token name = next();
        if (!name.isText() || !RuleFileParser.isName(name.text())) {
            String shown = name.is("'") ? singleQuoted(name) : name.text();
            throw refuse(name, "The name '" + shortened(unescaped(shown)) + "'", RuleFileParser.isName(shown)
                    ? "Write it in double quotes"
                    : "Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes");
        }
        withoutComments(first.start(), name.end());
        refusedNames.add(name.text());
        if (peek().is("extends")) {
            throw refuse(peek(), "'extends' between rules", "Repeat the conditions");
        }
        List<Annotation> annotations = new ArrayList<>();
        boolean sound = true;
        while (!peek().is("when")) {
            Token token = peek();
            int from = at;
            try {
                if (token.is("@")) {
                    annotations.add(annotation());
                } else if (token.kind() == Kind.WORD && ATTRIBUTES.contains(token.text())) {
                    throw refuse(token, "The attribute '" + token.text() + "'", "The order of rules has no meaning; leave it out");
                } else if (token.is("then")) {
                    throw refuse(token, "A rule that does not begin with an item", "Write '$item : Item( … )' after 'when'");
                } else {
                    throw slip(token, "Expected an annotation or 'when', found " + found(token), "Write annotations such as @policy(\"…\"), then 'when'");
                }
            } catch (Refused e) {
                if (!recoverAfter(from)) {
                    throw e;
                }
                report(e);
                sound = false;
            }
            if (annotations.size() > MOST_ANNOTATIONS) {
                throw tooLarge(peek(), "The rule has more than " + MOST_ANNOTATIONS + " annotations", "Keep one of each");
            }
        }
        int when = next().start();
        conditions = 0;
        values = 0;
        PatternTree item = item();
        Optional<PatternTree> facility = peek().is("then") ? Optional.empty() : Optional.of(join(item.name()));
        if (!peek().is("then")) {
            throw refuseElement(true);
        }
        Token then = next();
        String verb = conclusion(item.name(), name.text());
        RuleTree rule = new RuleTree(name, annotations, when, item, facility, then.start(), verb, first.start(), previous().end());
        if (!sound || item.conditions().isEmpty() || facility.map(join -> join.conditions().isEmpty()).orElse(false)) {
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
        Token first = next();
        Token name = next();
        String shown = "'@" + shortened(name.text()) + "'";
        if (name.kind() != Kind.WORD) {
            throw refuse(first, "'@' without a name", "Write @policy(\"…\")");
        }
        Token open = next();
        Token text = next();
        Token close = next();
        if (!open.is("(") || !text.isText() || !close.is(")") || !Annotations.isPlainText('"' + text.text() + '"')) {
            if (List.of(open, text, close).stream().anyMatch(token -> token.kind() == Kind.BAD)) {
                throw new Refused(Optional.empty());
            }
            throw new Refused(Optional.of(new Problem(Code.RULE_UNSAFE, source.place(first.start()), shown + " must have one text in double quotes",
                    "Write @" + shortened(name.text()) + "(\"…\")")));
        }
        if (unescaped(text.text()).getBytes(StandardCharsets.UTF_8).length > LONGEST_ANNOTATION) {
            throw tooLong(text, LONGEST_ANNOTATION + " bytes");
        }
        withoutComments(first.start(), close.end());
        return new Annotation(name.text(), text.text(), first.start(), close.end());
    }

    private PatternTree item() throws Refused {
        Token first = peek();
        String named = first.text();
        Token type = tokens.get(Math.min(at + 2, tokens.size() - 1));
        Token colon = tokens.get(Math.min(at + 1, tokens.size() - 1));
        if (first.is("Item") && colon.is("(") || first.kind() == Kind.WORD && colon.is(":") && type.is("Item") && !NAME.matcher(named).matches()) {
            throw refuse(first, "An item without a name", "Write '$item : Item( … )'");
        }
        if (first.kind() == Kind.WORD && colon.is(":=")) {
            throw refuse(colon, "'from', 'over', ':=' or an annotation of a pattern", "Write '$item : Item( … )'");
        }
        if (first.kind() != Kind.WORD || !colon.is(":") || !type.is("Item")) {
            throw refuse(first, "A rule that does not begin with an item", "Write '$item : Item( … )' after 'when'");
        }
        at += 2;
        return pattern("", named, first, Optional.empty());
    }

    private PatternTree join(String item) throws Refused {
        Token first = peek();
        int from = at;
        String quantifier = first.is("exists") || first.is("not") ? next().text() : "";
        boolean parenthesised = !quantifier.isEmpty() && take("(");
        Token name = peek();
        String named = "";
        if (name.kind() == Kind.WORD && tokens.get(Math.min(at + 1, tokens.size() - 1)).is(":")) {
            named = name.text();
            at += 2;
            if (!NAME.matcher(named).matches() || named.equals(item)) {
                throw refuse(name, "The name '" + shortened(named) + "'", "Write '$facility : Facility( … )'");
            }
        }
        if (!peek().is("Facility")) {
            at = from;
            throw refuseElement(false);
        }
        PatternTree pattern = pattern(quantifier, named, first, Optional.of(item));
        if (parenthesised) {
            if (!take(")")) {
                at = from;
                throw refuseElement(false);
            }
        }
        return pattern;
    }

    /** The element at this token, which is no part of the language. */
    private Refused refuseElement(boolean afterFacility) {
        Token token = peek();
        boolean ofPattern = token.is("from") || token.is("over") || token.is("@") || token.is(":=");
        if (ofPattern) {
            return refuse(token, "'from', 'over', ':=' or an annotation of a pattern", "A rule holds of items and listed facilities, and of nothing else");
        }
        if (token.is("do") || token.is("break") || token.is("if") || token.is("else")) {
            return refuse(token, "A named consequence", "Write one rule for each conclusion");
        }
        if (token.kind() == Kind.END || token.is("end")) {
            return slip(token, "Expected 'then', found " + found(token), "Write 'then', '$item.count();' and 'end'");
        }
        if (afterFacility) {
            return refuse(token, "A third pattern", "Join with one facility at most");
        }
        return refuse(token, "This element", "After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow");
    }

    private PatternTree pattern(String quantifier, String name, Token first, Optional<String> itemOfJoin) throws Refused {
        Token type = next();
        Token open = peek();
        if (!take("(")) {
            throw slip(open, "Expected '(' after '" + type.text() + "', found " + found(open), "Write '" + type.text() + "( … )'");
        }
        withoutComments(first.start(), open.end());
        List<List<Token>> read = new ArrayList<>();
        boolean sound = true;
        if (peek().is(")")) {
            report(refuse(first, "A pattern without conditions holds of everything and so it", "State at least one condition"));
            sound = false;
        } else {
            at--;
            do {
                at++;
                int from = at;
                int depth = 0;
                while (depth > 0 || !(peek().is(",") || peek().is(")"))) {
                    if (peek().kind() == Kind.BAD) {
                        throw new Refused(Optional.empty());
                    }
                    if (peek().kind() == Kind.END || ((peek().is("then") || peek().is("rule")) && startsLine(at))) {
                        throw slip(open, "The parenthesis that opens here is not closed", "Close it with ')'");
                    }
                    depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
                    at++;
                }
                sound &= condition(from, itemOfJoin);
                read.add(List.copyOf(tokens.subList(from, at)));
            } while (peek().is(","));
        }
        Token close = next();
        return new PatternTree(quantifier, name, type.text(), sound ? read : List.of(), first.start(), close.end());
    }

    /** Whether the tokens from the index to the next are a condition; if not, that was reported. */
    private boolean condition(int from, Optional<String> itemOfJoin) throws Refused {
        int start = from < at ? tokens.get(from).start() : tokens.get(at).start();
        int end = from < at ? tokens.get(at - 1).end() : start;
        try {
            Condition read = itemOfJoin.isPresent()
                    ? ConditionParser.onFacility(source, start, end, itemOfJoin.get())
                    : ConditionParser.onItem(source, start, end);
            conditions += leaves(read);
        } catch (ConditionParser.Refusal refusal) {
            Problem problem = refusal.problem();
            problems.add(problem.code(), problem.place(), shortened(problem.reason()), problem.fix());
            return false;
        }
        weigh(from);
        if (conditions > MOST_CONDITIONS || values > MOST_VALUES) {
            throw tooLarge(tokens.get(from), "The rule has more than " + MOST_CONDITIONS + " conditions or " + MOST_VALUES + " values",
                    "Split the rule, or define a concept with these terms");
        }
        return true;
    }

    private static int leaves(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().mapToInt(RuleGrammar::leaves).sum();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().mapToInt(RuleGrammar::leaves).sum();
        }
        return condition instanceof Condition.Not not ? leaves(not.part()) : 1;
    }

    /** Adds what the condition up to here will cost the engine's compiler, and refuses what is too much. */
    private void weigh(int from) throws Refused {
        int depth = 0;
        for (int i = from; i < at; i++) {
            Token token = tokens.get(i);
            if (token.isText()) {
                values++;
                if (token.text().length() > LONGEST_TEXT) {
                    throw tooLong(token, LONGEST_TEXT + " characters");
                }
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            effort += Math.round(Math.pow(3, Math.min(depth, 12)));
            if (effort > MOST_EFFORT) {
                broken = true;
                throw tooLarge(token, "The conditions of this file are too many or nested too deeply, all together", "Drop parentheses, or split the policy");
            }
        }
    }

    private Refused tooLong(Token text, String limit) {
        return tooLarge(text, "A text of more than " + limit, "Shorten it");
    }

    private Refused tooLarge(Token token, String reason, String fix) {
        return new Refused(Optional.of(new Problem(Code.RULE_TOO_LARGE, source.place(token.start()), reason, fix)));
    }

    /** For what is a slip rather than a construct that the language does not have. */
    private Refused slip(Token token, String reason, String fix) {
        return token.kind() == Kind.BAD ? new Refused(Optional.empty()) : new Refused(Optional.of(new Problem(Code.RULE_SYNTAX, source.place(token.start()), reason, fix)));
    }

    private String conclusion(String item, String rule) throws Refused {
        Token first = peek();
        String verb = at + 2 < tokens.size() ? tokens.get(at + 2).text() : "";
        List<String> wanted = List.of(item, ".", verb, "(", ")", ";", "end");
        boolean exact = VERBS.contains(verb) && at + wanted.size() <= tokens.size();
        for (int i = 0; exact && i < wanted.size(); i++) {
            exact = tokens.get(at + i).is(wanted.get(i));
            if (!exact && i == wanted.size() - 1 && (tokens.get(at + i).kind() == Kind.END || tokens.get(at + i).is("rule"))) {
                throw slip(tokens.get(at + i), "Expected 'end' after the conclusion of '" + rule + "', found " + found(tokens.get(at + i)), "Write 'end' on a line of its own");
            }
        }
        if (!exact) {
            while (peek().kind() != Kind.END && peek().kind() != Kind.BAD && !(peek().is("end") && startsLine(at)) && !(peek().is("rule") && startsLine(at))) {
                at++;
            }
            if (peek().kind() == Kind.BAD) {
                throw new Refused(Optional.empty());
            }
            String shown = source.text().substring(first.start(), Math.max(first.start(), peek().start())).strip().lines().findFirst().orElse("");
            String choice = "Write exactly one of " + item + ".count(); " + item + ".reject(); " + item + ".rejectEverywhere(); " + item + ".review();";
            Optional<String> meant = VERBS.contains(verb) ? Optional.empty() : Suggestion.nearest(shortened(verb), VERBS).filter(near -> verb.length() > 3);
            throw new Refused(Optional.of(new Problem(Code.RULE_UNSAFE, source.place(first.start()),
                    "The conclusion '" + shortened(shown) + "' of '" + rule + "' is not part of the rule language", meant.map(near -> "Did you mean " + item + "." + near + "();").orElse(choice))));
        }
        at += wanted.size();
        withoutComments(tokens.get(at - wanted.size() - 1).start(), previous().end());
        return verb;
    }

    /** Refuses a comment in a part that is read as a whole. */
    private void withoutComments(int start, int end) throws Refused {
        while (nextComment < comments.size() && comments.get(nextComment).start() < end) {
            Comment comment = comments.get(nextComment++);
            if (comment.start() >= start) {
                throw new Refused(Optional.of(new Problem(Code.RULE_SYNTAX, source.place(comment.start()), "A comment stands inside a statement, a pattern or a conclusion",
                        "Put the comment on a line of its own before it")));
            }
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    private Token next() {
        Token token = tokens.get(at);
        at += token.kind() == Kind.END ? 0 : 1;
        return token;
    }

    private boolean take(String word) {
        boolean there = peek().is(word);
        at += there ? 1 : 0;
        return there;
    }

    private static String found(Token token) {
        return token.kind() == Kind.END ? "the end" : "'" + shortened(token.text()) + "'";
    }

    private Refused refuse(Token token, String what, String fix) {
        return token.kind() == Kind.BAD
                ? new Refused(Optional.empty()) // reported when it was read
                : new Refused(Optional.of(new Problem(Code.RULE_UNSAFE, source.place(token.start()), what + " is not part of the rule language", fix)));
    }

    private void report(Refused refusal) {
        refusal.problem.ifPresent(problem -> problems.addAll(List.of(problem)));
    }

    /** Goes on to the next line that begins an annotation, an attribute or the conditions of the same rule, if there is one. */
    private boolean recoverAfter(int from) {
        for (int i = from + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (startsLine(i) && (token.is("@") || token.is("when") || ATTRIBUTES.contains(token.text()))) {
                at = i;
                return true;
            }
            if (startsLine(i) && (token.is("then") || token.is("end") || token.is("rule"))) {
                return false;
            }
        }
        return false;
    }

    /** Goes on to what may be the next statement, and marks what lies between as refused. */
    private void skip(int first) {
        if (at == first && peek().kind() != Kind.END) {
            at++;
        }
        while (peek().kind() != Kind.END) {
            Token token = peek();
            if (startsLine(at) && (token.is("rule") || token.is("import") || token.is("query") || (STATEMENTS.containsKey(token.text()) && !token.is("@")))) {
                break;
            }
            at++;
        }
        refused.add(new Span(tokens.get(first).start(), peek().start()));
    }

    /** Whether nothing but space stands before the token on its line. */
    private boolean startsLine(int index) {
        int from = index == 0 ? 0 : tokens.get(index - 1).end();
        return index == 0 || source.text().substring(from, tokens.get(index).start()).indexOf('\n') >= 0;
    }

    static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
