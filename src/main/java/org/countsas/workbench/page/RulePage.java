package org.countsas.workbench.page;

import java.util.List;
import org.countsas.policy.rule.Rule;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.question.RuleFinder;
import org.countsas.report.rules.RuleText;

/**
 * A rule in words, and its source. Immutable and thread-safe.
 *
 * @param frame what surrounds it
 * @param rule  the rule
 * @param lines its words, then its file and its source
 */
public record RulePage(Frame frame, Rule rule, List<String> lines) {
    /** @throws ProblemException {@code NO_SUCH_RULE} */
    static RulePage of(Frame frame) {
        String name = frame.query().text("name");
        if (name == null) {
            throw new ProblemException(
                    Code.BAD_REQUEST, Place.NONE, "The address names no rule", "Choose one at /rules");
        }
        Rule rule = RuleFinder.rule(name, frame.workspace().rules());
        return new RulePage(frame, rule, RuleText.of(rule, frame.workspace().rules(), frame.language()));
    }

    /** What people call it. */
    public String title() {
        return frame.language().label(frame.workspace().rules().ruleTitle(rule.name()));
    }

    /** The rule in words, line by line. */
    public String words() {
        return String.join("\n", lines.subList(1, lines.lastIndexOf(rule.file())))
                .strip();
    }

    /** Its source, with the numbers of its lines. */
    public String source() {
        return String.join("\n", lines.subList(lines.lastIndexOf(rule.file()) + 1, lines.size()));
    }

    /** Its file, as the folder has it. */
    public String file() {
        String folder = frame.workspace().rules().folder().name() + "/";
        return rule.file().startsWith(folder) ? rule.file().substring(folder.length()) : rule.file();
    }

    /** The items that it decides. */
    public String itemsHref() {
        return frame.href("/items", "rule", rule.name());
    }

    /** Where its file is edited. */
    public String editHref() {
        return frame.href("/rules/edit", "file", file(), "line", rule.line());
    }

    /** Whether it can be edited. */
    public boolean canBeEdited() {
        return frame.desk().rules().files().canBeEdited();
    }
}
