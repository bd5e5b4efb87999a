package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.policy.language.RuleTokens.Comment;
import org.countsas.policy.language.RuleTokens.Token;
import org.countsas.policy.language.RuleTree.Annotation;
import org.countsas.policy.language.StatementGrammar.Statement;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Problems;

/**
 * The one layout of rule files: one annotation per line, in a fixed order; a pattern on one line if it fits, otherwise one condition per
 * line; LF at the end of lines. Comments stay where they are. Formatting a formatted file changes nothing, and formatting any file changes
 * only white space, the order of imports and the order of annotations.
 *
 * <p>Not thread-safe; {@link #format} may be called from several threads.
 */
public final class RuleFormat {
    static final int WIDTH = 120;
    static final String INDENT = "    ";

    private final String text;
    private final RuleGrammar grammar;
    private final List<String> lines = new ArrayList<>();
    private int nextComment;
    /** Where the last part written ends in the source. */
    private int last;

    private RuleFormat(String text, RuleGrammar grammar) {
        this.text = text;
        this.grammar = grammar;
    }

    /**
     * A rule file in this layout.
     *
     * @param file the file's name for messages, which says the policy
     * @throws ProblemException if the file is not a sound rule file; such a file is left as it is
     */
    public static String format(String file, String text) {
        Problems problems = new Problems();
        RuleFileParser.read(file, text, problems);
        problems.throwIfAny();
        SourceText source = new SourceText(file, text);
        RuleGrammar grammar = RuleGrammar.read(source, problems);
        String formatted = new RuleFormat(text, grammar).write();
        RuleGrammar again = RuleGrammar.read(new SourceText(file, formatted), problems);
        if (!again.accepted() || !meaning(grammar).equals(meaning(again))) {
            throw new IllegalStateException("formatting would change what " + file + " says");
        }
        return formatted;
    }

    /** Everything that the file says, without its layout. */
    private static List<Object> meaning(RuleGrammar grammar) {
        List<Object> meaning = new ArrayList<>();
        meaning.add(grammar.head().map(Statement::text));
        meaning.add(grammar.imports().stream()
                .map(Statement::text)
                .distinct()
                .sorted()
                .toList());
        for (RuleTree rule : grammar.rules()) {
            meaning.add(rule.name().text());
            meaning.add(rule.annotations().stream().collect(Collectors.toMap(Annotation::name, Annotation::text)));
            meaning.add(meaning(rule.item()));
            meaning.add(rule.facility() == null ? List.of() : meaning(rule.facility()));
            meaning.add(rule.verb());
        }
        meaning.add(grammar.comments().stream()
                .map(comment -> stripped(comment.text()))
                .sorted()
                .toList());
        return meaning;
    }

    private static List<Object> meaning(RuleTree.Pattern pattern) {
        return List.of(
                pattern.quantifier(),
                pattern.name(),
                pattern.type(),
                pattern.conditions().stream()
                        .map(condition -> condition.stream()
                                .map(token -> token.kind() + token.text())
                                .toList())
                        .toList());
    }

    private String write() {
        Statement head = grammar.head().orElseThrow();
        part("", "package " + head.text(), head.start(), head.end());
        imports();
        for (RuleTree rule : grammar.rules()) {
            rule(rule);
        }
        comments("", text.length(), false);
        return String.join("\n", lines) + "\n";
    }

    private void imports() {
        List<Statement> imports = new ArrayList<>(grammar.imports());
        if (imports.isEmpty()) {
            return;
        }
        int start = imports.get(0).start();
        int end = imports.get(imports.size() - 1).end();
        if (hasComments(start, end)) {
            for (Statement statement : imports) {
                comments("", statement.start(), statement.start() == start);
                part("", "import " + statement.text(), statement.start(), statement.end());
            }
            return;
        }
        comments("", start, true);
        imports.stream().map(Statement::text).distinct().sorted().forEach(target -> lines.add("import " + target));
        last = end;
    }

    private void rule(RuleTree rule) {
        comments("", rule.start(), true);
        part("", "rule \"" + rule.name().text() + '"', rule.start(), rule.name().end());
        annotations(rule);
        comments(INDENT, rule.when(), false);
        part("", "when", rule.when(), rule.when() + "when".length());
        pattern(rule.item(), rule.item().name() + " : ");
        RuleTree.Pattern facility = rule.facility();
        if (facility != null) {
            pattern(
                    facility,
                    (facility.quantifier().isEmpty() ? "" : facility.quantifier() + " ")
                            + (facility.name().isEmpty() ? "" : facility.name() + " : "));
        }
        comments(INDENT, rule.then(), false);
        lines.add("then");
        lines.add(INDENT + rule.item().name() + "." + rule.verb() + "();");
        lines.add("end");
        last = rule.end();
    }

    private void annotations(RuleTree rule) {
        List<Annotation> annotations = new ArrayList<>(rule.annotations());
        if (!annotations.isEmpty() && !hasComments(rule.name().end(), rule.when())) {
            annotations.sort(Comparator.comparing(annotation -> Annotations.KNOWN.indexOf(annotation.name())));
        }
        for (Annotation annotation : annotations) {
            comments(INDENT, annotation.start(), false);
            part(
                    INDENT,
                    "@" + annotation.name() + "(\"" + annotation.text() + "\")",
                    annotation.start(),
                    annotation.end());
        }
    }

    private void pattern(RuleTree.Pattern pattern, String before) {
        comments(INDENT, pattern.start(), false);
        String open = before + pattern.type() + "(";
        List<String> conditions =
                pattern.conditions().stream().map(ConditionLayout::spaced).toList();
        String line = open + " " + String.join(", ", conditions) + " )";
        if (!hasComments(pattern.start(), pattern.end()) && INDENT.length() + line.length() <= WIDTH) {
            part(INDENT, line, pattern.start(), pattern.end());
            return;
        }
        lines.add(INDENT + open);
        last = text.indexOf('(', pattern.start()) + 1;
        String indent = INDENT + INDENT;
        for (int i = 0; i < conditions.size(); i++) {
            List<Token> tokens = pattern.conditions().get(i);
            int start = tokens.get(0).start();
            comments(indent, start, false);
            List<String> broken = indent.length() + conditions.get(i).length() < WIDTH
                    ? List.of(conditions.get(i))
                    : ConditionLayout.broken(tokens, indent.length());
            lines.add(indent + broken.get(0));
            broken.subList(1, broken.size()).forEach(more -> lines.add(indent + INDENT + more));
            if (i + 1 < conditions.size()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + ",");
            }
            last = tokens.get(tokens.size() - 1).end();
        }
        comments(indent, pattern.end() - 1, false);
        part(INDENT, ")", pattern.end() - 1, pattern.end());
    }

    private void part(String indent, String line, int start, int end) {
        comments(indent, start, false);
        lines.add(indent + line);
        last = end;
    }

    private boolean hasComments(int start, int end) {
        return grammar.comments().stream().anyMatch(comment -> comment.start() >= start && comment.end() <= end);
    }

    /**
     * Writes the comments before a place. A comment on the same line as the part before it stays there.
     *
     * @param apart whether a blank line must separate what follows from what was written
     */
    private void comments(String indent, int before, boolean apart) {
        boolean separated = !apart;
        while (nextComment < grammar.comments().size()
                && grammar.comments().get(nextComment).start() < before) {
            Comment comment = grammar.comments().get(nextComment++);
            String gap = text.substring(last, comment.start());
            boolean trailing = !lines.isEmpty() && gap.indexOf('\n') < 0;
            if (trailing) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + stripped(comment.text()));
            } else {
                if (!lines.isEmpty()
                        && (!separated
                                || (indent.isEmpty()
                                        && gap.chars().filter(c -> c == '\n').count() > 1))) {
                    lines.add("");
                }
                separated = true;
                lines.add(indent + stripped(comment.text()));
            }
            last = comment.end();
        }
        boolean afterComment = apart && separated;
        boolean blank = afterComment
                && text.substring(last, Math.max(last, before))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        > 1;
        if (!lines.isEmpty() && (!separated || blank)) {
            lines.add("");
        }
    }

    private static String stripped(String comment) {
        return comment.replace("\r\n", "\n").lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
