package org.countsas.report.bundle;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.bundle.RunHeader;
import org.countsas.definition.Titles;
import org.countsas.output.Language;
import org.countsas.output.Pages;
import org.countsas.output.Texts;

/**
 * What the page of a bundle shows; public for its template. Immutable and thread-safe.
 *
 * @param header      the run
 * @param titles      what people call areas, blocks and definitions, in the language of the page
 * @param rejected    the number of rejected rows
 * @param definitions what each definition decides about the items
 */
@API(status = API.Status.INTERNAL)
public record RunPage(RunHeader header, Titles titles, int rejected, List<DefinitionPart> definitions) {
    public RunPage {
        definitions = List.copyOf(definitions);
    }

    /**
     * What one definition decides about the items.
     *
     * @param totals  its sums
     * @param counted the largest items that count, the largest first
     * @param review  the largest items that a person must judge, the largest first
     */
    public record DefinitionPart(DefinitionTotals totals, List<Row> counted, List<Row> review) {
        public DefinitionPart {
            counted = List.copyOf(counted);
            review = List.copyOf(review);
        }
    }

    /**
     * An item; among equal amounts, the first by id is the largest.
     *
     * @param amount its whole amount
     * @param shown  what counts of it, or could count at most
     */
    public record Row(String id, String name, String ministry, String area, long amount, long shown) {
        static final Comparator<Row> SMALLEST_FIRST =
                Comparator.comparingLong(Row::shown).thenComparing(Row::id, Comparator.reverseOrder());
    }

    /** The language of the page. */
    public Language language() {
        return titles.language();
    }

    /** A text of the page, with no slots. */
    public String text(String key) {
        return Texts.of(RunPage.class, language()).text(key);
    }

    /** The page's style sheet. */
    public String style() {
        return Pages.part(RunPage.class, "report.css");
    }

    /** When the run was made, to the second. */
    public String time() {
        return header.time().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The fiscal year and stage of the items. */
    public String selection() {
        return language()
                .text(
                        "selection",
                        String.valueOf(header.fiscalYear()),
                        language().text("stage." + header.stage().id()),
                        "");
    }

    /** The number of items that were decided. */
    public String decided() {
        return language().number(definitions.get(0).totals().items());
    }

    /** An amount to the last unit, with its currency. */
    public String exact(long amount) {
        return language().exact(amount, header.currency());
    }

    /** What a definition counts, with its bounds. */
    public String counted(DefinitionTotals totals) {
        return language()
                .text(
                        "range",
                        exact(totals.counted().central()),
                        exact(totals.counted().low()),
                        exact(totals.counted().high()));
    }

    /** How many items a person must judge, with the sum of their amounts. */
    public String review(DefinitionTotals totals) {
        return language()
                .text(
                        "items.amount",
                        language().number(totals.review().items()),
                        exact(totals.review().amount()));
    }
}
