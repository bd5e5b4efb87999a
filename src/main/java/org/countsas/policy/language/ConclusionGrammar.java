package org.countsas.policy.language;

import java.util.List;
import java.util.Optional;
import org.countsas.policy.language.RuleCursor.Refused;
import org.countsas.policy.language.RuleTokens.Kind;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.problem.Code;
import org.countsas.problem.Suggestion;

/** The part of the {@linkplain RuleGrammar grammar} after {@code then}: one conclusion about the item, and {@code end}. */
final class ConclusionGrammar {
    private static final List<String> VERBS = List.of("count", "reject", "rejectEverywhere", "review");

    private final RuleCursor cursor;
    private final String item;
    private final String rule;

    /**
     * @param item the name that the item is bound to
     * @param rule the rule's name, for messages
     */
    ConclusionGrammar(RuleCursor cursor, String item, String rule) {
        this.cursor = cursor;
        this.item = item;
        this.rule = rule;
    }

    /** The conclusion: the one word that the language leaves open here. */
    String verb() throws Refused {
        int from = cursor.at();
        String verb = from + 2 < cursor.size() ? cursor.token(from + 2).text() : "";
        List<String> wanted = List.of(item, ".", verb, "(", ")", ";", "end");
        boolean exact = VERBS.contains(verb) && from + wanted.size() <= cursor.size();
        for (int i = 0; exact && i < wanted.size(); i++) {
            Token token = cursor.token(from + i);
            exact = token.is(wanted.get(i));
            if (!exact && i == wanted.size() - 1 && (token.kind() == Kind.END || token.is("rule"))) {
                throw cursor.slip(
                        token,
                        "Expected 'end' after the conclusion of '" + rule + "', found " + RuleCursor.found(token),
                        "Write 'end' on a line of its own");
            }
        }
        if (!exact) {
            throw refused(verb);
        }
        cursor.move(wanted.size());
        cursor.withoutComments(cursor.token(from - 1).start(), cursor.previous().end());
        return verb;
    }

    private Refused refused(String verb) {
        Token first = cursor.peek();
        while (!isAfter(cursor.peek())) {
            cursor.move(1);
        }
        if (cursor.peek().kind() == Kind.BAD) {
            return RuleCursor.reported();
        }
        String shown = cursor.source()
                .text()
                .substring(first.start(), Math.max(first.start(), cursor.peek().start()))
                .strip()
                .lines()
                .findFirst()
                .orElse("");
        String choice = "Write exactly one of " + item + ".count(); " + item + ".reject(); " + item
                + ".rejectEverywhere(); " + item + ".review();";
        Optional<String> meant = VERBS.contains(verb)
                ? Optional.empty()
                : Suggestion.nearest(RuleCursor.shortened(verb), VERBS).filter(near -> verb.length() > 3);
        return cursor.refusedAt(
                first,
                Code.RULE_UNSAFE,
                "The conclusion '" + RuleCursor.shortened(shown) + "' of '" + rule
                        + "' is not part of the rule language",
                meant.map(near -> Suggestion.question(item + "." + near + "();"))
                        .orElse(choice));
    }

    private boolean isAfter(Token token) {
        return token.kind() == Kind.END
                || token.kind() == Kind.BAD
                || ((token.is("end") || token.is("rule")) && cursor.startsLine(cursor.at()));
    }
}
