package org.countsas.evaluation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Programme;

/** Finds which rules of a rule book hold for programmes. Implementations are immutable and thread-safe, and never differ in what they find. */
@API(status = API.Status.INTERNAL)
public sealed interface Evaluator permits RuleEngine, RulePlan {

    /**
     * The findings of each programme, in the order of the programmes; those of one programme are sorted by the rule's name. Includes
     * findings that are not in force on every day: adjudication deals with that.
     */
    List<List<Finding>> evaluate(List<Programme> programmes);
}
