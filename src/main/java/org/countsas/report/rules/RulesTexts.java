package org.countsas.report.rules;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.countsas.output.Language;

/** The sentences of reports on the quality of rules. */
public final class RulesTexts {
    private RulesTexts() {}

    /** A sentence with its slots filled. */
    public static String text(Language language, String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countsas.report.rules.rules",
                language == Language.JA ? Locale.JAPANESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return values.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
