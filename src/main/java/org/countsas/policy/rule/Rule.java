package org.countsas.policy.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.policy.Condition;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * A rule: under which conditions it holds, what follows, and whose word it rests on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name                name, unique in a rule book
 * @param policy              the policy that it belongs to
 * @param effect              what follows
 * @param scope               how far a REJECT reaches
 * @param strength            how strong a reason it is
 * @param share               the part of the amount that counts; {@link Share#NOTHING} for a REJECT
 * @param shareCitationOrNull source id of a share other than the whole; null for the whole
 * @param basis               on whose word
 * @param citations           source ids, at least one
 * @param because             the reason, with {@code {name}}, {@code {ministry}} and {@code {bureau}} to fill in
 * @param sinceOrNull         first day on which it is in force; null if there is none
 * @param untilOrNull         last day on which it is in force; null if there is none
 * @param condition           the conditions on the item
 * @param facilitiesOrNull    the conditions on listed facilities; null if it has none
 * @param file                the rule file
 * @param line                the line of the rule's name, from 1
 */
@API(status = API.Status.EXPERIMENTAL)
public record Rule(
        String name,
        String policy,
        Effect effect,
        Scope scope,
        Strength strength,
        Share share,
        @Nullable String shareCitationOrNull,
        Basis basis,
        List<String> citations,
        BilingualText because,
        @Nullable LocalDate sinceOrNull,
        @Nullable LocalDate untilOrNull,
        Condition condition,
        @Nullable FacilityJoin facilitiesOrNull,
        String file,
        int line) {

    public Rule {
        citations = List.copyOf(citations);
    }

    /** Source id of a share other than the whole. */
    public Optional<String> shareCitation() {
        return Optional.ofNullable(shareCitationOrNull);
    }

    /** First day on which it is in force, if there is one. */
    public Optional<LocalDate> since() {
        return Optional.ofNullable(sinceOrNull);
    }

    /** Last day on which it is in force, if there is one. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOrNull);
    }

    /** The conditions on listed facilities, if it has any. */
    public Optional<FacilityJoin> facilities() {
        return Optional.ofNullable(facilitiesOrNull);
    }

    /**
     * A join with listed facilities.
     *
     * @param quantifier how many must meet the condition
     * @param condition  what a facility must meet, the item given
     * @param line       line of the pattern, from 1
     */
    public record FacilityJoin(Quantifier quantifier, Condition condition, int line) {}

    /** How many facilities must meet the condition of a join. */
    public enum Quantifier {
        /** Each one that does is evidence. */
        EACH,
        /** At least one does. */
        EXISTS,
        /** None does. */
        NONE
    }

    /** Whether the rule holds of an item, by the meaning of its conditions alone. */
    @API(status = API.Status.INTERNAL)
    public boolean holds(Item item, List<Facility> listed) {
        return condition.holds(item, null) && facilitiesHold(item, listed);
    }

    /** Whether the rule's join with listed facilities holds; a rule without a join has nothing to fail. */
    @API(status = API.Status.INTERNAL)
    public boolean facilitiesHold(Item item, List<Facility> listed) {
        FacilityJoin join = facilitiesOrNull;
        if (join == null) {
            return true;
        }
        boolean some = listed.stream().anyMatch(facility -> join.condition().holds(item, facility));
        return join.quantifier() == Quantifier.NONE ? !some : some;
    }

    /** The listed facilities that are evidence of a finding: all that meet the condition of the join; none where none may. */
    @API(status = API.Status.INTERNAL)
    public List<Facility> facilitiesMet(Item item, List<Facility> listed) {
        return facilities()
                .filter(join -> join.quantifier() != Quantifier.NONE)
                .map(join -> listed.stream()
                        .filter(facility -> join.condition().holds(item, facility))
                        .toList())
                .orElse(List.of());
    }

    /** The reason, filled in for a programme. */
    public BilingualText reasonFor(Programme programme) {
        return new BilingualText(fill(because.en(), programme), fill(because.ja(), programme));
    }

    private static String fill(String sentence, Programme programme) {
        // Filled in a single pass from left to right, so that a brace in a published name cannot be taken for a slot.
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < sentence.length()) {
            if (sentence.startsWith("{name}", at)) {
                filled.append(programme.name());
                at += "{name}".length();
            } else if (sentence.startsWith("{ministry}", at)) {
                filled.append(programme.ministry());
                at += "{ministry}".length();
            } else if (sentence.startsWith("{bureau}", at)) {
                filled.append(programme.bureau());
                at += "{bureau}".length();
            } else {
                filled.append(sentence.charAt(at++));
            }
        }
        return filled.toString();
    }
}
