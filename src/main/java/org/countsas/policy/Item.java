package org.countsas.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apiguardian.api.API;
import org.countsas.item.Programme;
import org.countsas.vocabulary.Mentions;

/**
 * An item as rules see it: its programme and what its texts mention. Its methods are the whole language of conditions.
 *
 * <p>Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Item {
    private final Programme programme;
    private final Mentions mentions;

    /** @param mentions the mentions found in this programme */
    public Item(Programme programme, Mentions mentions) {
        this.programme = requireNonNull(programme);
        this.mentions = requireNonNull(mentions);
    }

    public Programme programme() {
        return programme;
    }

    public Mentions found() {
        return mentions;
    }

    public String getMinistry() {
        return programme.ministry();
    }

    public String getBureau() {
        return programme.bureau();
    }

    public String getAccount() {
        return programme.account();
    }

    public String getMajorExpense() {
        return programme.majorExpense();
    }

    /** The attribute's value; empty if the item does not have it. */
    public String attribute(String key) {
        return programme.attributes().getOrDefault(key, "");
    }

    /** Whether ministry or bureau names any of the concepts. */
    public boolean runBy(String... concepts) {
        return any(Verb.RUN_BY, List.of(concepts));
    }

    /** Whether the name mentions any of the concepts. */
    public boolean names(String... concepts) {
        return any(Verb.NAMES, List.of(concepts));
    }

    /** Whether name or purpose mentions any of the concepts. */
    public boolean aims(String... concepts) {
        return any(Verb.AIMS, List.of(concepts));
    }

    /** Whether name, purpose or overview mentions any of the concepts. */
    public boolean mentions(String... concepts) {
        return any(Verb.MENTIONS, List.of(concepts));
    }

    /** Whether the plans or laws that the item cites name any of the concepts. */
    public boolean cites(String... concepts) {
        return any(Verb.CITES, List.of(concepts));
    }

    /** Whether account or major expense names any of the concepts. */
    public boolean fundedBy(String... concepts) {
        return any(Verb.FUNDED_BY, List.of(concepts));
    }

    /** How often name, purpose and overview together mention the concepts. */
    public int mentionCount(String... concepts) {
        return mentionCount(List.of(concepts));
    }

    int mentionCount(List<String> concepts) {
        int count = 0;
        for (String concept : concepts) {
            count += mentions.of(Verb.MENTIONS.fields(), concept).size();
        }
        return count;
    }

    boolean any(Verb verb, List<String> concepts) {
        for (String concept : concepts) {
            if (mentions.in(verb.fields(), concept)) {
                return true;
            }
        }
        return false;
    }

    // The conclusions of rules. The evaluator records a match, with the effect read from the checked rule; these
    // methods are never called.
    // They exist so that a rule file is a complete DRL file that compiles.

    /** Conclusion: the item counts in the rule's policy. */
    public void count() {}

    /** Conclusion: the item does not count in the rule's policy. */
    public void reject() {}

    /** Conclusion: the item does not count in any policy. */
    public void rejectEverywhere() {}

    /** Conclusion: a person must judge. */
    public void review() {}
}
