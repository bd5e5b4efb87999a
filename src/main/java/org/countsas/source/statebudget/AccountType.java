package org.countsas.source.statebudget;

import java.util.Locale;
import java.util.Optional;

/** The three parts of the statutory budget. */
enum AccountType {
    /** 一般会計. */
    GENERAL("general account"),
    /** 特別会計, some with sub-accounts (勘定). */
    SPECIAL("special accounts"),
    /** 政府関係機関: corporations that the State owns and whose budgets parliament passes. */
    AGENCY("government-affiliated agencies");

    private final String title;

    AccountType(String title) {
        this.title = title;
    }

    /** The part in words. */
    String title() {
        return title;
    }

    /** The part of this id in the source; empty if there is none. */
    static Optional<AccountType> ofId(String id) {
        for (AccountType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
