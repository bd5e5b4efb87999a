package org.countsas.report.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.explanation.Explanation;
import org.countsas.item.Programme;
import org.countsas.item.StateBudgetAttributes;
import org.countsas.ledger.LedgerAttributes;
import org.countsas.ledger.LedgerLine;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;

/** The sections that say what was decided about an item, and why. */
final class DecisionSections {
    private final Decision decision;
    private final Definition definition;
    private final LocalDate asOf;
    private final Explanation explanation;
    private final RuleBook rules;
    private final Language language;
    private final ConditionLines conditions;

    DecisionSections(Explanation explanation, RuleBook rules, Language language, ConditionLines conditions) {
        this.decision = explanation.decision();
        this.definition = explanation.definition();
        this.asOf = explanation.asOf();
        this.explanation = explanation;
        this.rules = rules;
        this.language = language;
        this.conditions = conditions;
    }

    String title() {
        return text(
                "item",
                decision.item().id(),
                oneLine(decision.item().programme().name()));
    }

    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(outcome());
        ledger().ifPresent(sections::add);
        sections.add(why());
        section(sections, "defeated", Standing.DEFEATED);
        section(sections, "also", Standing.SUPPORTING);
        section(sections, "outside", Standing.OUTSIDE);
        return sections;
    }

    private Section outcome() {
        Programme programme = decision.item().programme();
        List<Line> lines = new ArrayList<>();
        String runBy =
                programme.bureau().isEmpty() ? programme.ministry() : programme.ministry() + " / " + programme.bureau();
        lines.add(plain(text(
                "item.facts",
                oneLine(runBy),
                String.valueOf(decision.item().fiscalYear()),
                language.text("stage." + decision.item().stage().id()),
                both(decision.item().amount()))));
        lines.add(plain(text(
                "definition",
                language.label(definition.title()),
                definition.id(),
                language.text("status." + definition.status()),
                asOf.toString())));
        lines.addAll(amount());
        if (!decision.alsoCountsIn().isEmpty()) {
            String others = decision.alsoCountsIn().stream()
                    .map(this::title)
                    .collect(Collectors.joining(language == Language.JA ? "、" : ", "));
            lines.add(plain(
                    text("alsoCounts", others, decision.area().map(this::title).orElse(""))));
        }
        String block = decision.block()
                .flatMap(id -> definition.blocks().stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst())
                .map(known -> language.label(known.label()))
                .orElse("");
        return new Section(
                text(
                        "outcome." + decision.outcome(),
                        decision.area().map(this::title).orElse(""),
                        block),
                lines);
    }

    /** What the item is in a ledger that joins review sheets with the statutory budget; empty for all other items. */
    private Optional<Section> ledger() {
        Programme programme = decision.item().programme();
        String kind = programme.attributes().get(LedgerAttributes.LEDGER);
        String beside = programme.attributes().get(LedgerAttributes.BESIDE);
        if (kind == null || (kind.equals(LedgerAttributes.PROJECT) && beside == null)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        if (beside != null) {
            lines.add(plain(text("ledger.beside", both(Long.parseLong(beside)))));
        }
        List<LedgerLine> made = LedgerLine.of(programme);
        if (!made.isEmpty()) {
            String section = programme.attributes().getOrDefault(StateBudgetAttributes.SECTION, programme.name());
            lines.add(plain(text("ledger." + kind, oneLine(section))));
            made.forEach(line -> lines.add(
                    new Line(Mark.NOTE, text("ledger.line", line.id(), line.name(), both(line.amount())), List.of())));
        }
        return Optional.of(new Section(text("ledger"), lines));
    }

    private List<Line> amount() {
        Counted counted = decision.counted();
        String whole = both(decision.item().amount());
        if (decision.outcome() == Outcome.NOT_COUNTED) {
            return List.of(plain(text("amount.NOT_COUNTED")));
        }
        if (decision.outcome() == Outcome.REVIEW) {
            return List.of(plain(text("amount.REVIEW", both(counted.high()))));
        }
        if (decision.share().equals(Share.WHOLE)) {
            return List.of(plain(text("amount.whole", whole)));
        }
        Rule rule = decision.decisive().orElseThrow().finding().rule();
        List<Line> lines = new ArrayList<>();
        lines.add(plain(text("amount.part", whole, percent(decision.share().central()), both(counted.central()))));
        if (decision.share().low() != decision.share().high()) {
            lines.add(plain(text(
                    "amount.bounds",
                    percent(decision.share().low()),
                    rounded(decision.share().lowOf(decision.item().amount())),
                    percent(decision.share().high()),
                    rounded(decision.share().highOf(decision.item().amount())))));
        }
        definition
                .adoptionOf(rule.policy())
                .flatMap(adoption -> adoption.sourceOfShare(rule))
                .or(rule::shareCitation)
                .ifPresent(
                        source -> lines.add(plain(text("amount.source", language.label(rules.sourceTitle(source))))));
        return lines;
    }

    private Section why() {
        Optional<WeighedFinding> decisive = decision.decisive();
        if (decisive.isEmpty()) {
            boolean nothing = decision.findings().stream().allMatch(finding -> finding.standing() == Standing.OUTSIDE);
            return new Section(text("why.REJECT"), List.of(plain(text(nothing ? "why.none" : "why.onlyDefeated"))));
        }
        WeighedFinding weighed = decisive.get();
        return new Section(text("why." + weighed.finding().rule().effect()), List.of(finding(weighed, List.of())));
    }

    private void section(List<Section> sections, String key, Standing standing) {
        List<Line> lines = new ArrayList<>();
        for (WeighedFinding weighed : decision.findings()) {
            if (weighed.standing() == standing) {
                lines.add(finding(
                        weighed,
                        standing == Standing.DEFEATED
                                ? defeat(weighed)
                                : standing == Standing.OUTSIDE
                                        ? List.of(plain(outside(weighed.finding())))
                                        : List.of()));
            }
        }
        if (!lines.isEmpty()) {
            sections.add(new Section(text(key), lines));
        }
    }

    /** A finding: its reason, what became of it, what was seen, and whose word it rests on. */
    private Line finding(WeighedFinding weighed, List<Line> became) {
        Finding finding = weighed.finding();
        Rule rule = finding.rule();
        List<Line> details = new ArrayList<>(became);
        if (weighed.standing() == Standing.SUPPORTING
                && rule.effect() == Effect.REJECT
                && decision.findings().stream().noneMatch(each -> isDefeatedBy(each, rule))) {
            // It found nothing to defeat: it is enough to know that it was there.
            return new Line(
                    Mark.PLAIN,
                    text(
                            "finding.idle",
                            title(rule.policy()),
                            sentence(rule),
                            language.label(rules.ruleTitle(rule.name()))),
                    List.of());
        }
        explanation.found(rule.name()).ifPresent(result -> details.addAll(conditions.reasons(result)));
        details.add(note(
                text("finding.rule", language.label(rules.ruleTitle(rule.name())), rule.file() + ":" + rule.line())));
        details.add(note(text("finding.strength", text("strength." + rule.strength()), text("basis." + rule.basis()))));
        details.add(note(text(
                "finding.source",
                rule.citations().stream()
                        .map(rules::sourceTitle)
                        .map(language::label)
                        .collect(Collectors.joining("; ")))));
        if (weighed.standing() != Standing.OUTSIDE) {
            finding.from().ifPresent(from -> details.add(note(text("finding.from", from.toString()))));
        }
        if (rule.effect() == Effect.COUNT
                && weighed.standing() != Standing.DECISIVE
                && !weighed.share().equals(Share.WHOLE)) {
            details.add(
                    note(text("finding.share", language.percent(weighed.share().toString()))));
        }
        String key = weighed.standing() == Standing.DECISIVE
                ? "finding.DECISIVE"
                : "finding." + rule.effect() + (rule.scope() == Scope.EVERYWHERE ? ".EVERYWHERE" : "");
        return new Line(Mark.STRONG, text(key, title(rule.policy()), sentence(rule)), details);
    }

    private static boolean isDefeatedBy(WeighedFinding weighed, Rule rule) {
        return weighed.defeatedBy().filter(rule.name()::equals).isPresent();
    }

    private List<Line> defeat(WeighedFinding weighed) {
        Rule rule = weighed.finding().rule();
        Rule winner = weighed.defeatedBy().flatMap(rules::rule).orElseThrow();
        if (rule.effect() == Effect.REJECT) {
            return List.of(plain(text("defeat.REJECT", winner.name(), word(winner), word(rule))));
        }
        String reach = winner.scope() == Scope.EVERYWHERE
                ? text("reach.EVERYWHERE")
                : text("reach.POLICY", title(winner.policy()));
        String strength = winner.strength() == rule.strength()
                ? text("defeat.equal", word(winner))
                : text("defeat.stronger", word(winner), word(rule));
        return List.of(
                plain(text("defeat", winner.name(), sentence(winner))), plain(text("defeat.why", reach, strength)));
    }

    private String outside(Finding finding) {
        if (definition.adoptionOf(finding.rule().policy()).isEmpty()) {
            return text("outside.policy", title(finding.rule().policy()));
        }
        return finding.from()
                .filter(asOf::isBefore)
                .map(from -> text("outside.notYet", from.toString(), asOf.toString()))
                .orElseGet(() -> text(
                        "outside.noLonger",
                        finding.rule().until().map(LocalDate::toString).orElse(""),
                        asOf.toString()));
    }

    private String word(Rule rule) {
        return text("strength.word." + rule.strength());
    }

    private String sentence(Rule rule) {
        return oneLine(language.label(rule.reasonFor(decision.item().programme())));
    }

    private String percent(int points) {
        return language.percent(new Share(points, points, points).toString());
    }

    /** An amount that the decision rests on: rounded, and to the last unit. */
    private String both(long amount) {
        return language.both(amount, decision.item().currency());
    }

    private String rounded(long amount) {
        return language.amount(amount, decision.item().currency());
    }

    private String title(String policy) {
        return rules.policy(policy).map(known -> language.label(known.title())).orElse(policy);
    }

    private static Line plain(String text) {
        return new Line(Mark.PLAIN, text, List.of());
    }

    private static Line note(String text) {
        return new Line(Mark.NOTE, text, List.of());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String text(String key, Object... values) {
        return Texts.of(DecisionSections.class, language).text(key, values);
    }
}
