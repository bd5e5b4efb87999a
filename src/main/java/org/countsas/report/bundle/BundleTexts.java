package org.countsas.report.bundle;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.countsas.output.Language;

/** The sentences of the audit trail. */
final class BundleTexts {
    private BundleTexts() {}

    /** A sentence with its slots filled. */
    static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.report.bundle.bundle",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
