package org.countsas.source.result;

import static java.util.Objects.requireNonNull;

import org.apiguardian.api.API;
import org.countsas.item.Stage;

/**
 * An amount that a programme says it has from a section (項) of the statutory budget. A programme may have several from one section: one for
 * each account title. Immutable and thread-safe.
 *
 * @param programme    the programme's id
 * @param fiscalYear   the fiscal year
 * @param stage        the stage
 * @param account      一般会計, or the name of a special account, as published
 * @param jurisdiction 所管, as published; may be empty
 * @param organisation 組織, or the sub-account (勘定) of a special account, as published; may be empty
 * @param section      the section's name, as published; may be empty
 * @param amount       in yen
 * @param noted        whether the section's name comes from a note and not from the columns for it, which are then empty
 */
@API(status = API.Status.EXPERIMENTAL)
public record SectionFunding(
        String programme,
        int fiscalYear,
        Stage stage,
        String account,
        String jurisdiction,
        String organisation,
        String section,
        long amount,
        boolean noted) {

    public SectionFunding {
        requireNonNull(programme, "programme");
        requireNonNull(stage, "stage");
        requireNonNull(account, "account");
        requireNonNull(jurisdiction, "jurisdiction");
        requireNonNull(organisation, "organisation");
        requireNonNull(section, "section");
    }
}
