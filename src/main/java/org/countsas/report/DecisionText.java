package org.countsas.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.adjudication.Standing;
import org.countsas.adjudication.WeighedFinding;
import org.countsas.definition.Adoption;
import org.countsas.evaluation.Evidence;
import org.countsas.evaluation.Finding;
import org.countsas.item.Field;
import org.countsas.item.Programme;
import org.countsas.policy.Policy;
import org.countsas.policy.Rule;
import org.countsas.policy.RuleBook;
import org.countsas.policy.Share;

/** One decision in full, so that an auditor can follow it: outcome, then every finding with its reason, source and evidence in context. */
public final class DecisionText {
    private static final int CONTEXT = 24;
    private static final int MENTIONS = 4;

    private final Decision decision;
    private final Adjudicator adjudicator;
    private final RuleBook rules;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private DecisionText(Decision decision, Adjudicator adjudicator, RuleBook rules, Language language) {
        this.decision = decision;
        this.adjudicator = adjudicator;
        this.rules = rules;
        this.language = language;
    }

    /** The lines of a decision that the adjudicator made. */
    public static List<String> of(Decision decision, Adjudicator adjudicator, RuleBook rules, Language language) {
        DecisionText text = new DecisionText(decision, adjudicator, rules, language);
        text.head();
        for (Standing standing : Standing.values()) {
            decision.findings().stream().filter(finding -> finding.standing() == standing).forEach(text::finding);
        }
        return List.copyOf(text.lines);
    }

    private void head() {
        Programme programme = decision.item().programme();
        lines.add(language.text("decision.item", programme.id(), oneLine(programme.name())));
        String runBy = programme.bureau().isEmpty() ? programme.ministry() : programme.ministry() + " / " + programme.bureau();
        lines.add("  " + language.text("decision.head", runBy, String.valueOf(decision.item().fiscalYear()),
                language.text("stage." + decision.item().stage().id()), exact(decision.item().amount())));
        lines.add("");
        String block = decision.block().flatMap(id -> adjudicator.definition().blocks().stream().filter(known -> known.id().equals(id)).findFirst())
                .map(known -> language.label(known.label())).orElse("");
        lines.add(language.text("decision.outcome." + decision.outcome(), decision.area().map(this::title).orElse(""), block, decision.definition()));
        if (decision.outcome() == Outcome.COUNTED) {
            lines.add("  " + language.text("decision.amount", exact(decision.item().amount()), decision.share().toString(), counted()));
        }
        if (!decision.alsoCountsIn().isEmpty()) {
            lines.add("  " + language.text("decision.also", decision.alsoCountsIn().stream().map(this::title).collect(Collectors.joining(", "))));
        }
        if (decision.decisive().isEmpty()) {
            lines.add("  " + language.text("decision.none"));
        }
    }

    private String counted() {
        Counted counted = decision.counted();
        return counted.low() == counted.high() ? exact(counted.central())
                : language.text("range", exact(counted.central()), exact(counted.low()), exact(counted.high()));
    }

    private void finding(WeighedFinding weighed) {
        Rule rule = weighed.finding().rule();
        lines.add("");
        lines.add(language.text("standing." + weighed.standing(), rule.name()));
        lines.add("  " + language.text("finding.head", title(rule.policy()), language.text("effect." + rule.effect()),
                language.text("strength." + rule.strength()), language.text("basis." + rule.basis())) + "  [" + rule.file() + ":" + rule.line() + "]");
        lines.add("  " + language.text("finding.reason", language.label(rule.reasonFor(decision.item().programme()))));
        share(weighed);
        rule.citations().forEach(source -> lines.add("  " + language.text("finding.source", rules.titleOf(source))));
        weighed.defeatedBy().ifPresent(name -> lines.add("  " + language.text("finding.defeatedBy", name)));
        if (weighed.standing() == Standing.OUTSIDE) {
            lines.add("  " + outside(weighed.finding()));
        }
        evidence(weighed.finding().evidence());
    }

    private String outside(Finding finding) {
        LocalDate asOf = adjudicator.asOf();
        if (adjudicator.definition().adoptionOf(finding.rule().policy()).isEmpty()) {
            return language.text("finding.notAdopted", title(finding.rule().policy()));
        }
        return finding.from().filter(asOf::isBefore)
                .map(from -> language.text("finding.notYet", from.toString(), asOf.toString()))
                .orElseGet(() -> language.text("finding.noLonger", finding.rule().until().orElseThrow().toString(), asOf.toString()));
    }

    private void share(WeighedFinding weighed) {
        if (weighed.share().equals(Share.NOTHING)) {
            return;
        }
        Rule rule = weighed.finding().rule();
        lines.add("  " + adjudicator.definition().adoptionOf(rule.policy()).flatMap((Adoption adoption) -> adoption.sourceOfShare(rule)).or(rule::shareCitation)
                .map(source -> language.text("finding.share", weighed.share().toString(), rules.titleOf(source)))
                .orElseGet(() -> language.text("finding.share.whole", weighed.share().toString())));
    }

    private void evidence(List<Evidence> evidence) {
        lines.add("  " + language.text("finding.evidence"));
        Map<String, List<String>> byCondition = new LinkedHashMap<>();
        for (Evidence each : evidence) {
            List<String> shown = byCondition.computeIfAbsent(oneLine(each.condition()), key -> new ArrayList<>());
            String line = each.field() == null ? language.text("evidence.absent") : language.text("evidence.found", fieldName(each.field()), inContext(each));
            if (!shown.contains(line)) {
                shown.add(line);
            }
        }
        byCondition.forEach((condition, shown) -> {
            lines.add("    " + condition);
            shown.stream().limit(MENTIONS).forEach(line -> lines.add("      " + line));
            if (shown.size() > MENTIONS) {
                lines.add("      " + language.text("evidence.more", language.number(shown.size() - MENTIONS)));
            }
        });
    }

    private String fieldName(String field) {
        return field.startsWith("attributes.") ? field.substring("attributes.".length()) : language.text("field." + field);
    }

    /** The evidence between brackets, with what stands around it. */
    private String inContext(Evidence evidence) {
        String text = textOf(evidence);
        if (text.isEmpty()) {
            return "[" + evidence.value() + "]";
        }
        int from = whole(text, Math.max(0, evidence.start() - CONTEXT));
        int to = whole(text, Math.min(text.length(), evidence.end() + CONTEXT));
        String shown = (from > 0 ? "…" : "") + text.substring(from, evidence.start()) + "[" + text.substring(evidence.start(), evidence.end()) + "]"
                + text.substring(evidence.end(), to) + (to < text.length() ? "…" : "");
        return oneLine(shown);
    }

    /** The place itself, or the one before it if it lies between the halves of a character outside the basic plane. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String textOf(Evidence evidence) {
        for (Field field : Field.values()) {
            if (field.id().equals(evidence.field())) {
                return field.textsOf(decision.item().programme()).get(evidence.part());
            }
        }
        return "";
    }

    private String title(String policy) {
        return rules.policy(policy).map(Policy::title).map(language::label).orElse(policy);
    }

    private String exact(long amount) {
        return language.exact(amount, decision.item().currency());
    }
}
