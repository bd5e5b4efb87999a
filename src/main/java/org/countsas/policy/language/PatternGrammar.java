package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.countsas.policy.Condition;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The part of the {@linkplain RuleGrammar grammar} between {@code when} and {@code then}: the item, and the facility that it is joined
 * with. {@link ConditionParser} reads each condition.
 *
 * <p>Not thread-safe: one for each file.
 */
final class PatternGrammar {
    private static final int MOST_CONDITIONS = 100;
    private static final int MOST_VALUES = 1_000;
    private static final int LONGEST_TEXT = 1_000;
    /** Tokens, each weighted by 3 to the power of its nesting: what conditions cost the engine's compiler. */
    private static final long MOST_EFFORT = 300_000;

    private static final Pattern NAME = Pattern.compile("\\$[a-zA-Z]{1,50}");

    private final RuleCursor cursor;
    private int conditions;
    private int values;
    private long effort;
    private boolean exhausted;

    PatternGrammar(RuleCursor cursor) {
        this.cursor = cursor;
    }

    /** Conditions and values are counted for each rule. */
    void beginRule() {
        conditions = 0;
        values = 0;
    }

    /** Whether the file has too many conditions altogether, so that no more of it may be read. */
    boolean isExhausted() {
        return exhausted;
    }

    /** The item with which a rule begins. */
    RuleTree.Pattern item() throws Refused {
        Token first = cursor.peek();
        String named = first.text();
        Token type = cursor.ahead(2);
        Token colon = cursor.ahead(1);
        if ((first.is("Item") && colon.is("("))
                || (first.kind() == Kind.WORD
                        && colon.is(":")
                        && type.is("Item")
                        && !NAME.matcher(named).matches())) {
            throw cursor.refuse(first, "An item without a name", "Write '$item : Item( … )'");
        }
        if (first.kind() == Kind.WORD && colon.is(":=")) {
            throw cursor.refuse(
                    colon, "'from', 'over', ':=' or an annotation of a pattern", "Write '$item : Item( … )'");
        }
        if (first.kind() != Kind.WORD || !colon.is(":") || !type.is("Item")) {
            throw cursor.refuse(
                    first, "A rule that does not begin with an item", "Write '$item : Item( … )' after 'when'");
        }
        cursor.move(2);
        return pattern("", named, first, null);
    }

    /** The facility with which the item is joined. */
    RuleTree.Pattern join(String item) throws Refused {
        Token first = cursor.peek();
        int from = cursor.at();
        String quantifier =
                first.is("exists") || first.is("not") ? cursor.next().text() : "";
        boolean parenthesised = !quantifier.isEmpty() && cursor.take("(");
        Token name = cursor.peek();
        String named = "";
        if (name.kind() == Kind.WORD && cursor.ahead(1).is(":")) {
            named = name.text();
            cursor.move(2);
            if (!NAME.matcher(named).matches() || named.equals(item)) {
                throw cursor.refuse(
                        name, "The name '" + RuleCursor.shortened(named) + "'", "Write '$facility : Facility( … )'");
            }
        }
        if (!cursor.peek().is("Facility")) {
            cursor.moveTo(from);
            throw refuseElement(false);
        }
        RuleTree.Pattern pattern = pattern(quantifier, named, first, item);
        if (parenthesised) {
            if (!cursor.take(")")) {
                cursor.moveTo(from);
                throw refuseElement(false);
            }
        }
        return pattern;
    }

    /** The element at this token, which is not part of the language. */
    Refused refuseElement(boolean afterFacility) {
        Token token = cursor.peek();
        boolean ofPattern = token.is("from") || token.is("over") || token.is("@") || token.is(":=");
        if (ofPattern) {
            return cursor.refuse(
                    token,
                    "'from', 'over', ':=' or an annotation of a pattern",
                    "A rule matches items and listed facilities, and nothing else");
        }
        if (token.is("do") || token.is("break") || token.is("if") || token.is("else")) {
            return cursor.refuse(token, "A named consequence", "Write one rule for each conclusion");
        }
        if (token.kind() == Kind.END || token.is("end")) {
            return cursor.slip(
                    token,
                    "Expected 'then', found " + RuleCursor.found(token),
                    "Write 'then', '$item.count();' and 'end'");
        }
        if (afterFacility) {
            return cursor.refuse(token, "A third pattern", "Join with one facility at most");
        }
        return cursor.refuse(
                token,
                "This element",
                "After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow");
    }

    private RuleTree.Pattern pattern(String quantifier, String name, Token first, @Nullable String itemOfJoin)
            throws Refused {
        Token type = cursor.next();
        Token open = cursor.peek();
        if (!cursor.take("(")) {
            throw cursor.slip(
                    open,
                    "Expected '(' after '" + type.text() + "', found " + RuleCursor.found(open),
                    "Write '" + type.text() + "( … )'");
        }
        cursor.withoutComments(first.start(), open.end());
        List<List<Token>> read = new ArrayList<>();
        boolean sound = true;
        if (cursor.peek().is(")")) {
            cursor.report(cursor.refuse(
                    first, "A pattern without conditions matches everything, so it", "State at least one condition"));
            sound = false;
        } else {
            cursor.move(-1);
            do {
                cursor.move(1);
                int from = cursor.at();
                int depth = 0;
                while (depth > 0 || !(cursor.peek().is(",") || cursor.peek().is(")"))) {
                    if (cursor.peek().kind() == Kind.BAD) {
                        throw RuleCursor.reported();
                    }
                    if (cursor.peek().kind() == Kind.END
                            || ((cursor.peek().is("then") || cursor.peek().is("rule"))
                                    && cursor.startsLine(cursor.at()))) {
                        throw cursor.slip(open, "The parenthesis that opens here is not closed", "Close it with ')'");
                    }
                    depth += cursor.peek().is("(") ? 1 : cursor.peek().is(")") ? -1 : 0;
                    cursor.move(1);
                }
                sound &= condition(from, itemOfJoin);
                read.add(cursor.since(from));
            } while (cursor.peek().is(","));
        }
        Token close = cursor.next();
        return new RuleTree.Pattern(
                quantifier, name, type.text(), sound ? read : List.of(), first.start(), close.end());
    }

    /** Whether the tokens from the index to the next are a condition; if not, that was reported. */
    private boolean condition(int from, @Nullable String itemOfJoin) throws Refused {
        int start = from < cursor.at()
                ? cursor.token(from).start()
                : cursor.token(cursor.at()).start();
        int end = from < cursor.at() ? cursor.token(cursor.at() - 1).end() : start;
        try {
            Condition read = itemOfJoin == null
                    ? ConditionParser.onItem(cursor.source(), start, end)
                    : ConditionParser.onFacility(cursor.source(), start, end, itemOfJoin);
            conditions += leaves(read);
        } catch (ConditionTokens.Refusal refusal) {
            Problem problem = refusal.problem();
            cursor.report(new Problem(
                    problem.code(), problem.place(), RuleCursor.shortened(problem.reason()), problem.fix()));
            return false;
        }
        weigh(from);
        if (conditions > MOST_CONDITIONS || values > MOST_VALUES) {
            throw cursor.tooLarge(
                    cursor.token(from),
                    "The rule has more than " + MOST_CONDITIONS + " conditions or " + MOST_VALUES + " values",
                    "Split the rule, or define a concept with these terms");
        }
        return true;
    }

    private static int leaves(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().mapToInt(PatternGrammar::leaves).sum();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().mapToInt(PatternGrammar::leaves).sum();
        }
        return condition instanceof Condition.Not not ? leaves(not.part()) : 1;
    }

    /** Adds what the condition up to here will cost the engine's compiler, and refuses what is too much. */
    private void weigh(int from) throws Refused {
        int depth = 0;
        for (int i = from; i < cursor.at(); i++) {
            Token token = cursor.token(i);
            if (token.isText()) {
                values++;
                if (token.text().length() > LONGEST_TEXT) {
                    throw cursor.tooLong(token, LONGEST_TEXT + " characters");
                }
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            effort += Math.round(Math.pow(3, Math.min(depth, 12)));
            if (effort > MOST_EFFORT) {
                exhausted = true;
                throw cursor.tooLarge(
                        token,
                        "Taken together, the conditions of this file are too many or too deeply nested",
                        "Drop parentheses, or split the policy");
            }
        }
    }
}
