package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.countsas.item.Field;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Verb;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Rule.FacilityJoin;
import org.countsas.policy.rule.Rule.Quantifier;
import org.countsas.quality.lint.Claim.All;
import org.countsas.quality.lint.Claim.Any;
import org.countsas.quality.lint.Claim.Atom;
import org.countsas.quality.lint.Claim.Is;
import org.countsas.quality.lint.Claim.Literal;
import org.countsas.quality.lint.Claim.Mentions;
import org.countsas.quality.lint.Claim.Often;
import org.jspecify.annotations.Nullable;

/**
 * What rules claim. A join with listed facilities becomes a choice among them, because the list is known; dates become a day. Immutable and
 * thread-safe.
 */
final class Claims {
    private final List<Facility> facilities;

    Claims(List<Facility> facilities) {
        this.facilities = List.copyOf(facilities);
    }

    /** That a rule holds and is in force on a day, or that it does not hold or is not in force. */
    Claim rule(Rule rule, LocalDate day, boolean holds) {
        boolean ended = rule.until().map(day::isAfter).orElse(false);
        boolean begun = rule.since().map(first -> !day.isBefore(first)).orElse(true);
        if (ended || !begun) {
            return constant(!holds);
        }
        List<Claim> parts = new ArrayList<>(List.of(condition(rule.condition(), holds)));
        rule.facilities().ifPresent(join -> parts.add(join(join, day, holds)));
        return holds ? new All(parts) : new Any(parts);
    }

    /** The conditions of a rule, one by one, with what each claims on a day. */
    List<Claim> parts(Rule rule, LocalDate day) {
        List<Claim> parts = new ArrayList<>(conjuncts(rule.condition()).stream()
                .map(part -> condition(part, true))
                .toList());
        rule.facilities().ifPresent(join -> parts.add(join(join, day, true)));
        return parts;
    }

    /** The texts of the conditions of a rule, in the order of {@link #parts}. */
    static List<Condition> conditions(Rule rule) {
        List<Condition> conditions = new ArrayList<>(conjuncts(rule.condition()));
        rule.facilities().ifPresent(join -> conditions.add(join.condition()));
        return conditions;
    }

    private static List<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.parts().stream().flatMap(part -> conjuncts(part).stream()).toList()
                : List.of(condition);
    }

    private Claim join(FacilityJoin join, LocalDate day, boolean holds) {
        boolean none = join.quantifier() == Quantifier.NONE;
        List<Claim> each = facilities.stream()
                .filter(facility -> none || !facility.designated().isAfter(day))
                .map(facility -> claim(join.condition(), facility, none != holds))
                .toList();
        return none != holds ? new Any(each) : new All(each);
    }

    private Claim condition(Condition condition, boolean holds) {
        return claim(condition, null, holds);
    }

    private Claim claim(Condition condition, @Nullable Facility facility, boolean holds) {
        if (condition instanceof Condition.All all) {
            List<Claim> parts = all.parts().stream()
                    .map(part -> claim(part, facility, holds))
                    .toList();
            return holds ? new All(parts) : new Any(parts);
        }
        if (condition instanceof Condition.Any any) {
            List<Claim> parts = any.parts().stream()
                    .map(part -> claim(part, facility, holds))
                    .toList();
            return holds ? new Any(parts) : new All(parts);
        }
        if (condition instanceof Condition.Not not) {
            return claim(not.part(), facility, !holds);
        }
        if (condition instanceof Condition.Mentioned mentioned) {
            return mentioned(mentioned.verb(), mentioned.concepts(), holds);
        }
        if (condition instanceof Condition.MentionedOften often) {
            List<String> sorted = often.concepts().stream().sorted().toList();
            return often.atLeast() == 1
                    ? mentioned(Verb.MENTIONS, sorted, holds)
                    : new Literal(new Often(sorted, often.atLeast()), holds);
        }
        if (condition instanceof Condition.PropertyIs is) {
            return choice(is.values(), value -> new Is(is.property().word(), value), holds);
        }
        if (condition instanceof Condition.AttributeIs is) {
            return choice(is.values(), value -> new Is("attribute:" + is.key(), value), holds);
        }
        if (condition instanceof Condition.FacilityKindIs kind) {
            return constant((facility != null && kind.kinds().contains(facility.getKind())) == holds);
        }
        Condition.FacilityMentioned mentioned = (Condition.FacilityMentioned) condition;
        return facility == null ? constant(!holds) : mentioned(mentioned.verb(), List.of(facility.getConcept()), holds);
    }

    private static Claim mentioned(Verb verb, List<String> concepts, boolean holds) {
        List<Claim> parts = new ArrayList<>();
        for (String concept : concepts) {
            for (Field field : verb.fields()) {
                parts.add(new Literal(new Mentions(field, concept), holds));
            }
        }
        return holds ? new Any(parts) : new All(parts);
    }

    private static Claim choice(List<String> values, Function<String, Atom> atom, boolean holds) {
        List<Claim> parts = values.stream()
                .<Claim>map(value -> new Literal(atom.apply(value), holds))
                .toList();
        return holds ? new Any(parts) : new All(parts);
    }

    private static Claim constant(boolean holds) {
        return holds ? Claim.ALWAYS : Claim.NEVER;
    }
}
