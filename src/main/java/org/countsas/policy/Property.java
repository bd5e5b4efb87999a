package org.countsas.policy;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.item.Programme;

/** The properties of an item that a condition may compare with a text, as published. */
@API(status = API.Status.EXPERIMENTAL)
public enum Property {
    /** The ministry. */
    MINISTRY("ministry"),
    /** The bureau. */
    BUREAU("bureau"),
    /** The account. */
    ACCOUNT("account"),
    /** The major expense. */
    MAJOR_EXPENSE("majorExpense");

    private final String word;

    Property(String word) {
        this.word = word;
    }

    /** The word as rules write it. */
    public String word() {
        return word;
    }

    /** The programme's value. */
    public String of(Programme programme) {
        return switch (this) {
            case MINISTRY -> programme.ministry();
            case BUREAU -> programme.bureau();
            case ACCOUNT -> programme.account();
            case MAJOR_EXPENSE -> programme.majorExpense();
        };
    }

    /** The property that rules write this way, if there is one. */
    public static Optional<Property> ofWord(String word) {
        for (Property property : values()) {
            if (property.word.equals(word)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }
}
