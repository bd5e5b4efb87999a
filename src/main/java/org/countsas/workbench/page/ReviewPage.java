package org.countsas.workbench.page;

import java.util.List;
import java.util.Locale;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.review.ReviewRecord;
import org.countsas.audit.review.Ruling;
import org.countsas.definition.Adoption;
import org.countsas.explanation.Explainer;
import org.countsas.policy.rule.Share;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.NewReview;
import org.countsas.report.explanation.ExplanationDocument;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.http.Answer;
import org.countsas.workbench.http.Parameters;
import org.countsas.workbench.http.Statuses;
import org.countsas.workbench.review.ReviewDesk;
import org.jspecify.annotations.Nullable;

/**
 * An item on which a person decides. Immutable and thread-safe.
 *
 * @param frame    what surrounds it
 * @param item     the item, with why it is decided as it is
 * @param reviews  its reviews so far, the first one first
 * @param typed    what was typed
 * @param problems why it was not recorded
 */
public record ReviewPage(
        Frame frame, ItemPage item, List<ReviewRecord> reviews, Parameters typed, List<Problem> problems) {

    static ReviewPage of(Frame frame) {
        return of(frame, frame.query().text("id"), Parameters.NONE, List.of());
    }

    private static ReviewPage of(Frame frame, @Nullable String id, Parameters typed, List<Problem> problems) {
        ReviewDesk desk = desk(frame);
        View view = frame.workspace().view(new Scope(desk.definition(), null, null));
        Decision decision = view.decision(id == null ? "" : id)
                .orElseThrow(() -> new ProblemException(
                        Code.UNKNOWN_ITEM,
                        Place.NONE,
                        "The bundle has no item '" + (id == null ? "" : id) + "'",
                        "Choose one at /review"));
        var explanation = new Explainer(frame.workspace().rules())
                .explain(decision.item(), view.definition(), view.summary().asOf());
        ItemPage item = new ItemPage(
                frame,
                view,
                explanation,
                ExplanationDocument.of(explanation, frame.workspace().rules(), frame.language()));
        return new ReviewPage(frame, item, desk.of(decision.item().id()), typed, problems);
    }

    private static ReviewDesk desk(Frame frame) {
        ReviewDesk desk = frame.desk().reviews();
        if (desk == null) {
            throw new ProblemException(
                    Code.BAD_REQUEST,
                    Place.NONE,
                    "Reviews are kept beside a bundle, and this workbench shows none",
                    "Write one with 'countsas classify --bundle', and start with 'countsas serve BUNDLE --review-key FILE'");
        }
        return desk;
    }

    /**
     * Records what was typed.
     *
     * @return the page that says why it was not recorded; null if it was
     */
    static @Nullable ReviewPage record(Frame frame, Parameters form) {
        String id = form.text("id");
        try {
            Integer seen = form.number("seen");
            NewReview review = new NewReview(
                    id == null ? "" : id,
                    desk(frame).definition(),
                    ruling(form),
                    text(form, "reason").replaceAll("\\s+", " "),
                    text(form, "by"));
            desk(frame).record(review, seen == null ? -1 : seen);
            return null;
        } catch (ProblemException e) {
            return of(frame, id, form, e.problems());
        }
    }

    private static Ruling ruling(Parameters form) {
        String outcome = text(form, "outcome").toUpperCase(Locale.ROOT);
        if (outcome.equals(Outcome.NOT_COUNTED.name())) {
            return Ruling.notCounted();
        }
        if (!outcome.equals(Outcome.COUNTED.name()) && !outcome.equals(Outcome.REVIEW.name())) {
            throw new ProblemException(
                    Code.BAD_REVIEW, Place.NONE, "No outcome is chosen", "Choose whether the item counts");
        }
        String typed = text(form, "share").replace("%", "");
        Share share = Share.parse(typed.isEmpty() ? "100" : typed)
                .orElseThrow(() -> new ProblemException(
                        Code.BAD_REVIEW,
                        Place.NONE,
                        "'" + typed + "' is not a share",
                        "Write per cent: 100, or low/central/high such as 5/7.5/21"));
        return new Ruling(Outcome.valueOf(outcome), text(form, "area"), share);
    }

    private static String text(Parameters form, String name) {
        String text = form.text(name);
        return text == null ? "" : text;
    }

    /** What was typed into a field; empty if nothing was. */
    public String field(String name) {
        String text = typed.text(name);
        return text == null ? name.equals("by") ? text(frame.query(), "by") : "" : text;
    }

    /** The status of HTTP. */
    int status() {
        return problems.isEmpty() ? Answer.OK : Statuses.of(problems.get(0).code());
    }

    /** Whether a review can be recorded. */
    public boolean canBeRecorded() {
        return !frame.isReadOnly() && desk(frame).canSign();
    }

    /** The outcomes. */
    public List<Frame.Choice> outcomes() {
        return List.of(Outcome.values()).stream()
                .map(outcome -> new Frame.Choice(
                        outcome.name(),
                        frame.word("review.outcome", outcome),
                        outcome.name().equals(field("outcome"))))
                .toList();
    }

    /** The areas of the definition; that in question is chosen. */
    public List<Frame.Choice> areas() {
        String chosen = field("area").isEmpty() ? String.valueOf(item.decision().areaOrNull()) : field("area");
        return item.view().definition().adoptions().stream()
                .map(Adoption::policy)
                .map(policy -> new Frame.Choice(policy, frame.policy(policy), policy.equals(chosen)))
                .toList();
    }

    /** A review in a sentence. */
    public String judged(ReviewRecord record) {
        return ReviewListPage.judged(record, frame);
    }
}
