package org.countsas.source.spool;

import java.util.List;
import java.util.Set;
import org.countsas.item.BudgetItem;
import org.countsas.item.Stage;

/**
 * The items of one fiscal year and stage. Immutable and thread-safe.
 *
 * @param fiscalYear    their fiscal year
 * @param stage         their stage
 * @param otherThanZero whether any of their amounts is
 * @param currencies    their currencies, sorted
 * @param items         at least one, sorted by id as {@link org.countsas.item.NaturalIds} says
 */
public record Lot(int fiscalYear, Stage stage, boolean otherThanZero, Set<String> currencies, List<BudgetItem> items) {}
