package org.countsas.official;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Stage;
import org.countsas.vocabulary.BilingualText;

/**
 * A reason why published figures on a basis are higher or lower than the budget. Immutable and thread-safe.
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

    /** Where an amount comes from. */
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
     * It was found by arithmetic, and its reason is no more certain than that.
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
     * @param amount     in whole units of the currency; negative if the published figure is lower
     * @param evidence where it comes from
     */
    @API(status = API.Status.EXPERIMENTAL)
    public record Span(int fiscalYear, Stage stage, long amount, Evidence evidence) {}
}
