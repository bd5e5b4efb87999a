package org.countsas.policy.language;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.problem.Code;
import org.jspecify.annotations.Nullable;

/**
 * The part of the {@linkplain RuleGrammar grammar} from {@code rule} to {@code end}: the name, the annotations, and what
 * {@link PatternGrammar} and {@link ConclusionGrammar} read. It continues after an annotation that it refuses, so that everything wrong
 * with a rule is reported at once.
 *
 * <p>Not thread-safe: one for each file.
 */
final class OneRuleGrammar {
    private static final int MOST_ANNOTATIONS = 20;
    /** UTF-8 bytes: a class file can hold no constant longer than 65,535. */
    private static final int LONGEST_ANNOTATION = 60_000;

    /**
     * A rule that was read to its end.
     *
     * @param sound whether nothing in it was refused
     */
    record Read(RuleTree rule, boolean sound) {}

    private final RuleCursor cursor;
    private final PatternGrammar patterns;
    private @Nullable String begun;

    OneRuleGrammar(RuleCursor cursor) {
        this.cursor = cursor;
        this.patterns = new PatternGrammar(cursor);
    }

    /** Whether the file has too many conditions altogether, so that no more of it may be read. */
    boolean isExhausted() {
        return patterns.isExhausted();
    }

    /** The name of the rule begun last, if it has one that could be read. */
    Optional<String> begun() {
        return Optional.ofNullable(begun);
    }

    /** Reads a rule; the next token is {@code rule}. */
    Read rule() throws Refused {
        begun = null;
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
        begun = name.text();
        if (cursor.peek().is("extends")) {
            throw cursor.refuse(cursor.peek(), "'extends' between rules", "Repeat the conditions");
        }
        List<RuleTree.Annotation> annotations = new ArrayList<>();
        boolean sound = true;
        while (!cursor.peek().is("when")) {
            Token token = cursor.peek();
            int from = cursor.at();
            try {
                if (token.is("@")) {
                    annotations.add(annotation());
                } else if (token.kind() == Kind.WORD && RuleAttributes.NAMES.contains(token.text())) {
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
        RuleTree.Pattern item = patterns.item();
        RuleTree.Pattern facility = cursor.peek().is("then") ? null : patterns.join(item.name());
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
        // What is wrong with an unsound rule was reported where it occurs.
        return new Read(
                rule,
                sound
                        && !item.conditions().isEmpty()
                        && (facility == null || !facility.conditions().isEmpty()));
    }

    private String singleQuoted(Token open) {
        int close = cursor.source().text().indexOf('\'', open.end());
        return close < 0 ? "'" : cursor.source().text().substring(open.end(), close);
    }

    private RuleTree.Annotation annotation() throws Refused {
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
        return new RuleTree.Annotation(name.text(), text.text(), first.start(), close.end());
    }

    /** Moves to the next line that begins an annotation, an attribute or the conditions of the same rule, if there is one. */
    private boolean recoverAfter(int from) {
        for (int i = from + 1; i < cursor.size(); i++) {
            Token token = cursor.token(i);
            if (cursor.startsLine(i)
                    && (token.is("@") || token.is("when") || RuleAttributes.NAMES.contains(token.text()))) {
                cursor.moveTo(i);
                return true;
            }
            if (cursor.startsLine(i) && (token.is("then") || token.is("end") || token.is("rule"))) {
                return false;
            }
        }
        return false;
    }
}
