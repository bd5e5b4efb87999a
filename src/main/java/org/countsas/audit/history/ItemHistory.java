package org.countsas.audit.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an item from run to run.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item        the item's id
 * @param name        its name in the last run that has it
 * @param currency    the currency of that run
 * @param definitions the runs of each definition, in their order, by the definition's id
 */
@API(status = API.Status.EXPERIMENTAL)
public record ItemHistory(String item, String name, String currency, Map<String, List<Step>> definitions) {
    public ItemHistory {
        Map<String, List<Step>> copy = new LinkedHashMap<>();
        definitions.forEach((id, steps) -> copy.put(id, List.copyOf(steps)));
        definitions = Collections.unmodifiableMap(copy);
    }

    /**
     * A run.
     *
     * @param run        the run's id
     * @param time       when it began
     * @param asOf       the day on which rules had to be in force
     * @param fiscalYear the fiscal year of its items
     * @param stage      their stage
     * @param decision   what was decided; null if the run does not have the item
     * @param rule       the rule that decided; null if none did
     * @param changed    whether the decision differs from that of the run before under the same definition
     * @param causes     what made it differ
     */
    public record Step(
            String run,
            Instant time,
            LocalDate asOf,
            int fiscalYear,
            Stage stage,
            @Nullable DecisionLine decision,
            @Nullable String rule,
            boolean changed,
            List<Cause> causes) {
        public Step {
            causes = List.copyOf(causes);
        }
    }

    /**
     * The history of an item under all definitions. Reads one run after another; two at a time are in memory.
     *
     * @param runs opens the bundle of each run, in the order of the ledger
     * @param item the item's id
     * @throws ProblemException {@code NOT_IN_BUNDLE} if no run decided about the item, or what reading a bundle throws
     */
    public static ItemHistory of(List<Supplier<Bundle>> runs, String item) {
        return of(runs, item, definition -> true, "");
    }

    /**
     * The history of an item under one definition. Reads one run after another; two at a time are in memory.
     *
     * @param runs       opens the bundle of each run, in the order of the ledger
     * @param item       the item's id
     * @param definition the definition's id
     * @throws ProblemException {@code NOT_IN_BUNDLE} if no run decided about the item, or what reading a bundle throws
     */
    public static ItemHistory of(List<Supplier<Bundle>> runs, String item, String definition) {
        return of(runs, item, definition::equals, " under " + definition);
    }

    private static ItemHistory of(
            List<Supplier<Bundle>> runs, String item, Predicate<String> definitions, String under) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        Map<String, ItemInRun> last = new LinkedHashMap<>();
        BudgetItem newest = null;
        for (Supplier<Bundle> opener : runs) {
            ItemInRun view;
            try (Bundle bundle = opener.get()) {
                view = ItemInRun.of(bundle, item);
            }
            newest = view.item() != null ? view.item() : newest;
            for (String id : view.manifest().definitions()) {
                if (definitions.test(id)) {
                    steps.computeIfAbsent(id, each -> new ArrayList<>()).add(step(last.put(id, view), view, id));
                }
            }
        }
        if (newest == null || steps.isEmpty()) {
            throw new ProblemException(
                    Code.NOT_IN_BUNDLE,
                    Place.NONE,
                    "No run decided about the item '" + item + "'" + under,
                    "Use an id of the runs' decisions.jsonl");
        }
        return new ItemHistory(item, newest.programme().name(), newest.currency(), steps);
    }

    private static Step step(@Nullable ItemInRun before, ItemInRun run, String definition) {
        DecisionLine decision = run.decision(definition).orElse(null);
        boolean changed =
                before != null && CauseFinder.differ(before.decision(definition).orElse(null), decision);
        List<Cause> causes = changed && before != null ? CauseFinder.of(before, run, definition) : List.of();
        return new Step(
                run.manifest().run(),
                run.manifest().time(),
                run.manifest().asOf(),
                run.manifest().fiscalYear(),
                run.manifest().stage(),
                decision,
                run.decisive(definition).orElse(null),
                changed,
                causes);
    }
}
