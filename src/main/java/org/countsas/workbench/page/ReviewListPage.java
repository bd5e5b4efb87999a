package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.audit.bundle.DefinitionTotals;
import org.countsas.audit.review.EffectiveDecisions;
import org.countsas.audit.review.ReviewRecord;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.question.bundle.ReviewsQuestion;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.review.ReviewDesk;
import org.jspecify.annotations.Nullable;

/**
 * The items about which a person must judge, and what people have judged. Immutable and thread-safe.
 *
 * @param frame    what surrounds it
 * @param view     the budget
 * @param answer   the reviews; null without a bundle, or if something is wrong with them
 * @param problems what is wrong with the reviews
 */
public record ReviewListPage(Frame frame, View view, ReviewsQuestion.@Nullable Answer answer, List<Problem> problems) {

    static ReviewListPage of(Frame frame) {
        ReviewDesk desk = frame.desk().reviews();
        if (desk == null) {
            return new ReviewListPage(frame, frame.workspace().view(frame.scope()), null, List.of());
        }
        View view = frame.workspace().view(new Scope(desk.definition(), null, null));
        try {
            return new ReviewListPage(frame, view, desk.reviews(), List.of());
        } catch (ProblemException e) {
            return new ReviewListPage(frame, view, null, e.problems());
        }
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), view.summary().currency());
    }

    /** Whether the workbench shows a bundle, beside which reviews are kept. */
    public boolean hasBundle() {
        return frame.desk().reviews() != null;
    }

    /**
     * An item.
     *
     * @param id       its id
     * @param name     its name
     * @param href     where it is reviewed
     * @param area     the area in question
     * @param amount   the amount
     * @param open     whether a person must still judge
     * @param judged   what was judged, by whom and when; empty if nothing was
     */
    public record Row(String id, String name, String href, String area, String amount, boolean open, String judged) {}

    /** The items in question, then others that were reviewed; the largest first. */
    public List<Row> rows() {
        Map<String, ReviewRecord> latest = answer == null
                ? Map.of()
                : answer.reviews().latest().getOrDefault(view.definition().id(), Map.of());
        Set<String> ids = new LinkedHashSet<>();
        view.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.REVIEW)
                .sorted((first, second) ->
                        Long.compare(second.item().amount(), first.item().amount()))
                .forEach(decision -> ids.add(decision.item().id()));
        ids.addAll(latest.keySet());
        List<Row> rows = new ArrayList<>();
        for (String id : ids) {
            view.decision(id).ifPresent(decision -> rows.add(row(decision, latest.get(id))));
        }
        return rows;
    }

    private Row row(Decision decision, @Nullable ReviewRecord record) {
        return new Row(
                decision.item().id(),
                decision.item().programme().name(),
                hasBundle()
                        ? frame.href("/review/item", "id", decision.item().id())
                        : frame.href("/item", "id", decision.item().id()),
                frame.policy(decision.areaOrNull()),
                money().digits(decision.item().amount()),
                record == null || record.review().ruling().outcome() == Outcome.REVIEW,
                record == null ? "" : judged(record, frame));
    }

    static String judged(ReviewRecord record, Frame frame) {
        String area = frame.policy(record.review().ruling().area());
        return frame.text(
                "review.judged",
                frame.word("outcome", record.review().ruling().outcome()) + (area.isEmpty() ? "" : " · " + area),
                record.review().by(),
                record.time().toString());
    }

    /** What counts with all reviews, in a sentence; empty without any. */
    public String effective() {
        if (answer == null || answer.reviews().records().isEmpty()) {
            return "";
        }
        for (EffectiveDecisions.TotalsChange change : answer.effective().totals()) {
            DefinitionTotals with = change.with();
            if (with.definition().equals(view.definition().id())) {
                Counted counted = with.counted();
                return frame.text(
                        "review.effective",
                        frame.language().number(answer.reviews().records().size()),
                        money().amount(counted.central()),
                        money().amount(counted.low()),
                        money().amount(counted.high()));
            }
        }
        return "";
    }
}
