package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.policy.language.RuleTokens.Token;

/** How a condition is laid out: its tokens spaced, and broken into lines if it is too long for one. */
final class ConditionLayout {
    private ConditionLayout() {}

    /** A condition too long for a line, broken before each operator of its loosest kind outside parentheses. */
    static List<String> broken(List<Token> tokens, int indent) {
        String operator = outermost(tokens).contains("||") ? "||" : "&&";
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0 && i > 0 && tokens.get(i).is(operator)) {
                parts.addAll(filled(tokens.subList(from, i), indent + (from == 0 ? 0 : RuleFormat.INDENT.length())));
                from = i;
            }
        }
        parts.addAll(
                filled(tokens.subList(from, tokens.size()), indent + (from == 0 ? 0 : RuleFormat.INDENT.length())));
        return parts;
    }

    /** A part still too long for a line: as much on each line as fits, broken after commas and before operators. */
    private static List<String> filled(List<Token> tokens, int indent) {
        List<String> filled = new ArrayList<>();
        int from = 0;
        int fits = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            boolean mayBreak = i == tokens.size()
                    || tokens.get(i - 1).is(",")
                    || tokens.get(i).is("&&")
                    || tokens.get(i).is("||");
            if (mayBreak && i > 1) {
                int start = filled.isEmpty() ? indent : indent + 2 * RuleFormat.INDENT.length();
                if (fits > from && start + spaced(tokens.subList(from, i)).length() >= RuleFormat.WIDTH) {
                    filled.add((filled.isEmpty() ? "" : RuleFormat.INDENT) + spaced(tokens.subList(from, fits)));
                    from = fits;
                }
                fits = i;
            }
        }
        filled.add((filled.isEmpty() ? "" : RuleFormat.INDENT) + spaced(tokens.subList(from, tokens.size())));
        return filled;
    }

    private static List<String> outermost(List<Token> tokens) {
        List<String> operators = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && (token.is("||") || token.is("&&"))) {
                operators.add(token.text());
            }
        }
        return operators;
    }

    /** The tokens with one space wherever the layout has one. */
    static String spaced(List<Token> tokens) {
        StringBuilder line = new StringBuilder();
        Optional<Token> before = Optional.empty();
        for (Token token : tokens) {
            if (before.isPresent() && spaceBetween(before.get(), token)) {
                line.append(' ');
            }
            line.append(token.isText() ? '"' + token.text() + '"' : token.text());
            before = Optional.of(token);
        }
        return line.toString();
    }

    private static boolean spaceBetween(Token left, Token right) {
        if (left.is("(") || right.is(")") || right.is(",") || left.is("!") || left.is(".") || right.is(".")) {
            return false;
        }
        return !right.is("(") || left.is("in") || left.kind() == RuleTokens.Kind.SYMBOL;
    }
}
