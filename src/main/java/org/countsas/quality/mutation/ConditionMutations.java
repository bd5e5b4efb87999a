package org.countsas.quality.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.countsas.policy.Condition;
import org.countsas.policy.Condition.Source;
import org.countsas.policy.Verb;

/**
 * All small changes to a condition. A change is made at one place in the tree; the tree around it is rebuilt as it was. A pattern as a
 * whole is left as it is: nobody leaves out or negates all of its conditions by a slip.
 */
final class ConditionMutations {
    /** The verbs over the item's own words, from the fewest fields to the most. */
    private static final List<Verb> BY_REACH = List.of(Verb.NAMES, Verb.AIMS, Verb.MENTIONS);

    private final List<Changed> changes = new ArrayList<>();

    /**
     * A changed condition.
     *
     * @param whole  the condition of the rule, changed
     * @param source the part that was changed
     * @param after  what it was changed to; empty if it was left out
     */
    record Changed(MutationKind kind, Condition whole, Source source, String after) {}

    private ConditionMutations() {}

    /** The changes to the conditions of a pattern. */
    static List<Changed> of(Condition pattern) {
        ConditionMutations mutations = new ConditionMutations();
        mutations.parts(pattern, part -> part);
        return mutations.changes;
    }

    /** @param around puts a changed condition in the place of this one */
    private void at(Condition condition, UnaryOperator<Condition> around) {
        if (condition instanceof Condition.Not not) {
            add(
                    MutationKind.NEGATE_CONDITION,
                    around.apply(not.part()),
                    condition,
                    not.part().source().text());
            inside(not.part(), part -> around.apply(new Condition.Not(part, not.source())));
        } else {
            add(
                    MutationKind.NEGATE_CONDITION,
                    around.apply(new Condition.Not(condition, condition.source())),
                    condition,
                    "!( " + condition.source().text() + " )");
            inside(condition, around);
        }
    }

    /** The changes below a condition, without its own negation. */
    private void inside(Condition condition, UnaryOperator<Condition> around) {
        parts(condition, around);
        if (condition instanceof Condition.Mentioned mentioned) {
            values(
                    mentioned.concepts(),
                    mentioned,
                    concepts -> around.apply(new Condition.Mentioned(mentioned.verb(), concepts, mentioned.source())));
            fields(mentioned, around);
        } else if (condition instanceof Condition.MentionedOften often) {
            values(
                    often.concepts(),
                    often,
                    concepts -> around.apply(new Condition.MentionedOften(concepts, often.atLeast(), often.source())));
            threshold(often, often.atLeast() + 1, around);
            threshold(often, often.atLeast() - 1, around);
        } else if (condition instanceof Condition.PropertyIs property) {
            values(
                    property.values(),
                    property,
                    values -> around.apply(new Condition.PropertyIs(property.property(), values, property.source())));
        } else if (condition instanceof Condition.AttributeIs attribute) {
            values(
                    attribute.values(),
                    attribute,
                    values -> around.apply(new Condition.AttributeIs(attribute.key(), values, attribute.source())));
        } else if (condition instanceof Condition.FacilityKindIs kind) {
            values(kind.kinds(), kind, kinds -> around.apply(new Condition.FacilityKindIs(kinds, kind.source())));
        } else if (condition instanceof Condition.FacilityMentioned mentioned) {
            neighbours(mentioned.verb())
                    .forEach(verb -> add(
                            MutationKind.CHANGE_FIELDS,
                            around.apply(new Condition.FacilityMentioned(verb, mentioned.source())),
                            mentioned,
                            mentioned.source().text().replace(mentioned.verb().word(), verb.word())));
        }
    }

    private void parts(Condition condition, UnaryOperator<Condition> around) {
        if (condition instanceof Condition.All all) {
            parts(all.parts(), parts -> around.apply(new Condition.All(parts, all.source())));
        } else if (condition instanceof Condition.Any any) {
            parts(any.parts(), parts -> around.apply(new Condition.Any(parts, any.source())));
        }
    }

    private interface Rebuilt {
        Condition of(List<Condition> parts);
    }

    private void parts(List<Condition> parts, Rebuilt around) {
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            if (parts.size() > 1) {
                List<Condition> others = new ArrayList<>(parts);
                others.remove(at);
                add(MutationKind.DROP_CONDITION, around.of(others), parts.get(at), "");
            }
            at(parts.get(at), changed -> {
                List<Condition> others = new ArrayList<>(parts);
                others.set(at, changed);
                return around.of(others);
            });
        }
    }

    private interface WithValues {
        Condition of(List<String> values);
    }

    private void values(List<String> values, Condition condition, WithValues around) {
        for (int i = 0; i < values.size() && values.size() > 1; i++) {
            List<String> others = new ArrayList<>(values);
            String dropped = others.remove(i);
            String text = condition.source().text();
            add(
                    MutationKind.DROP_VALUE,
                    around.of(others),
                    condition,
                    "without \"" + dropped + "\" in " + text.substring(0, Math.max(0, text.indexOf('(')))
                            + quoted(others));
        }
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", ", "(", ")"));
    }

    private void fields(Condition.Mentioned mentioned, UnaryOperator<Condition> around) {
        for (Verb verb : neighbours(mentioned.verb())) {
            add(
                    MutationKind.CHANGE_FIELDS,
                    around.apply(new Condition.Mentioned(verb, mentioned.concepts(), mentioned.source())),
                    mentioned,
                    verb.word()
                            + mentioned
                                    .source()
                                    .text()
                                    .substring(mentioned.verb().word().length()));
        }
    }

    private static List<Verb> neighbours(Verb verb) {
        int at = BY_REACH.indexOf(verb);
        return at < 0
                ? List.of()
                : BY_REACH.stream()
                        .filter(other -> Math.abs(BY_REACH.indexOf(other) - at) == 1)
                        .toList();
    }

    private void threshold(Condition.MentionedOften often, int atLeast, UnaryOperator<Condition> around) {
        if (atLeast >= 1) {
            add(
                    MutationKind.SHIFT_THRESHOLD,
                    around.apply(new Condition.MentionedOften(often.concepts(), atLeast, often.source())),
                    often,
                    often.source().text().replaceFirst("\\d+\\s*$", String.valueOf(atLeast)));
        }
    }

    private void add(MutationKind kind, Condition whole, Condition changed, String after) {
        changes.add(new Changed(kind, whole, changed.source(), after));
    }
}
