package org.countsas.report.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countsas.evaluation.Evidence;
import org.countsas.explanation.ConditionResult;
import org.countsas.explanation.ConditionSentences;
import org.countsas.explanation.JoinResult;
import org.countsas.explanation.RuleResult;
import org.countsas.item.BudgetItem;
import org.countsas.item.Field;
import org.countsas.output.Language;
import org.countsas.output.TextTable;
import org.countsas.output.Texts;
import org.countsas.policy.Condition;
import org.countsas.policy.Verb;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;
import org.countsas.vocabulary.Concept;

/** Conditions of rules as lines: what was asked, whether it is met, and what the item says instead. Thread-safe. */
final class ConditionLines {
    private static final int CONTEXT = 24;
    private static final int PLACES = 3;
    private static final int TERMS = 6;
    private static final int VALUE = 40;

    private final BudgetItem item;
    private final RuleBook rules;
    private final Language language;
    private final ConditionSentences sentences;

    ConditionLines(BudgetItem item, RuleBook rules, Language language) {
        this.item = item;
        this.rules = rules;
        this.language = language;
        this.sentences = new ConditionSentences(rules, language);
    }

    ConditionSentences sentences() {
        return sentences;
    }

    /** A whole rule with every condition, its source text and its line. */
    Section section(RuleResult result) {
        Rule rule = result.rule();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Mark.STRONG,
                result.holds() ? text("rule.holds") : text("rule.fails", language.number(result.missing())),
                List.of()));
        lines.add(new Line(
                Mark.NOTE,
                text(
                        "rule.about",
                        title(rule.policy()),
                        language.text("effect." + rule.effect()),
                        text("strength." + rule.strength()),
                        rule.file() + ":" + rule.line()),
                List.of()));
        lines.addAll(lines(result, rule.file()));
        return new Section(text("rule.title", language.label(rules.ruleTitle(rule.name()))), lines);
    }

    private List<Line> lines(RuleResult result, String file) {
        List<Line> lines = new ArrayList<>(
                result.condition().condition() instanceof Condition.All
                        ? result.condition().details().stream()
                                .map(part -> line(part, file))
                                .toList()
                        : List.of(line(result.condition(), file)));
        result.join().ifPresent(join -> lines.add(line(join, file)));
        return lines;
    }

    private Line line(ConditionResult result, String file) {
        Condition condition = result.condition();
        Mark mark = result.met() ? Mark.MET : Mark.NOT_MET;
        if (isLeaf(result)) {
            List<Line> details = new ArrayList<>(actual(result));
            details.add(source(condition.source(), file));
            return new Line(mark, sentences.of(condition), details);
        }
        String head = condition instanceof Condition.All ? "all" : condition instanceof Condition.Any ? "any" : "not";
        return new Line(
                mark,
                text("tree." + head),
                result.details().stream().map(part -> line(part, file)).toList());
    }

    private Line line(JoinResult join, String file) {
        List<Line> details = new ArrayList<>(facilities(join));
        details.add(note(text(
                "source",
                file + ":" + join.join().line(),
                oneLine(join.join().condition().source().text()))));
        return new Line(join.met() ? Mark.MET : Mark.NOT_MET, sentences.of(join.join()), details);
    }

    private Line source(Condition.Source source, String file) {
        return note(text("source", file + ":" + source.line(), oneLine(source.text())));
    }

    /** What makes a rule hold: the conditions that are met, without those that did not matter. */
    List<Line> reasons(RuleResult result) {
        List<Line> lines = new ArrayList<>(reasons(result.condition()));
        result.join().ifPresent(join -> lines.add(new Line(Mark.MET, sentences.of(join.join()), facilities(join))));
        return lines;
    }

    private List<Line> reasons(ConditionResult result) {
        if (isLeaf(result) || result.condition() instanceof Condition.Not) {
            return List.of(new Line(Mark.MET, sentences.of(result.condition()), actual(result)));
        }
        // One alternative is enough: the first that is met.
        int enough = result.condition() instanceof Condition.Any
                ? 1
                : result.details().size();
        return result.details().stream()
                .filter(ConditionResult::met)
                .limit(enough)
                .flatMap(part -> reasons(part).stream())
                .toList();
    }

    /** A leaf that would have to change, expressed as the rule wants it, with what the item says instead. */
    Line missing(ConditionResult leaf) {
        return new Line(Mark.NOT_MET, missingSentence(leaf), actual(leaf));
    }

    /** What the rule wants of a leaf that would have to change. */
    String missingSentence(ConditionResult leaf) {
        return leaf.met() ? sentences.contraryOf(leaf.condition()) : sentences.of(leaf.condition());
    }

    /** A join that is not met. */
    Line missing(JoinResult join) {
        return new Line(Mark.NOT_MET, sentences.of(join.join()), facilities(join));
    }

    private static boolean isLeaf(ConditionResult result) {
        return result.details().isEmpty()
                || (result.condition() instanceof Condition.Not
                        && result.details().get(0).details().isEmpty());
    }

    /** What the item says where a condition looked. */
    private List<Line> actual(ConditionResult result) {
        boolean negated =
                result.condition() instanceof Condition.Not && !result.details().isEmpty();
        ConditionResult leaf = negated ? result.details().get(0) : result;
        Condition condition = leaf.condition();
        if (condition instanceof Condition.PropertyIs is) {
            return List.of(note(text(
                    "actual.value",
                    language.text("field." + is.property().word()),
                    value(is.property().of(item.programme())))));
        }
        if (condition instanceof Condition.AttributeIs is) {
            return List.of(note(text(
                    "actual.value",
                    is.key(),
                    value(item.programme().attributes().getOrDefault(is.key(), "")))));
        }
        if (!leaf.seen().isEmpty()) {
            return places(leaf.seen());
        }
        if (condition instanceof Condition.Mentioned mentioned) {
            return mentionedNowhere(mentioned, !negated);
        }
        return List.of(note(text("actual.nothing")));
    }

    private List<Line> mentionedNowhere(Condition.Mentioned mentioned, boolean wanted) {
        if (!wanted) {
            return List.of(note(text("actual.nothing")));
        }
        List<String> terms = mentioned.concepts().stream()
                .flatMap(id -> rules.vocabulary().concept(id).map(Concept::terms).orElse(List.of()).stream())
                .distinct()
                .toList();
        String shown = terms.stream()
                .limit(TERMS)
                .map(term -> term.replaceFirst("\\*$", ""))
                .collect(Collectors.joining(language == Language.JA ? "、" : ", "));
        String more = terms.size() > TERMS ? " …" : "";
        return List.of(note(text("actual.says", fields(mentioned.verb()))), note(text("actual.looked", shown + more)));
    }

    /** The fields in which a verb looks, with their content. */
    private String fields(Verb verb) {
        List<String> shown = new ArrayList<>();
        for (Field field : Field.values()) {
            if (verb.fields().contains(field)) {
                List<String> texts = field.textsOf(item.programme());
                String value = texts.isEmpty()
                        ? text("actual.empty")
                        : value(texts.get(0))
                                + (texts.size() > 1 ? text("actual.more", language.number(texts.size() - 1)) : "");
                shown.add(language.text("field." + field.id()) + (language == Language.JA ? "" : " ") + value);
            }
        }
        return String.join(language == Language.JA ? "、" : ", ", shown);
    }

    private List<Line> facilities(JoinResult join) {
        if (join.matches().isEmpty()) {
            List<Line> lines = new ArrayList<>();
            ConditionSentences.placeOf(join.join())
                    .ifPresent(verb -> lines.add(note(text("actual.says", fields(verb)))));
            lines.add(note(text("facility.none", language.number(join.listed()))));
            return lines;
        }
        return join.matches().stream()
                .map(match -> new Line(
                        Mark.NOTE,
                        text(
                                "facility.match",
                                sentences.facility(match.facility()),
                                match.facility().designated().toString(),
                                language.label(
                                        rules.sourceTitle(match.facility().source()))),
                        places(match.seen())))
                .toList();
    }

    private List<Line> places(List<Evidence> seen) {
        Set<String> shown = new LinkedHashSet<>();
        for (Evidence each : seen) {
            if (each.field() != null) {
                shown.add(text("actual.place", language.text("field." + each.field()), inContext(each)));
            }
        }
        List<Line> lines = new ArrayList<>(
                shown.stream().limit(PLACES).map(ConditionLines::note).toList());
        if (shown.size() > PLACES) {
            lines.add(note(text("actual.places", language.number(shown.size() - PLACES))));
        }
        return lines;
    }

    /** The mention in brackets, with the text around it. */
    private String inContext(Evidence evidence) {
        for (Field field : Field.values()) {
            if (field.id().equals(evidence.field())) {
                String text = field.textsOf(item.programme()).get(evidence.part());
                int from = boundary(text, Math.max(0, evidence.start() - CONTEXT));
                int to = boundary(text, Math.min(text.length(), evidence.end() + CONTEXT));
                return oneLine((from > 0 ? "…" : "") + text.substring(from, evidence.start()) + "["
                        + text.substring(evidence.start(), evidence.end()) + "]" + text.substring(evidence.end(), to)
                        + (to < text.length() ? "…" : ""));
            }
        }
        return "[" + evidence.value() + "]";
    }

    /** An offset that does not split a surrogate pair. */
    private static int boundary(String text, int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return inside ? offset - 1 : offset;
    }

    private String value(String value) {
        return value.isEmpty() ? text("actual.empty") : text("actual.quoted", TextTable.cut(value, VALUE));
    }

    private static Line note(String text) {
        return new Line(Mark.NOTE, text, List.of());
    }

    private String title(String policy) {
        return rules.policy(policy).map(known -> language.label(known.title())).orElse(policy);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String text(String key, Object... values) {
        return Texts.of(ConditionLines.class, language).text(key, values);
    }
}
