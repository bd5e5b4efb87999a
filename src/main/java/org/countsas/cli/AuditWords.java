package org.countsas.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.countsas.report.Language;

/** What the commands of the audit trail say themselves, beside what reports say. */
final class AuditWords {
    private AuditWords() {}

    /** A sentence with its slots filled. */
    static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.cli.audit",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
