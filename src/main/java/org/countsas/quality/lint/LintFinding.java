package org.countsas.quality.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that cannot matter.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind          what is wrong
 * @param place         where the rule, or the definition of the concept, is
 * @param owner         the rule's name, or the concept's id
 * @param text          for a rule that never holds, the conditions that contradict one another; the term or phrase; empty otherwise
 * @param because       the cause: the rules, terms or phrases that leave it nothing; empty if nothing else does
 * @param witnessOrNull an item or a phrase that shows it; null if nothing can
 */
@API(status = API.Status.INTERNAL)
public record LintFinding(
        LintKind kind,
        Place place,
        String owner,
        String text,
        List<String> because,
        @Nullable Witness witnessOrNull) {
    public LintFinding {
        because = List.copyOf(because);
    }

    /** An item or a phrase that shows it; empty if nothing can. */
    public Optional<Witness> witness() {
        return Optional.ofNullable(witnessOrNull);
    }

    /** What was evaluated before the finding was reported, and can be again as a rule test. */
    public sealed interface Witness {}

    /**
     * An item.
     *
     * @param programme   what the item pays for
     * @param definition  id of the definition under which it is decided
     * @param asOf        the day for which it is decided
     * @param fires rules that hold for it
     * @param doesNotFire rules that do not
     * @param defeated    rules that hold for it and are defeated
     */
    public record Item(
            Programme programme,
            String definition,
            LocalDate asOf,
            List<String> fires,
            List<String> doesNotFire,
            List<String> defeated)
            implements Witness {
        public Item {
            fires = List.copyOf(fires);
            doesNotFire = List.copyOf(doesNotFire);
            defeated = List.copyOf(defeated);
        }
    }

    /**
     * A phrase of a concept, as rule tests write it.
     *
     * @param concept the concept's id
     * @param marked  the phrase, with each mention of the concept in {@code <>}
     */
    public record Phrase(String concept, String marked) implements Witness {}
}
