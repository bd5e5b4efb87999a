package org.countsas.output;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * HTML pages. Their templates are under {@code src/main/jte}, a folder for each subject, and are compiled by the build; inserted values are
 * escaped according to their context. Thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class Pages {
    /** Where the build puts the compiled templates. */
    private static final String TEMPLATES = "org.countsas.template";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

    private Pages() {}

    /**
     * The page that a template makes.
     *
     * @param template the template's file, by its path under {@code src/main/jte}
     * @param content  the template's only parameter
     */
    public static String page(String template, Object content) {
        StringOutput page = new StringOutput();
        ENGINE.render(template, content, new EscapingOutput(page));
        return page.toString().strip() + "\n"; // templates are laid out for their readers, with blank lines around
    }

    /**
     * A style sheet or script that a page holds, with the ends of its lines as on every system.
     *
     * @param beside a class of the package in which the file lies
     */
    public static String part(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
