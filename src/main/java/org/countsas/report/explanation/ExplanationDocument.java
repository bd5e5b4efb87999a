package org.countsas.report.explanation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.explanation.Explanation;
import org.countsas.explanation.RuleResult;
import org.countsas.output.Language;
import org.countsas.policy.book.RuleBook;

/**
 * An explanation in sentences, ready to be laid out as text or as a page.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title    what is explained
 * @param language the language of the sentences
 * @param sections the parts, in the order in which they are read
 */
@API(status = API.Status.EXPERIMENTAL)
public record ExplanationDocument(String title, Language language, List<Section> sections) {
    public ExplanationDocument {
        sections = List.copyOf(sections);
    }

    /** The role of a line. */
    public enum Mark {
        /** A sentence that matters most in its section. */
        STRONG,
        /** A sentence. */
        PLAIN,
        /** A condition that is met. */
        MET,
        /** A condition that is not met. */
        NOT_MET,
        /** What was seen, or where it is. */
        NOTE
    }

    /**
     * A line and the lines that belong to it.
     *
     * @param mark its role
     * @param text    the sentence
     * @param details what belongs to it
     */
    public record Line(Mark mark, String text, List<Line> details) {
        public Line {
            details = List.copyOf(details);
        }
    }

    /**
     * A part of an explanation.
     *
     * @param title heading
     * @param lines what is under it
     */
    public record Section(String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** The document of an explanation: the decision first, then the rules asked about, then the answers to "why not?" and "what if?". */
    public static ExplanationDocument of(Explanation explanation, RuleBook rules, Language language) {
        ConditionLines conditions = new ConditionLines(explanation.decision().item(), rules, language);
        List<Section> sections = new java.util.ArrayList<>();
        DecisionSections decision = new DecisionSections(explanation, rules, language, conditions);
        sections.addAll(decision.all());
        for (RuleResult result : explanation.rules()) {
            sections.add(conditions.section(result));
        }
        QuestionSections questions = new QuestionSections(explanation, rules, language, conditions);
        explanation.nearMisses().ifPresent(misses -> sections.add(questions.whyNot(misses)));
        explanation.counterfactuals().ifPresent(sets -> sections.add(questions.whatIf(sets)));
        return new ExplanationDocument(decision.title(), language, sections);
    }
}
