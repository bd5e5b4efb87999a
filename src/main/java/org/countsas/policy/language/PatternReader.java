package org.countsas.policy.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads what is between {@code when} and {@code then}: the item, and at most one facility with which it is joined. Not thread-safe. */
final class PatternReader {
    private static final Pattern BINDING = Pattern.compile("\\$[a-zA-Z]+");

    private final Refusals refusals;
    private final SourceText source;
    private final FileHead head;

    PatternReader(Refusals refusals, FileHead head) {
        this.refusals = refusals;
        this.source = refusals.source();
        this.head = head;
    }

    /** The patterns of a rule: what it asks of the item, and of listed facilities; null if it asks nothing of them. */
    record Conditions(
            String item, Condition condition, @Nullable FacilityJoin facilities) {}

    Conditions read(RuleDescr rule, int start) {
        List<? extends BaseDescr> elements = rule.getLhs().getDescrs();
        Conditions nothing = new Conditions(
                "$item", new Condition.All(List.of(), new Condition.Source("", rule.getLine(), 1)), null);
        if (elements.isEmpty()
                || !(elements.get(0) instanceof PatternDescr pattern)
                || !"Item".equals(pattern.getObjectType())) {
            refusals.refuse(
                    elements.isEmpty() ? start : elements.get(0).getStartCharacter(),
                    "A rule that does not begin with an item",
                    "Write '$item : Item( … )' after 'when'");
            return nothing;
        }
        head.needImport(Item.class, pattern);
        String item = pattern.getIdentifier();
        if (item == null || !BINDING.matcher(item).matches()) {
            refusals.refuse(pattern.getStartCharacter(), "An item without a name", "Write '$item : Item( … )'");
            return nothing;
        }
        Condition condition = constraints(pattern, null);
        FacilityJoin join = null;
        for (BaseDescr element : elements.subList(1, elements.size())) {
            if (join != null) {
                refusals.refuse(element.getStartCharacter(), "A third pattern", "Join with one facility at most");
                break;
            }
            join = join(element, item);
        }
        return new Conditions(item, condition, join);
    }

    private @Nullable FacilityJoin join(BaseDescr element, String item) {
        Quantifier quantifier = Quantifier.EACH;
        BaseDescr inner = element;
        if (element instanceof ExistsDescr || element instanceof NotDescr) {
            quantifier = element instanceof ExistsDescr ? Quantifier.EXISTS : Quantifier.NONE;
            List<?> parts = ((ConditionalElementDescr) element).getDescrs();
            inner = parts.size() == 1 && parts.get(0) instanceof PatternDescr part ? part : element;
        }
        if (!(inner instanceof PatternDescr pattern) || !"Facility".equals(pattern.getObjectType())) {
            refusals.refuse(
                    element.getStartCharacter(),
                    "This element",
                    "After the item, 'Facility( … )', 'exists Facility( … )' or 'not Facility( … )' may follow");
            return null;
        }
        head.needImport(Facility.class, pattern);
        if (pattern.getIdentifier() != null
                && (!BINDING.matcher(pattern.getIdentifier()).matches()
                        || pattern.getIdentifier().equals(item))) {
            refusals.refuse(
                    pattern.getStartCharacter(),
                    "The name '" + pattern.getIdentifier() + "'",
                    "Write '$facility : Facility( … )'");
        }
        return new FacilityJoin(
                quantifier,
                constraints(pattern, item),
                source.place(pattern.getStartCharacter()).line());
    }

    private Condition constraints(PatternDescr pattern, @Nullable String itemOfJoin) {
        if (pattern.getSource() != null
                || !pattern.getBehaviors().isEmpty()
                || pattern.isQuery()
                || pattern.isUnification()
                || (pattern.getGenericType() != null
                        && !pattern.getGenericType().getRawType().equals(pattern.getObjectType()))
                || !pattern.getAnnotations().isEmpty()) {
            refusals.refuse(pattern.getStartCharacter(), "'from', 'over', ':=' or an annotation of a pattern", "");
        }
        List<Condition> parts = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            int from = constraint.getStartCharacter();
            int to = constraint.getEndCharacter() + 1;
            boolean asWritten = constraint instanceof ExprConstraintDescr expression
                    && expression.getType() == ExprConstraintDescr.Type.NAMED
                    && from >= 0
                    && to <= source.text().length()
                    && from < to
                    && SourceText.withoutSpace(source.text().substring(from, to))
                            .equals(SourceText.withoutSpace(expression.getExpression()));
            if (!asWritten) {
                refusals.refuse(from, "This constraint", "");
                continue;
            }
            try {
                parts.add(
                        itemOfJoin == null
                                ? ConditionParser.onItem(source, from, to)
                                : ConditionParser.onFacility(source, from, to, itemOfJoin));
            } catch (ConditionTokens.Refusal refusal) {
                refusals.problems().addAll(List.of(refusal.problem()));
            }
        }
        if (pattern.getDescrs().isEmpty()) {
            refusals.refuse(
                    pattern.getStartCharacter(),
                    "A pattern without conditions matches everything, so it",
                    "State at least one condition");
        }
        int from = Math.max(0, pattern.getStartCharacter());
        int to = Math.min(source.text().length(), Math.max(from, pattern.getEndCharacter() + 1));
        return new Condition.All(
                parts,
                source.source(
                        from,
                        from + source.text().substring(from, to).stripTrailing().length()));
    }
}
