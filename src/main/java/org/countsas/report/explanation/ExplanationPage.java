package org.countsas.report.explanation;

import org.apiguardian.api.API;
import org.countsas.output.Pages;
import org.countsas.output.Texts;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as one self-contained page: no network, no script; light and dark; fit to print. Everything public except {@link #of} is
 * for its template. Immutable and thread-safe.
 *
 * @param document what the page shows
 */
@API(status = API.Status.EXPERIMENTAL)
public record ExplanationPage(ExplanationDocument document) {
    /** The page of an explanation, as HTML. */
    public static String of(ExplanationDocument document) {
        return Pages.page("explanation/page.jte", new ExplanationPage(document));
    }

    /** The page's language, {@code en} or {@code ja}. */
    public String language() {
        return document.language().id();
    }

    /** The page's style sheet. */
    public String style() {
        return Pages.part(ExplanationPage.class, "explanation.css");
    }

    /** The CSS class of a line; null if it is shown as plain text. */
    public @Nullable String style(Line line) {
        return switch (line.mark()) {
            case MET -> "met";
            case NOT_MET -> "unmet";
            case NOTE -> "note";
            case STRONG, PLAIN -> null;
        };
    }

    /** Whether a line is a condition, marked as met or not met. */
    public boolean isCondition(Line line) {
        return line.mark() == Mark.MET || line.mark() == Mark.NOT_MET;
    }

    /** The mark of a condition in words, so that nobody depends on its colour. */
    public String mark(Line line) {
        return Texts.of(ExplanationPage.class, document.language()).text("mark." + line.mark());
    }
}
