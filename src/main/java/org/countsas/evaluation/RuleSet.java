package org.countsas.evaluation;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.policy.Facility;
import org.countsas.policy.book.RuleBook;
import org.countsas.policy.rule.Rule;
import org.countsas.vocabulary.Vocabulary;

/**
 * What an item is tested against: the rules of a rule book, or a variation of them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rules      the rules
 * @param vocabulary the concepts that they refer to
 * @param facilities the listed facilities that they join with
 */
@API(status = API.Status.INTERNAL)
public record RuleSet(List<Rule> rules, Vocabulary vocabulary, List<Facility> facilities) {
    public RuleSet {
        rules = List.copyOf(rules);
        facilities = List.copyOf(facilities);
    }

    /** The rules of a rule book as they are. */
    public static RuleSet of(RuleBook book) {
        return new RuleSet(book.rules(), book.vocabulary(), book.facilities());
    }
}
