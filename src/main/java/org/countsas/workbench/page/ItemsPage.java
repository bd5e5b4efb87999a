package org.countsas.workbench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.definition.Adoption;
import org.countsas.policy.rule.Basis;
import org.countsas.policy.rule.Rule;
import org.countsas.policy.rule.Strength;
import org.countsas.workbench.budget.Asked;
import org.countsas.workbench.budget.ItemOrder;
import org.countsas.workbench.budget.ItemSearch;
import org.countsas.workbench.budget.MinistryTotal;
import org.countsas.workbench.budget.View;
import org.jspecify.annotations.Nullable;

/**
 * The items that a reader looks for, a page of them. Immutable and thread-safe.
 *
 * @param frame what surrounds it
 * @param view  the budget
 * @param found the decisions on all items that were found
 * @param page  which page of them, from 1
 */
public record ItemsPage(Frame frame, View view, List<Decision> found, int page) {
    static final int ON_A_PAGE = 100;

    /** The page that the address asks for; the last one if it asks for one beyond it. */
    static ItemsPage of(Frame frame) {
        View view = frame.workspace().view(frame.scope());
        List<Decision> found = find(frame, view);
        Integer wanted = frame.query().number("page");
        int last = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        return new ItemsPage(frame, view, found, Math.max(1, Math.min(wanted == null ? 1 : wanted, last)));
    }

    /** The decisions on the items that an address asks for. */
    static List<Decision> find(Frame frame, View view) {
        return new ItemSearch(frame.workspace(), view).find(Asked.filter(frame.query()), Asked.order(frame.query()));
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), view.summary().currency());
    }

    /**
     * An item.
     *
     * @param id       its id
     * @param name     its name
     * @param href     its page
     * @param ministry as published
     * @param outcome  what was decided
     * @param word     the same in a word
     * @param area     the area; empty if there is none
     * @param grounds  strength and basis of the decisive rule; empty if there is none
     * @param amount   the amount
     * @param counted  what counts of it; for REVIEW what might
     */
    public record Row(
            String id,
            String name,
            String href,
            String ministry,
            Outcome outcome,
            String word,
            String area,
            String grounds,
            String amount,
            String counted) {}

    /** The items of this page. */
    public List<Row> rows() {
        return found.stream()
                .skip((long) (page - 1) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(this::row)
                .toList();
    }

    private Row row(Decision decision) {
        Optional<Rule> rule =
                decision.decisive().map(weighed -> weighed.finding().rule());
        return new Row(
                decision.item().id(),
                decision.item().programme().name(),
                frame.href("/item", "id", decision.item().id()),
                decision.item().programme().ministry(),
                decision.outcome(),
                frame.word("outcome", decision.outcome()),
                frame.policy(decision.areaOrNull()),
                rule.map(each -> frame.word("strength", each.strength()) + " · " + frame.word("basis", each.basis()))
                        .orElse(""),
                money().digits(decision.item().amount()),
                switch (decision.outcome()) {
                    case COUNTED -> money().digits(decision.counted().central());
                    case REVIEW ->
                        frame.text(
                                "items.upTo", money().digits(decision.counted().high()));
                    case NOT_COUNTED -> "–";
                });
    }

    /** How many items were found, and what they make. */
    public String sum() {
        long amount = 0;
        Counted counted = Counted.NOTHING;
        for (Decision decision : found) {
            amount = Math.addExact(amount, decision.item().amount());
            if (decision.outcome() == Outcome.COUNTED) {
                counted = counted.plus(decision.counted());
            }
        }
        return frame.text(
                "items.sum",
                frame.language().number(found.size()),
                money().amount(amount),
                money().amount(counted.central()),
                money().amount(counted.low()),
                money().amount(counted.high()));
    }

    /** Which of them this page shows. */
    public String range() {
        int first = (page - 1) * ON_A_PAGE + 1;
        return frame.text(
                "items.range",
                frame.language().number(first),
                frame.language().number(Math.min(found.size(), page * ON_A_PAGE)),
                frame.language().number(found.size()));
    }

    /** The address of the page before; null on the first. */
    public @Nullable String previous() {
        return page > 1 ? frame.here("page", page == 2 ? null : String.valueOf(page - 1)) : null;
    }

    /** The address of the next page; null on the last. */
    public @Nullable String next() {
        return page * ON_A_PAGE < found.size() ? frame.here("page", String.valueOf(page + 1)) : null;
    }

    /** The address of what is shown as a file. */
    public String export(String format) {
        return "/items." + format + frame.query().with("page", null).query();
    }

    /** What was typed. */
    public String words() {
        return Asked.filter(frame.query()).words();
    }

    /** Whether only near misses are shown. */
    public boolean near() {
        return Asked.filter(frame.query()).nearMiss();
    }

    /** The outcomes. */
    public List<Frame.Choice> outcomes() {
        return choices("outcome", List.of(Outcome.values()));
    }

    /** The strengths. */
    public List<Frame.Choice> strengths() {
        return choices("strength", List.of(Strength.values()));
    }

    /** The bases. */
    public List<Frame.Choice> bases() {
        return choices("basis", List.of(Basis.values()));
    }

    /** The orders. */
    public List<Frame.Choice> orders() {
        String chosen = Asked.order(frame.query()).id();
        return List.of(ItemOrder.values()).stream()
                .map(order -> new Frame.Choice(
                        order.id(), frame.word("order", order), order.id().equals(chosen)))
                .toList();
    }

    /** The rule to which the items are narrowed, by its title; empty if they are not. */
    public String rule() {
        String name = frame.query().text("rule");
        return name == null
                ? ""
                : frame.language().label(frame.workspace().rules().ruleTitle(name));
    }

    private List<Frame.Choice> choices(String name, List<? extends Enum<?>> constants) {
        String chosen = frame.query().text(name);
        List<Frame.Choice> choices = new ArrayList<>();
        constants.forEach(each -> choices.add(new Frame.Choice(
                Asked.id(each), frame.word(name, each), Asked.id(each).equals(chosen))));
        return choices;
    }

    /** The areas of the definition. */
    public List<Frame.Choice> areas() {
        String chosen = frame.query().text("area");
        return view.definition().adoptions().stream()
                .map(Adoption::policy)
                .map(policy -> new Frame.Choice(policy, frame.policy(policy), policy.equals(chosen)))
                .toList();
    }

    /** The ministries, by name. */
    public List<Frame.Choice> ministries() {
        String chosen = frame.query().text("ministry");
        return view.ministries().stream()
                .map(MinistryTotal::ministry)
                .filter(ministry -> !ministry.isEmpty())
                .sorted()
                .map(ministry -> new Frame.Choice(ministry, ministry, ministry.equals(chosen)))
                .toList();
    }
}
