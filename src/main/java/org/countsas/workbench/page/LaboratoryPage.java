package org.countsas.workbench.page;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.countsas.adjudication.Counted;
import org.countsas.adjudication.Decision;
import org.countsas.comparison.TotalDelta;
import org.countsas.comparison.attribution.Contribution;
import org.countsas.comparison.change.ItemChange;
import org.countsas.comparison.reform.Edit;
import org.countsas.comparison.reform.Reform;
import org.countsas.comparison.scenario.BestCombinations;
import org.countsas.comparison.scenario.Scenario;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.output.Language;
import org.countsas.problem.Problem;
import org.countsas.problem.ProblemException;
import org.countsas.workbench.budget.Laboratory;
import org.countsas.workbench.budget.Scope;
import org.countsas.workbench.budget.View;
import org.countsas.workbench.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The laboratory: policies on and off, at which share, in which order, against which gross domestic product, and what follows at once.
 * Immutable and thread-safe.
 */
public final class LaboratoryPage {
    private static final int CHANGES_SHOWN = 200;
    private static final int PERCENT_DECIMALS = 2;
    private static final int PLACES = 1000;

    private final Frame frame;
    private final LaboratoryState state;
    private final Reform reform;
    private final View before;
    private final View after;
    private final Laboratory laboratory;
    private final List<Problem> problems;
    private final List<ItemChange> changes;
    private final List<Laboratory.Overlap> overlaps;
    private final List<Contribution> contributions;

    private LaboratoryPage(
            Frame frame, LaboratoryState state, Reform reform, View before, View after, List<Problem> problems) {
        this.frame = frame;
        this.state = state;
        this.reform = reform;
        this.before = before;
        this.after = after;
        this.laboratory = frame.workspace().laboratory(before.budget());
        this.problems = problems;
        this.changes = problems.isEmpty() && !reform.edits().isEmpty() ? laboratory.changes(before, after) : List.of();
        this.overlaps = laboratory.overlaps(reform);
        this.contributions = laboratory.contributions(reform);
    }

    /**
     * The page that the address asks for. What was typed and cannot be read is said on the page, which then shows the definition unedited.
     *
     * @throws ProblemException if there is no such definition or year
     */
    static LaboratoryPage of(Frame frame) {
        Scope scope = frame.scope();
        LaboratoryState state = LaboratoryState.of(frame.query(), frame.workspace());
        View before = frame.workspace().view(new Scope(state.base(), scope.fiscalYear(), scope.stage()));
        try {
            Reform reform = state.reform(frame.workspace());
            View after = frame.workspace().view(new Scope(reform.toString(), scope.fiscalYear(), scope.stage()));
            return new LaboratoryPage(frame, state, reform, before, after, List.of());
        } catch (ProblemException e) {
            return new LaboratoryPage(frame, state, new Reform(state.base(), List.of()), before, before, e.problems());
        }
    }

    /** The address without buttons: where the order that a button makes is a parameter like all others; null if no button was used. */
    @Nullable
    String settled() {
        String up = frame.query().text("up");
        String down = frame.query().text("down");
        if (up == null && down == null) {
            return null;
        }
        List<String> current = Laboratory.order(after.definition());
        LaboratoryState moved =
                up != null ? state.moved(up, -1, current) : state.moved(String.valueOf(down), 1, current);
        return address(moved);
    }

    private String address(LaboratoryState of) {
        Parameters parameters = of.parameters();
        for (String name : List.of("year", "stage", "lang")) {
            parameters = parameters.with(name, frame.query().text(name));
        }
        return "/laboratory" + parameters.query();
    }

    /** What surrounds it. */
    public Frame frame() {
        return frame;
    }

    /** What cannot be read of what was typed. */
    public List<Problem> problems() {
        return problems;
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), before.summary().currency());
    }

    /** The definitions that can be edited. */
    public List<Frame.Choice> bases() {
        return frame.workspace().definitions().stream()
                .map(definition -> new Frame.Choice(
                        definition.id(),
                        definition.id() + " · " + frame.language().label(definition.title()),
                        definition.id().equals(state.base())))
                .toList();
    }

    /** What was typed as the gross domestic product. */
    public String gdp() {
        String typed = state.gdp();
        return typed == null ? "" : typed;
    }

    /** The order that was chosen; empty for the definition's own. */
    public String order() {
        return String.join(",", state.order());
    }

    /**
     * A policy that can be switched.
     *
     * @param id    its id
     * @param label its name
     * @param on    whether it is adopted
     * @param isNew whether the definition that is edited does not have it
     * @param share what was typed as its share
     * @param usual its share without that
     */
    public record Switch(String id, String label, boolean on, boolean isNew, String share, String usual) {
        /** Where the slider stands, in per cent. */
        public String slider() {
            String text = share.isEmpty() ? usual : share;
            String[] parts = text.replace("%", "").split("\\.\\.|/", -1);
            String middle = parts[parts.length == 3 ? 1 : 0].strip();
            return middle.matches("\\d{1,3}(\\.\\d{1,2})?") ? middle : "100";
        }
    }

    /** The adopted policies in their order, then the others. */
    public List<Switch> switches() {
        List<String> adopted = Laboratory.order(after.definition());
        List<String> all = new ArrayList<>(adopted);
        Laboratory.order(before.definition()).stream()
                .filter(policy -> !all.contains(policy))
                .forEach(all::add);
        laboratory.addable(before.definition()).stream()
                .filter(policy -> !all.contains(policy))
                .forEach(all::add);
        return all.stream()
                .map(policy -> new Switch(
                        policy,
                        frame.policy(policy),
                        adopted.contains(policy),
                        before.definition().adoptionOf(policy).isEmpty(),
                        state.shares().getOrDefault(policy, ""),
                        usualShare(policy)))
                .toList();
    }

    /** The share that the definition sets for the whole policy; 100 if it leaves shares to the rules. */
    private String usualShare(String policy) {
        Definition definition =
                before.definition().adoptionOf(policy).isPresent() ? before.definition() : after.definition();
        return definition
                .adoptionOf(policy)
                .map(Adoption::shares)
                .filter(shares -> shares.size() == 1 && shares.get(0).ruleOrNull() == null)
                .map(shares -> shares.get(0).share().toString().replace(" %", ""))
                .orElse("");
    }

    /** What counts now. */
    public Counted total() {
        return after.summary().totals().counted();
    }

    /** What counts by the definition that is edited. */
    public Counted totalBefore() {
        return before.summary().totals().counted();
    }

    /** The change. */
    public TotalDelta delta() {
        return TotalDelta.between(totalBefore(), total());
    }

    /** An amount with its sign. */
    public String signed(long amount) {
        return (amount > 0 ? "+" : amount < 0 ? "−" : "±") + money().amount(Math.abs(amount));
    }

    /** The total as a share of the gross domestic product; empty without one. */
    public String ofGdp() {
        return after.summary()
                .percentOfGdp(total().central())
                .map(percent -> frame.text(
                        "laboratory.gdp",
                        percent.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP).toPlainString()))
                .orElse("");
    }

    /**
     * A target.
     *
     * @param label    its name
     * @param distance how far the total is from it, in words
     * @param reached  whether it is reached
     * @param best     the cheapest combination of all policies that may be added that reaches it, in words
     */
    public record TargetRow(String label, String distance, boolean reached, String best) {}

    /** The targets. */
    public List<TargetRow> targets() {
        List<BestCombinations> frontier = laboratory.frontier(measured());
        List<TargetRow> rows = new ArrayList<>();
        for (int i = 0; i < after.distances().size(); i++) {
            var distance = after.distances().get(i);
            rows.add(new TargetRow(
                    frame.language().label(distance.level().target().label()),
                    frame.text(
                            distance.reached() ? "overview.above" : "overview.below",
                            money().amount(Math.abs(distance.above().central()))),
                    distance.reached(),
                    i < frontier.size() ? best(frontier.get(i)) : ""));
        }
        return rows;
    }

    /** The definition that is edited, held against the gross domestic product that was typed. */
    private Reform measured() {
        return new Reform(
                state.base(),
                reform.edits().stream().filter(Edit.SetGdp.class::isInstance).toList());
    }

    private String best(BestCombinations best) {
        Scenario cheapest = best.cheapest();
        if (cheapest == null) {
            return frame.text("laboratory.unreachable", money().amount(best.missing()));
        }
        return cheapest.policies().isEmpty()
                ? frame.text("laboratory.already")
                : frame.text(
                        "laboratory.cheapest",
                        cheapest.policies().stream().map(frame::policy).collect(Collectors.joining(separator())),
                        money().amount(cheapest.total().central()));
    }

    private String separator() {
        return frame.language() == Language.JA ? "、" : ", ";
    }

    /**
     * A step of the waterfall.
     *
     * @param label what is added or taken away
     * @param text  how much, with its sign
     * @param low   where its bar begins, in thousandths
     * @param width how wide its bar is
     * @param kind  {@code value} for a total, {@code more} or {@code less} for a change
     * @param band  what the bounds change by, with their signs; for a total, its bounds
     */
    public record Step(String label, String text, int low, int width, String kind, String band) {}

    /** From the definition that is edited, edit by edit, to what counts now. */
    public List<Step> waterfall() {
        long at = totalBefore().central();
        long least = at;
        long most = at;
        for (Contribution each : contributions) {
            at = Math.addExact(at, each.shapley().central());
            least = Math.min(least, at);
            most = Math.max(most, at);
        }
        // Bars begin near the smallest total, so that what an edit changes can be seen.
        long origin = contributions.isEmpty() ? 0 : Math.max(0, least - (most - least) / 2);
        long span = Math.max(1, most - origin);
        List<Step> steps = new ArrayList<>();
        steps.add(total(state.base(), totalBefore(), origin, span));
        at = totalBefore().central();
        for (Contribution each : contributions) {
            long change = each.shapley().central();
            long from = Math.min(at, Math.addExact(at, change));
            int low = Money.part(from - origin, span);
            steps.add(new Step(
                    name(each.name()),
                    signed(change),
                    low,
                    Math.max(2, Money.part(Math.abs(change), span)),
                    change < 0 ? "less" : "more",
                    frame.text(
                            "overview.band",
                            signed(each.shapley().low()),
                            signed(each.shapley().high()))));
            at = Math.addExact(at, change);
        }
        steps.add(total(frame.text("laboratory.now"), total(), origin, span));
        return steps;
    }

    private Step total(String label, Counted counted, long origin, long span) {
        return new Step(
                label,
                money().amount(counted.central()),
                0,
                Math.min(PLACES, Money.part(counted.central() - origin, span)),
                "value",
                frame.text("overview.band", money().amount(counted.low()), money().amount(counted.high())));
    }

    /** An edit as people read it: its policy by name. */
    private String name(String edit) {
        String policy = edit.replaceFirst("^[+-] ", "");
        return frame.workspace().rules().policy(policy).isPresent()
                ? edit.substring(0, 2).replace('-', '−') + frame.policy(policy)
                : edit;
    }

    /** Whether there are edits, but too many to say what each is worth. */
    public boolean tooMany() {
        return reform.edits().stream().anyMatch(Edit::changesWhatCounts) && contributions.isEmpty();
    }

    /**
     * Two added policies that claim the same money.
     *
     * @param first  a policy's name
     * @param second a policy's name
     * @param twice  how much
     */
    public record OverlapRow(String first, String second, String twice) {}

    /** The overlaps of the added policies. */
    public List<OverlapRow> overlaps() {
        return overlaps.stream()
                .map(overlap -> new OverlapRow(
                        frame.policy(overlap.first()),
                        frame.policy(overlap.second()),
                        money().amount(overlap.twice().central())))
                .toList();
    }

    /** All items about which the edited definition decides otherwise. */
    public List<ItemChange> changes() {
        return changes;
    }

    /**
     * An item that is decided otherwise.
     *
     * @param id     its id
     * @param name   its name
     * @param href   its page under the edited definition
     * @param before what was decided
     * @param after  what is decided now
     * @param delta  what it adds to the total or takes from it
     */
    public record ChangeRow(String id, String name, String href, String before, String after, String delta) {}

    /** The changed items that the page shows, those first that change the total most. */
    public List<ChangeRow> changesShown() {
        return changes.stream()
                .limit(CHANGES_SHOWN)
                .map(change -> new ChangeRow(
                        change.item().id(),
                        change.item().programme().name(),
                        frame.href(
                                "/item",
                                "definition",
                                reform,
                                "id",
                                change.item().id()),
                        decided(change.before()),
                        decided(change.after()),
                        signed(change.delta().central())))
                .toList();
    }

    private String decided(Decision decision) {
        String area = frame.policy(decision.areaOrNull());
        return frame.word("outcome", decision.outcome()) + (area.isEmpty() ? "" : " · " + area);
    }

    /** How many items are decided otherwise, in words. */
    public String changed() {
        int all = changes.size();
        return all > CHANGES_SHOWN
                ? frame.text("laboratory.changed.some", frame.language().number(all), String.valueOf(CHANGES_SHOWN))
                : frame.text("laboratory.changed", frame.language().number(all));
    }

    /** The total and its change in a sentence, which is also said aloud. */
    public String said() {
        return frame.text("laboratory.said", money().amount(total().central()), signed(delta().central()));
    }

    /** The definition on one line. */
    public String expression() {
        return reform.toString();
    }

    /** The overview under this definition. */
    public String useHref() {
        return frame.href("/", "definition", reform);
    }

    /** The items under this definition. */
    public String itemsHref() {
        return frame.href("/items", "definition", reform, "outcome", "counted", "sort", "counted");
    }

    /** The line of the shell that gives the same. */
    public String command() {
        return "countsas compare " + frame.desk().command() + " --fiscal-year "
                + after.summary().fiscalYear() + " --stage "
                + after.summary().stage().id() + " --definition '" + state.base() + "' --definition '" + reform + "'";
    }
}
