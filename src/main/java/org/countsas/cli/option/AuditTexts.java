package org.countsas.cli.option;

import java.nio.file.Path;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.output.Language;
import org.countsas.output.Texts;

/** What the commands of the audit trail themselves say, apart from what reports say. */
public final class AuditTexts {
    private AuditTexts() {}

    /** A sentence with its slots filled. */
    public static String text(Language language, String key, Object... values) {
        return Texts.of(AuditTexts.class, language).text(key, values);
    }

    /** Says that a run is now in a ledger. */
    public static String added(LedgerEntry entry, Path ledger, Language language) {
        return text(language, "added", ledger, String.valueOf(entry.index() + 1), entry.run());
    }
}
