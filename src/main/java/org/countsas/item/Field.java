package org.countsas.item;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The parts of a {@link Programme} that are searched for terms of the vocabulary, in the order in which they are shown.
 */
@API(status = API.Status.STABLE)
public enum Field {
    /** The ministry or agency. */
    MINISTRY("ministry"),
    /** The bureau or its equivalent. */
    BUREAU("bureau"),
    /** The account or accounts. */
    ACCOUNT("account"),
    /** The name. */
    NAME("name"),
    /** What the programme is for. */
    PURPOSE("purpose"),
    /** What is done. */
    OVERVIEW("overview"),
    /** The major-expense category. */
    MAJOR_EXPENSE("majorExpense"),
    /** The plans, strategies and notices that the programme cites. */
    PLANS("plans"),
    /** The laws that the programme cites. */
    LAWS("laws");

    private final String id;

    Field(String id) {
        this.id = id;
    }

    /** The field's key in files. */
    public String id() {
        return id;
    }

    /** The texts of this field as published: none if the field is empty; plans and laws may have several. */
    public List<String> textsOf(Programme programme) {
        return switch (this) {
            case MINISTRY -> one(programme.ministry());
            case BUREAU -> one(programme.bureau());
            case ACCOUNT -> one(programme.account());
            case NAME -> one(programme.name());
            case PURPOSE -> one(programme.purpose());
            case OVERVIEW -> one(programme.overview());
            case MAJOR_EXPENSE -> one(programme.majorExpense());
            case PLANS -> programme.plans();
            case LAWS -> programme.laws();
        };
    }

    private static List<String> one(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
