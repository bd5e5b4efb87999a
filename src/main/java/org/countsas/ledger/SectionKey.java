package org.countsas.ledger;

import static org.countsas.item.StateBudgetAttributes.JURISDICTION;
import static org.countsas.item.StateBudgetAttributes.SECTION;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countsas.item.Programme;
import org.countsas.source.result.SectionFunding;

/**
 * A section (項) by the names that both sources have for it. They write the same names in full and half width, with and without spaces, and
 * special accounts with and without the word 特別会計; only one of the sources has codes.
 *
 * @param account      the account
 * @param jurisdiction 所管
 * @param organisation 組織, or the sub-account (勘定)
 * @param section      the section; empty if the source names none
 */
record SectionKey(String account, String jurisdiction, String organisation, String section) {
    private static final String SPECIAL_ACCOUNT = "特別会計";

    /** The section under which a line item of the statutory budget is. */
    static SectionKey of(Programme lineItem) {
        Map<String, String> attributes = lineItem.attributes();
        List<String> account = List.of(lineItem.account().split("/", 3));
        boolean special = account.get(0).equals(SPECIAL_ACCOUNT);
        String name = special && account.size() > 1 ? account.get(1) : account.get(0);
        return of(
                name,
                attributes.getOrDefault(JURISDICTION, lineItem.ministry()),
                special ? account.size() > 2 ? account.get(2) : "" : lineItem.bureau(),
                attributes.getOrDefault(SECTION, ""));
    }

    /** The section that a programme says it is paid from. */
    static SectionKey of(SectionFunding funding) {
        return of(funding.account(), funding.jurisdiction(), funding.organisation(), funding.section());
    }

    private static SectionKey of(String account, String jurisdiction, String organisation, String section) {
        String name = plain(account);
        return new SectionKey(
                name.length() > SPECIAL_ACCOUNT.length() && name.endsWith(SPECIAL_ACCOUNT)
                        ? name.substring(0, name.length() - SPECIAL_ACCOUNT.length())
                        : name,
                plain(jurisdiction),
                plain(organisation),
                plain(section));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /**
     * Whether this may be the section that a note refers to: notes leave out the jurisdiction, and often the organisation.
     *
     * @param noted the section as far as the note names it
     */
    boolean mayBe(SectionKey noted) {
        return section.equals(noted.section)
                && account.equals(noted.account)
                && (noted.organisation.isEmpty() || organisation.equals(noted.organisation))
                && (noted.jurisdiction.isEmpty() || jurisdiction.equals(noted.jurisdiction));
    }

    /** Whether a ministry, as review sheets write it together with its agencies, has jurisdiction. */
    boolean isOf(String ministry) {
        return !jurisdiction.isEmpty() && plain(ministry).startsWith(jurisdiction);
    }

    /** Whether the source names a section at all. */
    boolean isNamed() {
        return !section.isEmpty();
    }

    /** The names, one after another. */
    @Override
    public String toString() {
        return Stream.of(account, jurisdiction, organisation, section)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" / "));
    }
}
