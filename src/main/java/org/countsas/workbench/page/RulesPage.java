package org.countsas.workbench.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countsas.adjudication.Decision;
import org.countsas.adjudication.Outcome;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;
import org.countsas.workbench.budget.View;

/**
 * All rules, with what each decides. Immutable and thread-safe.
 *
 * @param frame what surrounds it
 * @param view  the budget
 */
public record RulesPage(Frame frame, View view) {
    static RulesPage of(Frame frame) {
        return new RulesPage(frame, frame.workspace().view(frame.scope()));
    }

    /** How amounts are written. */
    public Money money() {
        return new Money(frame.language(), view.summary().currency());
    }

    /**
     * A policy and its rules.
     *
     * @param id      its id
     * @param label   its name
     * @param adopted whether the definition adopts it
     * @param rules   its rules
     */
    public record Group(String id, String label, boolean adopted, List<Row> rules) {}

    /**
     * A rule.
     *
     * @param name    its name
     * @param href    its page
     * @param effect  what follows, in a word
     * @param grounds strength and basis
     * @param items   how many items it decides under the definition
     * @param href2   those items
     * @param counted what counts by it
     */
    public record Row(
            String name, String href, String effect, String grounds, String items, String href2, String counted) {}

    private record Sum(int items, long counted) {}

    /** The policies, in the order of the rules. */
    public List<Group> groups() {
        Map<String, Sum> sums = new HashMap<>();
        for (Decision decision : view.decisions()) {
            decision.decisive()
                    .ifPresent(weighed -> sums.merge(
                            weighed.finding().rule().name(),
                            new Sum(
                                    1,
                                    decision.outcome() == Outcome.COUNTED
                                            ? decision.counted().central()
                                            : 0),
                            (sum, one) ->
                                    new Sum(sum.items() + one.items(), Math.addExact(sum.counted(), one.counted()))));
        }
        return frame.workspace().rules().policies().stream()
                .map(policy -> group(policy, sums))
                .toList();
    }

    private Group group(Policy policy, Map<String, Sum> sums) {
        return new Group(
                policy.id(),
                frame.language().label(policy.title()),
                view.definition().adoptionOf(policy.id()).isPresent(),
                frame.workspace().rules().rules().stream()
                        .filter(rule -> rule.policy().equals(policy.id()))
                        .map(rule -> row(rule, sums.getOrDefault(rule.name(), new Sum(0, 0))))
                        .toList());
    }

    private Row row(Rule rule, Sum sum) {
        return new Row(
                frame.language().label(frame.workspace().rules().ruleTitle(rule.name())),
                frame.href("/rule", "name", rule.name()),
                frame.word("effect", rule.effect()),
                frame.word("strength", rule.strength()) + " · " + frame.word("basis", rule.basis()),
                frame.language().number(sum.items()),
                frame.href("/items", "rule", rule.name()),
                sum.counted() == 0 ? "–" : money().digits(sum.counted()));
    }

    /** The files that can be edited; none if there is no folder to write to, or nothing can be changed. */
    public List<String> files() {
        return frame.desk().rules().files().canBeEdited()
                ? frame.desk().rules().files().paths()
                : List.of();
    }
}
