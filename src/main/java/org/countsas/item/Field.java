package org.countsas.item;

import java.util.List;

/**
 * The parts of a {@link Programme} in which terms of the vocabulary are looked for. The order is the order in which the
 * parts are shown.
 */
public enum Field {
    MINISTRY("ministry"),
    BUREAU("bureau"),
    ACCOUNT("account"),
    NAME("name"),
    PURPOSE("purpose"),
    OVERVIEW("overview"),
    MAJOR_EXPENSE("majorExpense"),
    PLANS("plans"),
    LAWS("laws");

    private final String id;

    Field(String id) {
        this.id = id;
    }

    /** The field's key in files. */
    public String id() {
        return id;
    }

    /** The texts of this field as published: none where the field is empty, several for plans and laws. */
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
