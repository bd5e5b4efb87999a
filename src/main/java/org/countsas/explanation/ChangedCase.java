package org.countsas.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.countsas.definition.Adoption;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;

/**
 * An item and a definition with changes made: everything needed to decide again, by any means.
 *
 * <p>Immutable and thread-safe.
 *
 * @param item       the item, with its texts edited
 * @param definition the definition, with its adoptions changed
 * @param without    names of the rules that are left out
 */
@API(status = API.Status.EXPERIMENTAL)
public record ChangedCase(BudgetItem item, Definition definition, Set<String> without) {
    public ChangedCase {
        without = Set.copyOf(without);
    }

    static ChangedCase by(Collection<Change> changes, BudgetItem item, Definition definition, ItemEdits edits) {
        Programme programme = item.programme();
        List<Adoption> adoptions = new ArrayList<>(definition.adoptions());
        Set<String> without = new TreeSet<>();
        for (Change change : ordered(changes)) {
            if (change instanceof Change.OfItem ofItem) {
                programme = edits.made(ofItem, programme);
            } else if (change instanceof Change.OfFacility ofFacility) {
                programme = edits.made(ofFacility, programme);
            } else if (change instanceof Change.Adopt adopt) {
                adoptions.add(new Adoption(adopt.policy(), lastBlock(definition), List.of()));
            } else if (change instanceof Change.Drop drop) {
                adoptions.removeIf(adoption -> adoption.policy().equals(drop.policy()));
            } else if (change instanceof Change.Without rule) {
                without.add(rule.rule());
            }
        }
        BudgetItem edited = new BudgetItem(programme, item.fiscalYear(), item.stage(), item.amount(), item.currency());
        boolean same = adoptions.equals(definition.adoptions());
        return new ChangedCase(edited, same ? definition : definition.with(adoptions), without);
    }

    /** Cuts come first, so that what is added is not cut again. */
    private static List<Change> ordered(Collection<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(ChangedCase::adds).thenComparing(Change::key))
                .toList();
    }

    private static boolean adds(Change change) {
        return (change instanceof Change.OfItem ofItem && ofItem.met())
                || (change instanceof Change.OfFacility ofFacility && ofFacility.met());
    }

    private static String lastBlock(Definition definition) {
        return Optional.of(definition.blocks())
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> blocks.get(blocks.size() - 1).id())
                .orElse("");
    }
}
