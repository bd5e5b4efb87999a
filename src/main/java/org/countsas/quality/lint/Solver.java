package org.countsas.quality.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countsas.item.Field;
import org.countsas.policy.Verb;
import org.countsas.quality.lint.Claim.All;
import org.countsas.quality.lint.Claim.Any;
import org.countsas.quality.lint.Claim.Atom;
import org.countsas.quality.lint.Claim.Is;
import org.countsas.quality.lint.Claim.Literal;
import org.countsas.quality.lint.Claim.Mentions;
import org.countsas.quality.lint.Claim.Often;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an item can meet claims, by the procedure of Davis, Putnam, Logemann and Loveland, "A machine program for
 * theorem-proving", Communications of the ACM 5 (1962), over this theory of items:
 *
 * <ul>
 *   <li>A property or an attribute has one value, and a value that is given decides what its field mentions.
 *   <li>Any other field is free: a character that is part of no term separates one mention from the next, so a field can mention several
 *       concepts exactly when it can mention each of them without what is unwanted ({@link MentionPatterns}).
 *   <li>Concepts mentioned in several fields, or several concepts, are mentioned at least that often.
 * </ul>
 *
 * <p>Only the last line is incomplete: two mentions may be forced into one field. So if nothing can meet the claims, that is always proved;
 * if something can, the item made from it and evaluated shows it ({@link Witnesses}).
 *
 * <p>Not thread-safe.
 */
final class Solver {
    private static final int MOST_CHOICES = 20_000;

    private final MentionPatterns texts;
    private int choices;

    Solver(MentionPatterns texts) {
        this.texts = texts;
    }

    /** The result for claims: a model, or that there is none, or that the search took too long. */
    record Solution(@Nullable Map<Atom, Boolean> modelOrNull, boolean decided) {
        Optional<Map<Atom, Boolean>> model() {
            return Optional.ofNullable(modelOrNull);
        }

        boolean impossible() {
            return decided && modelOrNull == null;
        }
    }

    private static final class TooHard extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooHard() {
            super(null, null, false, false);
        }
    }

    /** An assignment of atoms by which all claims hold. */
    Solution solve(Collection<Claim> claims) {
        choices = 0;
        Map<Atom, Boolean> known = new LinkedHashMap<>();
        List<Any> open = new ArrayList<>();
        try {
            boolean possible = claims.stream().allMatch(claim -> assume(claim, known, open));
            return new Solution(possible ? search(known, open).orElse(null) : null, true);
        } catch (TooHard e) {
            return new Solution(null, false);
        }
    }

    private Optional<Map<Atom, Boolean>> search(Map<Atom, Boolean> known, List<Any> open) {
        if (++choices > MOST_CHOICES) {
            throw new TooHard();
        }
        List<Any> left = new ArrayList<>();
        List<Any> queue = new ArrayList<>(open);
        while (!queue.isEmpty()) {
            Any clause = queue.remove(0);
            List<Claim> possible = new ArrayList<>();
            boolean met = false;
            for (Claim part : clause.parts()) {
                Optional<Boolean> value = value(part, known);
                met |= value.orElse(false);
                if (value.isEmpty()) {
                    possible.add(part);
                }
            }
            if (met) {
                continue;
            }
            if (possible.size() != 1) {
                if (possible.isEmpty()) {
                    return Optional.empty();
                }
                left.add(new Any(possible));
                continue;
            }
            if (!assume(possible.get(0), known, queue)) {
                return Optional.empty();
            }
            queue.addAll(left);
            left.clear();
        }
        if (left.isEmpty()) {
            return Optional.of(known);
        }
        Any chosen = left.stream()
                .min(Comparator.comparing(Solver::wantsMentionsAlone)
                        .thenComparing(clause -> clause.parts().size()))
                .orElseThrow();
        left.remove(chosen);
        for (Claim part : chosen.parts()) {
            Map<Atom, Boolean> further = new LinkedHashMap<>(known);
            List<Any> clauses = new ArrayList<>(left);
            if (assume(part, further, clauses)) {
                Optional<Map<Atom, Boolean>> model = search(further, clauses);
                if (model.isPresent()) {
                    return model;
                }
            }
        }
        return Optional.empty();
    }

    /** Such a choice excludes nothing else, so it comes last. */
    private static boolean wantsMentionsAlone(Any clause) {
        return clause.parts().stream()
                .allMatch(part ->
                        part instanceof Literal literal && literal.holds() && literal.atom() instanceof Mentions);
    }

    /** Whether a claim is known to hold or not to hold. */
    private Optional<Boolean> value(Claim claim, Map<Atom, Boolean> known) {
        if (claim instanceof Literal literal) {
            Boolean value = known.get(literal.atom());
            return value != null
                    ? Optional.of(value == literal.holds())
                    : isPossible(literal, known) ? Optional.empty() : Optional.of(false);
        }
        return Optional.empty();
    }

    private boolean assume(Claim claim, Map<Atom, Boolean> known, List<Any> open) {
        if (claim instanceof All all) {
            return all.parts().stream().allMatch(part -> assume(part, known, open));
        }
        if (claim instanceof Any any) {
            open.add(any);
            return true;
        }
        Literal literal = (Literal) claim;
        Boolean value = known.get(literal.atom());
        if (value != null) {
            return value == literal.holds();
        }
        if (!isPossible(literal, known)) {
            return false;
        }
        known.put(literal.atom(), literal.holds());
        if (literal.holds() && literal.atom() instanceof Often often) {
            List<Claim> anywhere = new ArrayList<>();
            for (String concept : new LinkedHashSet<>(often.concepts())) {
                Verb.MENTIONS.fields().forEach(field -> anywhere.add(new Literal(new Mentions(field, concept), true)));
            }
            open.add(new Any(anywhere));
        }
        return true;
    }

    private boolean isPossible(Literal literal, Map<Atom, Boolean> known) {
        if (literal.atom() instanceof Is is) {
            return !literal.holds() || isPossible(is, known);
        }
        if (literal.atom() instanceof Often often) {
            return isPossible(often, literal.holds(), known);
        }
        Mentions mentions = (Mentions) literal.atom();
        Optional<String> value = valueOf(mentions.field().id(), known);
        if (value.isPresent()) {
            return texts.mentionedIn(value.get()).contains(mentions.concept()) == literal.holds();
        }
        if (literal.holds()) {
            return texts.text(mentions.concept(), in(mentions.field(), false, known))
                            .isPresent()
                    && isSeldomEnough(mentions, known);
        }
        Set<String> wantedThere = in(mentions.field(), true, known);
        if (wantedThere.isEmpty()) {
            return true;
        }
        Set<String> unwanted = in(mentions.field(), false, known);
        unwanted.add(mentions.concept());
        return wantedThere.stream()
                .allMatch(wanted -> texts.text(wanted, unwanted).isPresent());
    }

    private boolean isPossible(Is is, Map<Atom, Boolean> known) {
        if (valueOf(is.slot(), known).isPresent()) {
            return false;
        }
        Set<String> mentioned = texts.mentionedIn(is.value());
        for (Field field : Field.values()) {
            if (field.id().equals(is.slot())) {
                return mentioned.containsAll(in(field, true, known))
                        && in(field, false, known).stream().noneMatch(mentioned::contains);
            }
        }
        return true;
    }

    private static Optional<String> valueOf(String slot, Map<Atom, Boolean> known) {
        for (Map.Entry<Atom, Boolean> entry : known.entrySet()) {
            if (entry.getValue() && entry.getKey() instanceof Is is && is.slot().equals(slot)) {
                return Optional.of(is.value());
            }
        }
        return Optional.empty();
    }

    /** The concepts that a field must mention, or must not. */
    private static Set<String> in(Field field, boolean mentioned, Map<Atom, Boolean> known) {
        Set<String> concepts = new LinkedHashSet<>();
        known.forEach((atom, holds) -> {
            if (holds == mentioned && atom instanceof Mentions mentions && mentions.field() == field) {
                concepts.add(mentions.concept());
            }
        });
        return concepts;
    }

    private static boolean isPossible(Often often, boolean holds, Map<Atom, Boolean> known) {
        if (!holds && times(often, known) >= often.atLeast()) {
            return false;
        }
        // A higher count of fewer concepts implies a lower count of more.
        return known.entrySet().stream()
                .noneMatch(entry -> entry.getKey() instanceof Often other
                        && entry.getValue() != holds
                        && (holds ? implies(often, other) : implies(other, often)));
    }

    private static boolean implies(Often strong, Often weak) {
        List<String> rest = new ArrayList<>(weak.concepts());
        return strong.atLeast() >= weak.atLeast() && strong.concepts().stream().allMatch(rest::remove);
    }

    private static boolean isSeldomEnough(Mentions added, Map<Atom, Boolean> known) {
        Map<Atom, Boolean> with = new LinkedHashMap<>(known);
        with.put(added, true);
        return known.entrySet().stream()
                .noneMatch(entry -> entry.getKey() instanceof Often often
                        && !entry.getValue()
                        && times(often, with) >= often.atLeast());
    }

    /** The least number of times that the concepts are mentioned. */
    private static long times(Often often, Map<Atom, Boolean> known) {
        long times = 0;
        for (String concept : often.concepts()) {
            times += Verb.MENTIONS.fields().stream()
                    .filter(field -> known.getOrDefault(new Mentions(field, concept), false))
                    .count();
        }
        return times;
    }
}
