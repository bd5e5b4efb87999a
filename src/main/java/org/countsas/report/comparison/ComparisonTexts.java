package org.countsas.report.comparison;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.countsas.output.Language;

/** The sentences of the laboratory. */
final class ComparisonTexts {
    private ComparisonTexts() {}

    /** A sentence with its slots filled. */
    static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.report.comparison.comparison",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
