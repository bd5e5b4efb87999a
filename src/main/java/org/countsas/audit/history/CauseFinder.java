package org.countsas.audit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.jspecify.annotations.Nullable;

/**
 * Finds what made the decision about an item differ between two runs, from what the runs recorded. The rules in question are the one that
 * decides now, the one that decided before, and those that defeat either of the two in the other run. Where a rule has the same text in both
 * runs and its finding differs, the cause is what the rule was applied to: the item, the words it refers to, the day, or the definition.
 */
final class CauseFinder {
    private static final String OUTSIDE = "OUTSIDE";

    private final ItemInRun before;
    private final ItemInRun after;
    private final String definition;
    private final List<Cause> causes = new ArrayList<>();

    private CauseFinder(ItemInRun before, ItemInRun after, String definition) {
        this.before = before;
        this.after = after;
        this.definition = definition;
    }

    /** Whether an auditor would call these two different decisions; null for none. */
    static boolean differ(@Nullable DecisionLine one, @Nullable DecisionLine other) {
        if (one == null || other == null) {
            return (one == null) != (other == null);
        }
        return verdictDiffers(one, other) || !one.counted().equals(other.counted());
    }

    private static boolean verdictDiffers(DecisionLine one, DecisionLine other) {
        return one.outcome() != other.outcome()
                || !Objects.equals(one.area(), other.area())
                || !one.share().equals(other.share());
    }

    /** What made the decision of the later run differ from that of the earlier one, the rules first. */
    static List<Cause> of(ItemInRun before, ItemInRun after, String definition) {
        CauseFinder found = new CauseFinder(before, after, definition);
        found.find();
        return List.copyOf(found.causes);
    }

    private void find() {
        BudgetItem old = before.item();
        BudgetItem now = after.item();
        if (old == null || now == null) {
            causes.add(new Cause(now != null ? Cause.Kind.ITEM_ADDED : Cause.Kind.ITEM_REMOVED, after.id(), List.of()));
            return;
        }
        List<String> itemChanges = itemChanges(old, now);
        if (!verdictDiffers(
                before.decision(definition).orElseThrow(),
                after.decision(definition).orElseThrow())) {
            causes.add(new Cause(Cause.Kind.ITEM_CHANGED, "amount", itemChanges));
            return;
        }
        inQuestion().forEach(this::rule);
        List<String> definitionChanges = definitionChanges(before.definition(definition), after.definition(definition));
        if (!definitionChanges.isEmpty()) {
            causes.add(new Cause(Cause.Kind.DEFINITION_CHANGED, definition, definitionChanges));
        }
        if (!itemChanges.isEmpty()) {
            Set<String> fields = new LinkedHashSet<>();
            itemChanges.forEach(change -> fields.add(change.substring(2, change.indexOf(':'))));
            causes.add(new Cause(Cause.Kind.ITEM_CHANGED, String.join(", ", fields), itemChanges));
        }
        if (causes.isEmpty()) {
            causes.add(new Cause(Cause.Kind.PROGRAM_CHANGED, after.manifest().product(), List.of()));
        }
    }

    private Set<String> inQuestion() {
        Set<String> rules = new LinkedHashSet<>();
        after.decisive(definition).ifPresent(rules::add);
        before.decisive(definition).ifPresent(rules::add);
        for (String rule : List.copyOf(rules)) {
            defeater(before, rule).ifPresent(rules::add);
            defeater(after, rule).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<String> defeater(ItemInRun run, String rule) {
        return finding(run, rule)
                .map(finding -> finding.path("defeatedBy"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private Optional<JsonNode> finding(ItemInRun run, String rule) {
        return run.finding(definition, finding -> finding.path("rule").asText().equals(rule));
    }

    private void rule(String name) {
        List<String> old = before.text(name);
        List<String> now = after.text(name);
        if (old.isEmpty() || now.isEmpty()) {
            causes.add(new Cause(
                    old.isEmpty() ? Cause.Kind.RULE_ADDED : Cause.Kind.RULE_REMOVED,
                    name,
                    LineDifference.of(old, now)));
        } else if (!old.equals(now)) {
            causes.add(new Cause(Cause.Kind.RULE_CHANGED, name, LineDifference.of(old, now)));
        } else {
            sameRule(name);
        }
    }

    private void sameRule(String name) {
        Optional<JsonNode> old = finding(before, name);
        Optional<JsonNode> now = finding(after, name);
        if (old.isPresent() != now.isPresent()) {
            List<String> words = wordChanges();
            if (!words.isEmpty()) {
                causes.add(new Cause(Cause.Kind.WORDS_CHANGED, name, words));
            }
        } else if (old.isPresent()
                && !before.manifest().asOf().equals(after.manifest().asOf())) {
            boolean wasIn = !old.get().path("standing").asText().equals(OUTSIDE);
            boolean isIn = !now.orElseThrow().path("standing").asText().equals(OUTSIDE);
            String policy = now.get().path("policy").asText();
            boolean adopted = before.definition(definition).adoptionOf(policy).isPresent()
                    && after.definition(definition).adoptionOf(policy).isPresent();
            if (wasIn != isIn && adopted) {
                causes.add(new Cause(
                        isIn ? Cause.Kind.RULE_IN_FORCE : Cause.Kind.RULE_OUT_OF_FORCE,
                        name,
                        List.of(
                                "- " + before.manifest().asOf(),
                                "+ " + after.manifest().asOf())));
            }
        }
    }

    private List<String> wordChanges() {
        Map<String, String> old = before.words();
        Map<String, String> now = after.words();
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String path : paths) {
            if (!Objects.equals(old.get(path), now.get(path))) {
                changes.add((now.containsKey(path) ? "+ " : "- ") + path);
            }
        }
        return changes;
    }

    private static List<String> definitionChanges(Definition old, Definition now) {
        List<String> changes = new ArrayList<>();
        List<String> oldOrder = old.adoptions().stream().map(Adoption::policy).toList();
        List<String> order = now.adoptions().stream().map(Adoption::policy).toList();
        oldOrder.stream()
                .filter(policy -> !order.contains(policy))
                .forEach(policy -> changes.add("- policy " + policy));
        order.stream()
                .filter(policy -> !oldOrder.contains(policy))
                .forEach(policy -> changes.add("+ policy " + policy));
        List<String> oldKept = oldOrder.stream().filter(order::contains).toList();
        List<String> kept = order.stream().filter(oldOrder::contains).toList();
        if (!oldKept.equals(kept)) {
            changes.add("- order " + String.join(" > ", oldKept));
            changes.add("+ order " + String.join(" > ", kept));
        }
        for (String policy : kept) {
            List<Adoption.ShareOverride> oldShares =
                    old.adoptionOf(policy).orElseThrow().shares();
            List<Adoption.ShareOverride> shares =
                    now.adoptionOf(policy).orElseThrow().shares();
            if (!oldShares.equals(shares)) {
                oldShares.stream()
                        .filter(share -> !shares.contains(share))
                        .forEach(share -> changes.add("- share of " + shown(policy, share)));
                shares.stream()
                        .filter(share -> !oldShares.contains(share))
                        .forEach(share -> changes.add("+ share of " + shown(policy, share)));
            }
        }
        return changes;
    }

    private static String shown(String policy, Adoption.ShareOverride share) {
        return policy + share.rule().map(rule -> " by “" + rule + "”").orElse("") + ": " + share.share();
    }

    private static List<String> itemChanges(BudgetItem old, BudgetItem now) {
        Map<String, String> before = fields(old);
        Map<String, String> after = fields(now);
        List<String> changes = new ArrayList<>();
        before.forEach((field, value) -> {
            String other = after.getOrDefault(field, "");
            if (!value.equals(other)) {
                changes.add("- " + field + ": " + value);
                changes.add("+ " + field + ": " + other);
            }
        });
        return changes;
    }

    private static Map<String, String> fields(BudgetItem item) {
        Programme programme = item.programme();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("fiscalYear", String.valueOf(item.fiscalYear()));
        fields.put("stage", item.stage().id());
        fields.put("amount", item.amount() + " " + item.currency());
        fields.put("name", programme.name());
        fields.put("ministry", programme.ministry());
        fields.put("bureau", programme.bureau());
        fields.put("account", programme.account());
        fields.put("purpose", programme.purpose());
        fields.put("overview", programme.overview());
        fields.put("majorExpense", programme.majorExpense());
        fields.put("plans", String.join("; ", programme.plans()));
        fields.put("laws", String.join("; ", programme.laws()));
        fields.put("attributes", programme.attributes().toString());
        return fields;
    }
}
