package org.countsas.audit.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countsas.audit.bundle.Bundle;
import org.countsas.audit.bundle.DecisionLine;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

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
     * @param decision   what was decided; empty if the run has no such item
     * @param rule       the rule that decided, if one did
     * @param changed    whether the decision is another than that of the run before under the same definition
     * @param causes     what made it another
     */
    public record Step(
            String run,
            Instant time,
            LocalDate asOf,
            int fiscalYear,
            Stage stage,
            Optional<DecisionLine> decision,
            Optional<String> rule,
            boolean changed,
            List<Cause> causes) {
        public Step {
            causes = List.copyOf(causes);
        }
    }

    /**
     * Reads the runs, one after another; two at a time are in memory.
     *
     * @param runs       opens the bundle of each run, in the order of the ledger
     * @param definition the definition; empty for all
     * @throws ProblemException {@code NOT_IN_BUNDLE} if no run decided about the item, or what reading a bundle throws
     */
    public static ItemHistory of(List<Supplier<Bundle>> runs, String item, Optional<String> definition) {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        Map<String, ItemInRun> last = new LinkedHashMap<>();
        BudgetItem newest = null;
        for (Supplier<Bundle> opener : runs) {
            ItemInRun view;
            try (Bundle bundle = opener.get()) {
                view = ItemInRun.of(bundle, item);
            }
            newest = view.item().orElse(newest);
            for (String id : view.manifest().definitions()) {
                if (definition.isEmpty() || definition.get().equals(id)) {
                    steps.computeIfAbsent(id, each -> new ArrayList<>())
                            .add(step(Optional.ofNullable(last.put(id, view)), view, id));
                }
            }
        }
        if (newest == null || steps.isEmpty()) {
            throw new ProblemException(
                    Code.NOT_IN_BUNDLE,
                    Place.NONE,
                    "No run decided about the item '" + item + "'"
                            + definition.map(id -> " under " + id).orElse(""),
                    "Use an id of the runs' decisions.jsonl");
        }
        return new ItemHistory(item, newest.programme().name(), newest.currency(), steps);
    }

    private static Step step(Optional<ItemInRun> before, ItemInRun run, String definition) {
        boolean changed = before.filter(view -> CauseFinder.differ(view.decision(definition), run.decision(definition)))
                .isPresent();
        List<Cause> causes = changed ? CauseFinder.of(before.orElseThrow(), run, definition) : List.of();
        return new Step(
                run.manifest().run(),
                run.manifest().time(),
                run.manifest().asOf(),
                run.manifest().fiscalYear(),
                run.manifest().stage(),
                run.decision(definition),
                run.decisive(definition),
                changed,
                causes);
    }
}
