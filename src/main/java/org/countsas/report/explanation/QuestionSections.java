package org.countsas.report.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.explanation.Counterfactual;
import org.countsas.explanation.Explanation;
import org.countsas.explanation.NearMiss;
import org.countsas.output.Language;
import org.countsas.output.Texts;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Share;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.report.explanation.ExplanationDocument.Section;

/** The sections that answer "why not?" and "what would have to be different?". */
final class QuestionSections {
    private static final int NEAREST = 10;

    private final Decision decision;
    private final Explanation explanation;
    private final RuleBook rules;
    private final Language language;
    private final ConditionLines conditions;

    QuestionSections(Explanation explanation, RuleBook rules, Language language, ConditionLines conditions) {
        this.decision = explanation.decision();
        this.explanation = explanation;
        this.rules = rules;
        this.language = language;
        this.conditions = conditions;
    }

    Section whyNot(List<NearMiss> misses) {
        List<Line> lines = new ArrayList<>();
        if (decision.outcome() != Outcome.COUNTED) {
            for (WeighedFinding weighed : decision.findings()) {
                String rule = rule(weighed.finding().rule().name());
                String area = title(weighed.finding().rule().policy());
                boolean counts = weighed.finding().rule().effect() == Effect.COUNT;
                if (counts && weighed.standing() == Standing.DEFEATED) {
                    lines.add(new Line(
                            Mark.STRONG,
                            text(
                                    "whyNot.defeated",
                                    rule,
                                    area,
                                    rule(weighed.defeatedBy().orElseThrow())),
                            List.of()));
                } else if (counts && weighed.standing() == Standing.OUTSIDE) {
                    lines.add(new Line(Mark.STRONG, text("whyNot.outside", rule, area), List.of()));
                }
            }
        }
        for (NearMiss miss : misses.subList(0, Math.min(NEAREST, misses.size()))) {
            lines.add(nearMiss(miss));
        }
        if (misses.size() > NEAREST) {
            lines.add(new Line(Mark.PLAIN, text("whyNot.more", language.number(misses.size() - NEAREST)), List.of()));
        }
        if (misses.isEmpty()) {
            lines.add(new Line(Mark.PLAIN, text("whyNot.none"), List.of()));
        }
        return new Section(text(decision.outcome() == Outcome.COUNTED ? "whyNot.counted" : "whyNot"), lines);
    }

    private Line nearMiss(NearMiss miss) {
        List<Line> missing =
                new ArrayList<>(miss.missing().stream().map(conditions::missing).toList());
        miss.result().join().filter(join -> !join.met()).ifPresent(join -> missing.add(conditions.missing(join)));
        String policy = miss.result().rule().policy();
        String outside = explanation.definition().adoptionOf(policy).isEmpty() ? text("whyNot.notAdopted") : "";
        String key = (decision.outcome() == Outcome.COUNTED ? "whyNot.near" : "whyNot.miss")
                + (miss.result().missing() == 1 ? ".one" : "");
        return new Line(
                Mark.STRONG,
                text(
                                key,
                                rule(miss.result().rule().name()),
                                title(policy),
                                language.number(miss.result().missing()),
                                amount(miss.yield()))
                        + outside,
                missing);
    }

    Section whatIf(List<Counterfactual> sets) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        for (Counterfactual set : sets) {
            String changes = set.changes().stream()
                    .map(change -> conditions
                            .sentences()
                            .ifMade(change, decision.item().programme()))
                    .collect(Collectors.joining(text("whatIf.and")));
            lines.add(new Line(
                    Mark.PLAIN,
                    text("whatIf.set", String.valueOf(number++), capital(changes), then(set.decision())),
                    List.of()));
        }
        if (sets.isEmpty()) {
            lines.add(new Line(Mark.PLAIN, text("whatIf.none"), List.of()));
        }
        Share share = decision.share();
        if (decision.outcome() == Outcome.COUNTED && !share.equals(Share.WHOLE)) {
            lines.add(new Line(
                    Mark.PLAIN,
                    text(
                            "whatIf.share",
                            amount(decision.item().amount()),
                            amount(decision.counted().central()),
                            language.percent(new Share(share.central(), share.central(), share.central()).toString())),
                    List.of()));
        }
        return new Section(text("whatIf." + decision.outcome()), lines);
    }

    private String then(Decision changed) {
        String area = changed.area().map(this::title).orElse("");
        return text(
                "whatIf.then." + changed.outcome(),
                area,
                amount(changed.counted().central()));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String amount(long amount) {
        return language.amount(amount, decision.item().currency());
    }

    private String rule(String name) {
        return language.label(rules.ruleTitle(name));
    }

    private String title(String policy) {
        return rules.policy(policy).map(known -> language.label(known.title())).orElse(policy);
    }

    private String text(String key, Object... values) {
        return Texts.of(QuestionSections.class, language).text(key, values);
    }
}
