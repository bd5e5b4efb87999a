package org.countsas.workbench.budget;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countsas.adjudication.Decision;
import org.countsas.policy.rule.Policy;
import org.countsas.policy.rule.Rule;

/** Finds items in a view. Immutable and thread-safe. */
public final class ItemSearch {
    private final Workspace workspace;
    private final View view;

    /** Searches a view of this workspace. */
    public ItemSearch(Workspace workspace, View view) {
        this.workspace = workspace;
        this.view = view;
    }

    /** The decisions on the items that a reader wants to see. */
    public List<Decision> find(ItemFilter filter, ItemOrder order) {
        SearchIndex.Words words = workspace.index().words(filter.words());
        ItemFilter.Belongs belongs = plain(filter.belongs());
        Set<String> near = filter.nearMiss() ? view.nearMisses() : Set.of();
        return view.decisions().stream()
                .filter(decision -> filter.outcome() == null || decision.outcome() == filter.outcome())
                .filter(decision -> belongs(decision, belongs))
                .filter(decision -> rests(decision, filter.grounds()))
                .filter(decision ->
                        !filter.nearMiss() || near.contains(decision.item().id()))
                .filter(decision -> words.isEmpty()
                        || workspace.index().finds(words, decision.item().programme()))
                .sorted(order.comparator())
                .toList();
    }

    /** With the id of the area in the place of its title. */
    private ItemFilter.Belongs plain(ItemFilter.Belongs asked) {
        String area = asked.area();
        return area == null
                ? asked
                : new ItemFilter.Belongs(
                        workspace
                                .rules()
                                .policyNames()
                                .find(area)
                                .map(Policy::id)
                                .orElse(area),
                        asked.ministry());
    }

    private static boolean belongs(Decision decision, ItemFilter.Belongs wanted) {
        return (wanted.area() == null || wanted.area().equals(decision.areaOrNull()))
                && (wanted.ministry() == null
                        || wanted.ministry().equals(decision.item().programme().ministry()));
    }

    private static boolean rests(Decision decision, ItemFilter.Grounds wanted) {
        if (wanted.strength() == null && wanted.basis() == null && wanted.rule() == null) {
            return true;
        }
        Optional<Rule> rule =
                decision.decisive().map(finding -> finding.finding().rule());
        return rule.isPresent()
                && (wanted.strength() == null || rule.get().strength() == wanted.strength())
                && (wanted.basis() == null || rule.get().basis() == wanted.basis())
                && (wanted.rule() == null || rule.get().name().equals(wanted.rule()));
    }
}
