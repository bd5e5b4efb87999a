package org.countsas.adjudication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countsas.definition.Adoption;
import org.countsas.definition.Adoption.ShareOverride;
import org.countsas.definition.Block;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.policy.Condition;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Effect;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Scope;
import org.countsas.policy.rule.Share;
import org.countsas.policy.rule.Strength;
import org.countsas.vocabulary.BilingualText;

/** Findings, definitions and decisions in words short enough for a table. */
public final class Cases {
    public static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private Cases() {}

    /**
     * Findings, separated by semicolons: policy, effect, strength, rule's name and what else, in this order. What else may be
     * a share, {@code everywhere}, {@code from=DAY} and {@code until=DAY}.
     */
    public static List<Finding> findings(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(each -> finding(each.strip()))
                        .toList();
    }

    private static Finding finding(String text) {
        List<String> words = List.of(text.split("\\s+"));
        Effect effect = Effect.valueOf(words.get(1));
        List<String> more = words.subList(4, words.size());
        Share share = more.stream()
                .map(Share::parse)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(effect == Effect.REJECT ? Share.NOTHING : Share.WHOLE);
        Scope scope = more.contains("everywhere") ? Scope.EVERYWHERE : Scope.POLICY;
        return finding(
                words.get(3),
                words.get(0),
                effect,
                scope,
                Strength.valueOf(words.get(2).toUpperCase(Locale.ROOT)),
                share,
                day(more, "from="),
                day(more, "until="));
    }

    private static Optional<LocalDate> day(List<String> words, String key) {
        return words.stream()
                .filter(word -> word.startsWith(key))
                .map(word -> LocalDate.parse(word.substring(key.length())))
                .findFirst();
    }

    public static Finding finding(
            String name,
            String policy,
            Effect effect,
            Scope scope,
            Strength strength,
            Share share,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        Condition condition = new Condition.All(List.of(), new Condition.Source("", 1, 1));
        return new Finding(
                new Rule(
                        name,
                        policy,
                        effect,
                        scope,
                        strength,
                        share,
                        null,
                        Basis.INFERRED,
                        List.of("source"),
                        new BilingualText("", ""),
                        from.orElse(null),
                        until.orElse(null),
                        condition,
                        null,
                        "rules/policies/" + policy + ".drl",
                        1),
                List.of(),
                from.orElse(null));
    }

    /** A definition that adopts these policies in this order, each in the block {@code in-POLICY}; a share may follow a policy: {@code a=5/7/21}. */
    public static Definition definition(String... policies) {
        return definition(Arrays.stream(policies)
                .map(policy -> {
                    String[] parts = policy.split("=");
                    List<ShareOverride> shares = parts.length == 1
                            ? List.of()
                            : List.of(new ShareOverride(
                                    null, Share.parse(parts[1]).orElseThrow(), "source"));
                    return new Adoption(parts[0], "in-" + parts[0], shares);
                })
                .toList());
    }

    public static Definition definition(List<Adoption> adoptions) {
        return new Definition(
                "test",
                new BilingualText("Test", "試"),
                Definition.Status.COMPARISON,
                null,
                null,
                List.of(),
                "JPY",
                null,
                List.of(),
                List.of(),
                adoptions.stream()
                        .map(adoption -> new Block(adoption.block(), new BilingualText("", "")))
                        .toList(),
                adoptions);
    }

    public static BudgetItem item(long amount) {
        return new BudgetItem(Programme.builder("1").build(), 2024, Stage.INITIAL, amount, "JPY");
    }

    /** {@code COUNTED b in in-b, also c: 50/70/210 at 5/7/21 %}, as far as there is something to say. */
    public static String shown(Decision decision) {
        return decision.outcome()
                + decision.area().map(area -> " " + area).orElse("")
                + decision.block().map(block -> " in " + block).orElse("")
                + (decision.alsoCountsIn().isEmpty() ? "" : ", also " + String.join(" and ", decision.alsoCountsIn()))
                + ": " + decision.counted().low() + "/" + decision.counted().central() + "/"
                + decision.counted().high()
                + (decision.outcome() == Outcome.NOT_COUNTED ? "" : " at " + decision.share());
    }

    /** {@code x=DECISIVE y=DEFEATED(x)}, by the rules' names. */
    public static String standings(Decision decision) {
        return decision.findings().stream()
                .map(each -> each.finding().rule().name() + "=" + each.standing()
                        + each.defeatedBy().map(by -> "(" + by + ")").orElse(""))
                .collect(Collectors.joining(" "));
    }
}
