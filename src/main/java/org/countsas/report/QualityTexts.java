package org.countsas.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of reports on the quality of rules. */
final class QualityTexts {
    private QualityTexts() {}

    /** A sentence with its slots filled. */
    static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.report.quality",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
