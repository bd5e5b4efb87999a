package org.countsas.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of explanations. */
final class ExplanationTexts {
    private ExplanationTexts() {}

    /** A sentence with its slots filled. */
    static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.report.explanation",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
