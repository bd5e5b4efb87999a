package org.countsas.ledger;

import org.apiguardian.api.API;

/** Keys and values of the attributes by which an item says what it is in a joined ledger. */
@API(status = API.Status.EXPERIMENTAL)
public final class LedgerAttributes {
    /** What the item is: {@link #PROJECT}, {@link #REMAINDER} or {@link #TRANSFER}; absent outside a joined ledger. */
    public static final String LEDGER = "ledger";
    /** A project of the review sheets, with what it has from sections that were found. */
    public static final String PROJECT = "project";
    /** The part of a section that no project claims. */
    public static final String REMAINDER = "remainder";
    /** What a section moves to other accounts and funds. */
    public static final String TRANSFER = "transfer";
    /**
     * Yen of a project that stand beside the ledger, because no section is named for them or the section is not in the statutory budget.
     */
    public static final String BESIDE = "beside-ledger";
    /** The line items that make up a remainder: id, name and yen of each, one per line. */
    public static final String LINE_ITEMS = "line-items";

    private LedgerAttributes() {}
}
