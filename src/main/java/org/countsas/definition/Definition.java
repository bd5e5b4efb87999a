package org.countsas.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.vocabulary.BilingualText;
import org.jspecify.annotations.Nullable;

/**
 * One choice of what counts: which policies, in which order of priority, in which block, at which shares; and the measures that the result
 * is compared with.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id          kebab-case id
 * @param title       name for people
 * @param status      whether it is in force
 * @param fromOrNull  first day on which it is in force; null if there is none
 * @param untilOrNull last day on which it is in force; null if there is none
 * @param sources     source ids
 * @param currency    ISO 4217 code of the amounts
 * @param gdpOrNull   the base of percentages; null if the definition has none
 * @param targets     levels to hold the total against
 * @param plans       amounts planned over years
 * @param blocks      blocks, in the order in which they are shown
 * @param adoptions   the policies it adopts, the first in priority first
 */
@API(status = API.Status.EXPERIMENTAL)
public record Definition(
        String id,
        BilingualText title,
        Status status,
        @Nullable LocalDate fromOrNull,
        @Nullable LocalDate untilOrNull,
        List<String> sources,
        String currency,
        @Nullable GrossDomesticProduct gdpOrNull,
        List<Target> targets,
        List<SpendingPlan> plans,
        List<Block> blocks,
        List<Adoption> adoptions) {

    public Definition {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        plans = List.copyOf(plans);
        blocks = List.copyOf(blocks);
        adoptions = List.copyOf(adoptions);
    }

    /** First day on which it is in force, if there is one. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(fromOrNull);
    }

    /** Last day on which it is in force, if there is one. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOrNull);
    }

    /** The base of percentages, if the definition has one. */
    public Optional<GrossDomesticProduct> gdp() {
        return Optional.ofNullable(gdpOrNull);
    }

    /** Whether a definition governs, is proposed, or serves comparison. */
    public enum Status {
        /** It governs, from its first day to its last. */
        IN_FORCE,
        /** It is proposed and does not govern. */
        PROPOSED,
        /** It serves comparison, such as that of an international organisation. */
        COMPARISON
    }

    /** The same definition with other adoptions. */
    public Definition with(List<Adoption> others) {
        return new Definition(
                id,
                title,
                status,
                fromOrNull,
                untilOrNull,
                sources,
                currency,
                gdpOrNull,
                targets,
                plans,
                blocks,
                others);
    }

    /** How the definition adopts a policy, if it does. */
    public Optional<Adoption> adoptionOf(String policy) {
        return adoptions.stream()
                .filter(adoption -> adoption.policy().equals(policy))
                .findFirst();
    }

    /** Whether the definition governs on a day. */
    public boolean inForceOn(LocalDate day) {
        return status == Status.IN_FORCE
                && (fromOrNull == null || !day.isBefore(fromOrNull))
                && (untilOrNull == null || !day.isAfter(untilOrNull));
    }
}
