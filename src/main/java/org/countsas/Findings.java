package org.countsas;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.adjudication.Adjudicator;
import org.countsas.adjudication.Decision;
import org.countsas.definition.Definition;
import org.countsas.evaluation.Finding;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;

/**
 * What the rules found of some programmes: evaluated once, adjudicated as often as wanted.
 *
 * <p>Immutable and thread-safe.
 */
public final class Findings {
    private final Map<Programme, List<Finding>> byProgramme;

    Findings(Map<Programme, List<Finding>> byProgramme) {
        this.byProgramme = new IdentityHashMap<>(byProgramme);
    }

    /**
     * The findings of a programme, by rule name.
     *
     * @throws IllegalArgumentException if this very object was not evaluated
     */
    public List<Finding> of(Programme programme) {
        List<Finding> findings = byProgramme.get(programme);
        if (findings == null) {
            throw new IllegalArgumentException("the programme " + programme.id() + " was not evaluated");
        }
        return findings;
    }

    /**
     * Decides about items of these programmes, in their order.
     *
     * @param asOf the day on which rules must be in force
     */
    public List<Decision> adjudicate(List<BudgetItem> items, Definition definition, LocalDate asOf) {
        Adjudicator adjudicator = new Adjudicator(definition, asOf);
        return items.stream()
                .map(item -> adjudicator.decide(item, of(item.programme())))
                .toList();
    }
}
