package org.countsas.item;

import org.apiguardian.api.API;

/**
 * Keys of the {@linkplain Programme#attributes() attributes} by which an item says what it is in the statutory budget. Formats that read
 * such budgets set them; the joined ledger and the rules use them.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class StateBudgetAttributes {
    /** The jurisdiction (所管): the ministry, or the ministries of a joint one, as published. */
    public static final String JURISDICTION = "jurisdiction";
    /** The name of the section (項): what parliament appropriates money to. */
    public static final String SECTION = "section";
    /** The code of the section, which identifies it only within its fiscal year. */
    public static final String SECTION_CODE = "section-code";
    /** The sub-account (勘定) of a special account. */
    public static final String SUB_ACCOUNT = "sub-account";
    /** Whether the money goes to another account or fund (繰入れ), from which it is spent: {@link #YES}, or absent. */
    public static final String TRANSFER = "transfer";
    /** The value of what is true. */
    public static final String YES = "yes";

    private StateBudgetAttributes() {}

    /** Whether a programme moves money to another account or fund, so that spending counts it again. */
    public static boolean isTransfer(Programme programme) {
        return YES.equals(programme.attributes().get(TRANSFER));
    }
}
