package org.countsas.workbench.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, read whole. Immutable, as long as nobody writes into its body.
 *
 * @param method  in upper case
 * @param path    decoded, from the first slash
 * @param query   what stands after the question mark
 * @param headers by name in lower case
 * @param body    empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one request, which nobody compares or changes
public record Call(String method, String path, Parameters query, Map<String, String> headers, byte[] body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** The same with its body. */
    public Call with(byte[] sent) {
        return new Call(method, path, query, headers, sent);
    }

    /** A header; null if it was not sent. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Whether it only asks. */
    public boolean asks() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether it is for programs, which get problems as JSON. */
    public boolean isForPrograms() {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as the fields of a form. */
    public Parameters form() {
        return Parameters.parse(text());
    }
}
