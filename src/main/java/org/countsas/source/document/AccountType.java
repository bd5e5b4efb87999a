package org.countsas.source.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The three parts of the statutory budget. Immutable and thread-safe. */
public enum AccountType {
    /** 一般会計. */
    GENERAL("general account", "一般会計"),
    /** 特別会計, some with sub-accounts (勘定). */
    SPECIAL("special accounts", "特別会計"),
    /** 政府関係機関: corporations that the State owns and whose budgets parliament passes. */
    AGENCY("government-affiliated agencies", "政府関係機関");

    /** A jurisdiction of several ministries lists them: A、B及びC. */
    private static final Pattern JOINT = Pattern.compile("、|及び");

    private final String title;
    private final String japanese;

    AccountType(String title, String japanese) {
        this.title = title;
        this.japanese = japanese;
    }

    /** The part as budgets name it; the account of an item begins with it. */
    public String japanese() {
        return japanese;
    }

    /** The part in words. */
    public String title() {
        return title;
    }

    /**
     * An account, as items name it.
     *
     * @param special    the name of a special account; not looked at in other parts
     * @param subAccount its sub-account; empty if it has none
     */
    public String named(String special, String subAccount) {
        if (this != SPECIAL) {
            return japanese;
        }
        return subAccount.isEmpty() ? japanese + "/" + special : japanese + "/" + special + "/" + subAccount;
    }

    /**
     * Who spends: the jurisdiction (所管), or the special account itself if several ministries share jurisdiction. An account that eighteen
     * ministries share belongs to none of them.
     *
     * @param special the name of a special account; not looked at in other parts
     */
    public String spender(String jurisdiction, String special) {
        return this == SPECIAL && JOINT.matcher(jurisdiction).find() ? special : jurisdiction;
    }

    /** The part with this id in the source; empty if there is none. */
    public static Optional<AccountType> ofId(String id) {
        for (AccountType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(id)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
