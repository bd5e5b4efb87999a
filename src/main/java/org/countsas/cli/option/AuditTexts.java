package org.countsas.cli.option;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.countsas.audit.ledger.LedgerEntry;
import org.countsas.output.Language;

/** What the commands of the audit trail say themselves, beside what reports say. */
public final class AuditTexts {
    private AuditTexts() {}

    /** A sentence with its slots filled. */
    public static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.cli.option.audit",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    /** Says that a run is in a ledger now. */
    public static String added(LedgerEntry entry, Path ledger, Language language) {
        return text(language, "added", ledger, String.valueOf(entry.index() + 1), entry.run());
    }
}
