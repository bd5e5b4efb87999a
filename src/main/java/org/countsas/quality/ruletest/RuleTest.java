package org.countsas.quality.ruletest;

import java.time.LocalDate;
import org.apiguardian.api.API;
import org.countsas.definition.Definition;
import org.countsas.item.BudgetItem;
import org.countsas.problem.Place;

/**
 * An item with the decision expected for it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name       a sentence that states the policy, unique among all tests
 * @param item       the item
 * @param definition the definition under which it is decided
 * @param asOf       the day on which rules must be in force
 * @param expected   what is expected, in whole or in part
 * @param place      where the test is
 */
@API(status = API.Status.EXPERIMENTAL)
public record RuleTest(
        String name, BudgetItem item, Definition definition, LocalDate asOf, Expectation expected, Place place) {}
