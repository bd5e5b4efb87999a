package org.countsas.audit.sampling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What distinguishes the strata of a stratified sample. */
public enum StratifyBy {
    /** The decision's outcome. */
    OUTCOME,
    /** The area; items without one are a stratum of their own. */
    AREA,
    /** Classes of book values, each beginning at half of the one before. */
    AMOUNT;

    /** The word for it on the command line and in worksheets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with this id, if there is one. */
    public static Optional<StratifyBy> ofId(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
