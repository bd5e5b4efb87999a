package org.countsas.output;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apiguardian.api.API;

/**
 * What one package says, in one language. The texts are in properties files beside the classes of the package, named after the last part of
 * its name: {@code bundle.properties} and {@code bundle_ja.properties} in {@code report.bundle}. Immutable and thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The texts of a package.
     *
     * @param beside any class of the package
     */
    public static Texts of(Class<?> beside, Language language) {
        String folder = beside.getPackageName();
        return new Texts(ResourceBundle.getBundle(
                folder + folder.substring(folder.lastIndexOf('.')),
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Whether there is a text with this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /**
     * A text with its slots filled. A text with slots is a pattern of {@link MessageFormat}, in which apostrophes are doubled; a text
     * without slots is in the file as it is shown.
     *
     * @throws java.util.MissingResourceException if there is no text with this key
     */
    public String text(String key, Object... values) {
        String text = bundle.getString(key);
        return text.indexOf('{') < 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
