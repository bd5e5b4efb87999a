package org.countsas.workbench.page;

import java.util.List;
import java.util.Map;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.explanation.Explainer;
import org.countsas.explanation.Explanation;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.problem.Suggestion;
import org.countsas.report.explanation.ExplanationDocument;
import org.countsas.report.explanation.ExplanationDocument.Line;
import org.countsas.report.explanation.ExplanationDocument.Mark;
import org.countsas.workbench.budget.View;
import org.jspecify.annotations.Nullable;

/**
 * One item: what is published about it, what is decided, and why. Immutable and thread-safe.
 *
 * @param frame       what surrounds it
 * @param view        the budget
 * @param explanation why it is decided so
 * @param document    the same in sentences
 */
public record ItemPage(Frame frame, View view, Explanation explanation, ExplanationDocument document) {
    private static final int MOST_MISSING = 2;

    /**
     * The page of the item that the address names.
     *
     * @throws ProblemException {@code UNKNOWN_ITEM}
     */
    static ItemPage of(Frame frame) {
        View view = frame.workspace().view(frame.scope());
        String id = frame.query().text("id");
        if (id == null) {
            throw new ProblemException(
                    Code.BAD_REQUEST, Place.NONE, "The address names no item", "Add ?id= and the item's id");
        }
        Decision decision = view.decision(id).orElseThrow(() -> unknown(id, view, frame));
        BudgetItem item = decision.item();
        Explainer explainer = new Explainer(frame.workspace().rules());
        Explanation explanation =
                explainer.explain(item, view.definition(), view.summary().asOf());
        if (decision.outcome() != Outcome.COUNTED) {
            explanation = explanation.withNearMisses(explainer.nearMisses(
                    item,
                    view.definition(),
                    view.summary().asOf(),
                    policy -> view.definition().adoptionOf(policy).isPresent(),
                    MOST_MISSING));
        }
        return new ItemPage(
                frame,
                view,
                explanation,
                ExplanationDocument.of(explanation, frame.workspace().rules(), frame.language()));
    }

    private static ProblemException unknown(String id, View view, Frame frame) {
        List<BudgetItem> elsewhere = frame.workspace().allYearsOf(id);
        String fix = elsewhere.isEmpty()
                ? Suggestion.nearest(
                                id,
                                view.decisions().stream()
                                        .map(each -> each.item().id())
                                        .toList())
                        .map(Suggestion::question)
                        .orElse("Look for it among the items")
                : "It has amounts in " + elsewhere.get(0).fiscalYear() + ", "
                        + elsewhere.get(0).stage().id() + ": choose that year";
        return new ProblemException(
                Code.UNKNOWN_ITEM,
                Place.NONE,
                "There is no item '" + id + "' in fiscal year " + view.summary().fiscalYear() + ", stage "
                        + view.summary().stage().id(),
                fix);
    }

    /** The same with the smallest changes that would reverse the decision. They take longer than the rest of the page. */
    ItemPage withChanges() {
        Explanation changes = explanation.withCounterfactuals(new Explainer(
                        frame.workspace().rules())
                .counterfactuals(item(), view.definition(), view.summary().asOf()));
        return new ItemPage(
                frame,
                view,
                changes,
                ExplanationDocument.of(changes, frame.workspace().rules(), frame.language()));
    }

    /** The smallest changes; none if nobody asked for them. */
    public List<ExplanationDocument.Section> changes() {
        return explanation.counterfactualsOrNull() == null
                ? List.of()
                : document.sections()
                        .subList(
                                document.sections().size() - 1,
                                document.sections().size());
    }

    /** The address of this page with the smallest changes. */
    public String changesHref() {
        return frame.here("changes", "1");
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), view.summary().currency());
    }

    /** The decision. */
    public Decision decision() {
        return explanation.decision();
    }

    /** The item. */
    public BudgetItem item() {
        return decision().item();
    }

    /** The decision in a sentence. */
    public String sentence() {
        return document.sections().get(0).title();
    }

    /** What else there is to say about it. */
    public List<Line> facts() {
        return document.sections().get(0).lines();
    }

    /** Why, what was defeated, why not. */
    public List<ExplanationDocument.Section> sections() {
        return document.sections()
                .subList(1, document.sections().size() - changes().size());
    }

    /** The published texts, with what the rules found. */
    public List<MarkedText> texts() {
        return MarkedText.of(decision(), frame);
    }

    /** Whether the rules found anything in them. */
    public boolean hasMarks() {
        return texts().stream().flatMap(text -> text.pieces().stream()).anyMatch(MarkedText.Piece::marked);
    }

    /** Further attributes that the source has. */
    public Map<String, String> attributes() {
        return item().programme().attributes();
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

    /** The mark of a condition in words. */
    public String mark(Line line) {
        return frame.text("mark." + line.mark());
    }

    /**
     * The item in a year and stage.
     *
     * @param label   the year
     * @param stage   the stage
     * @param href    its page
     * @param amount  to the last unit
     * @param outcome what is decided, in a word
     * @param counted what counts, to the last unit
     * @param shown   whether it is this page's
     */
    public record YearRow(
            String label, String stage, String href, String amount, String outcome, String counted, boolean shown) {}

    /** The item in all years and stages. */
    public List<YearRow> years() {
        return frame.workspace().allYearsOf(item().id()).stream()
                .filter(each -> each.amount() != 0 || isThis(each))
                .map(this::year)
                .toList();
    }

    private YearRow year(BudgetItem each) {
        Decision decided = frame.workspace().decide(each, frame.scope().definition());
        return new YearRow(
                frame.text("year", String.valueOf(each.fiscalYear())),
                frame.language().text("stage." + each.stage().id()),
                frame.href(
                        "/item",
                        "year",
                        each.fiscalYear(),
                        "stage",
                        each.stage().id(),
                        "id",
                        each.id()),
                money().exact(each.amount()),
                frame.word("outcome", decided.outcome()),
                decided.outcome() == Outcome.COUNTED
                        ? money().exact(decided.counted().central())
                        : money().exact(Counted.NOTHING.central()),
                isThis(each));
    }

    private boolean isThis(BudgetItem each) {
        return each.fiscalYear() == item().fiscalYear() && each.stage() == item().stage();
    }

    /** Whether the item is a sheet of the Administrative Project Review. */
    public boolean isReviewSheet() {
        return item().currency().equals("JPY")
                && item().id().matches("\\d{1,6}")
                && attributes().containsKey("category");
    }

    /** The line of the shell that explains the same. */
    public String command() {
        return "countsas explain " + frame.desk().command() + " --fiscal-year " + item().fiscalYear() + " --stage "
                + item().stage().id() + " --item '" + item().id() + "' --definition '"
                + view.reformed().expression() + "' --why-not --what-if";
    }
}
