package org.countsas.comparison.reform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.definition.Definitions;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Policy;
import org.countsas.problem.Names;

/**
 * Puts ids in the place of titles, so that a reform may name definitions and policies as people do. What is no name stays as it is, for the
 * reader of reforms to report. Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class ReformNames {
    /** What may stand between two names. Titles may contain these too, so the longest name that begins at a place is the one meant. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\s+[-\u2212]\\s+|\\s+(?i:at)\\s+(?=[0-9])|\\s*[+=>,]\\s*|[()]");

    private static final int MOST_PIECES = 9;
    private static final int LONGEST = 10_000;

    private final Names<Definition> definitions;
    private final Names<Policy> policies;

    public ReformNames(Definitions definitions, RuleBook book) {
        this.definitions = definitions.names();
        this.policies = book.policyNames();
    }

    /** A line with an id in the place of each name. Longer than a reform may be, it is the same. */
    public String plain(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
        if (text.length() > LONGEST) {
            return line;
        }
        List<String> pieces = pieces(text);
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < pieces.size()) {
            boolean definition = at == 0 || isFrom(pieces, at);
            int end = at + 1;
            String written = pieces.get(at);
            for (int last = Math.min(pieces.size(), at + MOST_PIECES); last > at; last -= 2) {
                Optional<String> id = id(String.join("", pieces.subList(at, last)), definition);
                if (id.isPresent()) {
                    written = id.get();
                    end = last;
                    break;
                }
            }
            plain.append(written).append(end < pieces.size() ? pieces.get(end) : "");
            at = end + 1;
        }
        return plain.toString();
    }

    /** Names and what stands between them by turns, a name first and last; names may be empty. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher between = BETWEEN.matcher(text);
        int from = 0;
        while (between.find()) {
            pieces.add(text.substring(from, between.start()));
            pieces.add(between.group());
            from = between.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static boolean isFrom(List<String> pieces, int at) {
        return at > 1
                && pieces.get(at - 1).strip().equals("=")
                && pieces.get(at - 2).equals("from");
    }

    private Optional<String> id(String name, boolean definition) {
        return definition
                ? definitions.find(name).map(Definition::id)
                : policies.find(name).map(Policy::id);
    }

    /** A reform with an id in the place of each name. */
    public Reform plain(Reform reform) {
        return new Reform(
                definition(reform.base()),
                reform.edits().stream().map(this::plain).toList());
    }

    private Edit plain(Edit edit) {
        if (edit instanceof Edit.Add add) {
            String from = add.from();
            return new Edit.Add(policy(add.policy()), add.block(), add.share(), from == null ? null : definition(from));
        }
        if (edit instanceof Edit.Remove remove) {
            return new Edit.Remove(policy(remove.policy()));
        }
        if (edit instanceof Edit.SetShare share) {
            return new Edit.SetShare(policy(share.policy()), share.share());
        }
        if (edit instanceof Edit.SetOrder order) {
            return new Edit.SetOrder(order.policies().stream().map(this::policy).toList());
        }
        return edit;
    }

    private String definition(String name) {
        return id(name, true).orElse(name);
    }

    private String policy(String name) {
        return id(name, false).orElse(name);
    }
}
