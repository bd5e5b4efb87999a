package org.countsas.policy.language;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;

/**
 * The part of the {@linkplain RuleGrammar grammar} outside the rules: the package, the imports, and anything else DRL could have there,
 * which is refused by name.
 */
final class StatementGrammar {
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]{0,60}");
    private static final String STATE_IT = "State it as a rule's conditions";

    /** What DRL may have in place of a rule, by its first word. */
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

    /** The package or an import. */
    record Statement(String text, int start, int end) {}

    private final RuleCursor cursor;

    StatementGrammar(RuleCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether a word begins a statement of DRL that rule files do not have. */
    static boolean isOther(String word) {
        return STATEMENTS.containsKey(word);
    }

    /** The package with which a file begins. */
    Statement packageStatement() throws Refused {
        Token first = cursor.peek();
        if (!cursor.take("package")) {
            throw cursor.refuse(
                    first,
                    "The package is ''",
                    "Write '" + FileHead.packageOf(cursor.source().file()) + "'");
        }
        if (!cursor.take("policies") || !cursor.take(".")) {
            throw cursor.refuse(
                    cursor.peek(),
                    "A package that does not begin with 'policies.'",
                    "Write '" + FileHead.packageOf(cursor.source().file()) + "'");
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
        return new Statement(
                "policies." + name.text(), first.start(), cursor.previous().end());
    }

    /** An import; only what conditions need may be imported. */
    Statement importStatement() throws Refused {
        Token first = cursor.next();
        Token kind = cursor.peek();
        if (kind.is("static") || kind.is("function")) {
            throw cursor.refuse(first, "An import of a function", STATE_IT);
        }
        if (kind.is("accumulate") || kind.is("acc")) {
            throw cursor.refuse(first, "An import of an accumulate function", STATE_IT);
        }
        StringBuilder target = new StringBuilder();
        int line = cursor.source().place(first.start()).line();
        while (cursor.peek().kind() != Kind.END
                && !cursor.peek().is(";")
                && cursor.source().place(cursor.peek().start()).line() == line) {
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
        return new Statement(target.toString(), first.start(), cursor.previous().end());
    }

    /** The refusal of whatever is in place of a rule. */
    Refused refused() {
        Token first = cursor.peek();
        Token second = cursor.ahead(1);
        String word = first.text();
        if (first.is("declare")) {
            String what = second.is("enum")
                    ? "an enumeration"
                    : second.is("entry-point") ? "an entry point" : second.is("window") ? "a window" : "a type";
            return cursor.refuse(first, "A declaration of " + what, STATE_IT);
        }
        if (first.kind() == Kind.WORD && RuleAttributes.NAMES.contains(word)) {
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
}
