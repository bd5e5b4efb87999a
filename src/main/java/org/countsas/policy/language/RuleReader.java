package org.countsas.policy.language;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.problem.Code;
import org.countsas.vocabulary.BilingualText;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one rule: its name, annotations and conclusion and, with a {@link PatternReader}, its conditions. Not thread-safe. */
final class RuleReader {
    /**
     * A rule's name is written into the engine's generated code, as a text and in a comment: it must not be able to break out of either.
     */
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ,.;:'’()&%+/–-]{0,148}[\\p{L}\\p{N}.)’'%])?");

    private static final Pattern CONCLUSION =
            Pattern.compile("\\s*(\\$[a-zA-Z]+)\\s*\\.\\s*([a-zA-Z]+)\\s*\\(\\s*\\)\\s*;\\s*");

    private final Refusals refusals;
    private final SourceText source;
    private final PatternReader patterns;

    RuleReader(Refusals refusals, FileHead head) {
        this.refusals = refusals;
        this.source = refusals.source();
        this.patterns = new PatternReader(refusals, head);
    }

    /** Whether rules may have this name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The rule as far as it could be read, with stand-ins for what was refused; empty if it is not a rule. */
    Optional<Rule> read(RuleDescr rule) {
        int start = source.lineStart(rule.getLine());
        if (rule.isQuery()) {
            refusals.refuse(start, "A query", "Write a rule");
            return Optional.empty();
        }
        if (!NAME.matcher(rule.getName()).matches()) {
            refusals.refuse(
                    start,
                    "The name '" + SourceText.brief(rule.getName()) + "'",
                    "Name a rule with 1 to 150 letters, digits, spaces and plain punctuation, and without quotes");
        }
        if (rule.getParentName() != null) {
            refusals.refuse(start, "'extends' between rules", "Repeat the conditions");
        }
        for (Map.Entry<String, ?> attribute : rule.getAttributes().entrySet()) {
            refusals.refuse(
                    source.offsetAfter(start, attribute.getKey()),
                    "The attribute '" + attribute.getKey() + "'",
                    "The order of rules has no meaning; leave it out");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refusals.refuse(start, "A named consequence", "Write one rule for each conclusion");
        }
        Annotations annotations = new Annotations(source, rule, start, refusals.problems());
        PatternReader.Conditions conditions = patterns.read(rule, start);
        Conclusion conclusion = conclusion(rule, start, conditions.item());
        return Optional.of(assemble(rule, annotations, conditions, conclusion));
    }

    private Rule assemble(
            RuleDescr rule, Annotations annotations, PatternReader.Conditions conditions, Conclusion conclusion) {
        String policy = annotations.text("policy");
        if (!policy.isEmpty() && !policy.equals(FileHead.policyOf(source.file()))) {
            refusals.annotation(
                    annotations.place("policy"),
                    "The rule belongs to the policy '" + policy + "' but is in the file of '"
                            + FileHead.policyOf(source.file()) + "'",
                    "Move the rule or correct @policy");
        }
        Optional<Strength> strength = annotations.constant("strength", Strength.values());
        Optional<Basis> basis = annotations.constant("basis", Basis.values());
        Share share = share(annotations, conclusion.effect());
        List<String> citations = Arrays.stream(annotations.text("cite").split(";"))
                .map(String::strip)
                .toList();
        if (citations.isEmpty()) {
            refusals.annotation(annotations.place("cite"), "'@cite' names no source", "Write @cite(\"source-id\")");
        }
        BilingualText because = because(annotations);
        LocalDate since = annotations.date("since").orElse(null);
        LocalDate until = annotations.date("until").orElse(null);
        if (since != null && until != null && since.isAfter(until)) {
            refusals.annotation(annotations.place("until"), "The rule ends before it begins", "Swap @since and @until");
        }
        // What is missing was noted; a rule with a stand-in leaves this reader only as a draft.
        return new Rule(
                rule.getName(),
                policy,
                conclusion.effect(),
                conclusion.scope(),
                strength.orElse(Strength.PRESUMPTION),
                share,
                annotations.optional("share_cite").orElse(null),
                basis.orElse(Basis.INFERRED),
                citations,
                because,
                since,
                until,
                conditions.condition(),
                conditions.facilities(),
                source.file(),
                rule.getLine());
    }

    /** The reason in both languages; who writes one only may, and it stands for both. */
    private static BilingualText because(Annotations annotations) {
        boolean english = annotations.has("because");
        boolean japanese = annotations.has("because_ja");
        String en = english || !japanese ? annotations.text("because") : annotations.text("because_ja");
        return new BilingualText(en, japanese ? annotations.text("because_ja") : en);
    }

    private Share share(Annotations annotations, Effect effect) {
        if (effect != Effect.COUNT && annotations.optional("share").isEmpty()) {
            return effect == Effect.REVIEW ? Share.WHOLE : Share.NOTHING;
        }
        if (effect == Effect.REJECT) {
            refusals.annotation(annotations.place("share"), "A rule that rejects has no share", "Remove @share");
            return Share.NOTHING;
        }
        String text = annotations.text("share");
        Optional<Share> share = Share.parse(text);
        if (share.isEmpty() && !text.isEmpty()) {
            refusals.annotation(
                    annotations.place("share"),
                    "'" + text + "' is not a share",
                    "Write percentages from 0 to 100, such as \"100\" or \"5/7/21\" (low/central/high)");
        }
        Share read = share.orElse(Share.WHOLE);
        if (!read.equals(Share.WHOLE) && annotations.optional("share_cite").isEmpty()) {
            refusals.annotation(
                    annotations.place("share"),
                    "A share of " + read + " has no source",
                    "Add @share_cite(\"source-id\")");
        }
        return read;
    }

    private record Conclusion(Effect effect, Scope scope) {}

    private Conclusion conclusion(RuleDescr rule, int start, String item) {
        String text = String.valueOf(rule.getConsequence());
        Matcher matcher = CONCLUSION.matcher(text);
        if (matcher.matches() && matcher.group(1).equals(item)) {
            switch (matcher.group(2)) {
                case "count" -> {
                    return new Conclusion(Effect.COUNT, Scope.POLICY);
                }
                case "reject" -> {
                    return new Conclusion(Effect.REJECT, Scope.POLICY);
                }
                case "rejectEverywhere" -> {
                    return new Conclusion(Effect.REJECT, Scope.EVERYWHERE);
                }
                case "review" -> {
                    return new Conclusion(Effect.REVIEW, Scope.POLICY);
                }
                default -> {}
            }
        }
        String shown = text.strip().lines().findFirst().orElse("");
        refusals.problems()
                .add(
                        Code.RULE_UNSAFE,
                        source.place(source.offsetAfter(
                                Math.max(start, source.lineStart(rule.getConsequenceLine())), shown)),
                        "The conclusion '" + SourceText.brief(shown) + "' of '" + rule.getName()
                                + "' is not part of the rule language",
                        "Write exactly one of " + item + ".count(); " + item + ".reject(); " + item
                                + ".rejectEverywhere(); " + item + ".review();");
        return new Conclusion(Effect.COUNT, Scope.POLICY);
    }
}
