package org.countsas.official;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Stage;
import org.countsas.vocabulary.BilingualText;

/**
 * A reason why published figures of a basis are more, or less, than what stands in the budget. Immutable and thread-safe.
 *
 * @param id      kebab-case id
 * @param label   the reason in words
 * @param subject what the figures are about
 * @param basis   the id of what they cover
 * @param spans   the amounts by year and stage
 */
@API(status = API.Status.EXPERIMENTAL)
public record Bridge(String id, BilingualText label, Subject subject, String basis, List<Span> spans) {
    public Bridge {
        spans = List.copyOf(spans);
    }

    /** Where an amount is from. */
    @API(status = API.Status.EXPERIMENTAL)
    public sealed interface Evidence {}

    /**
     * A source states it.
     *
     * @param id source id
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Sourced(String id) implements Evidence {}

    /**
     * It was found by arithmetic, and its reason is no more sure than that.
     *
     * @param how which figures were added or subtracted
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Arithmetic(BilingualText how) implements Evidence {}

    /**
     * The amount of a year and stage.
     *
     * @param fiscalYear the fiscal year
     * @param stage      the stage
     * @param amount     in whole units of the currency; negative where the published figure is less
     * @param evidence   where it is from
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Span(int fiscalYear, Stage stage, long amount, Evidence evidence) {}
}
