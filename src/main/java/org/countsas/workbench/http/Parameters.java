package org.countsas.workbench.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address or of a form, in their order. Immutable and thread-safe.
 *
 * @param values each name with its values, at least one
 */
public record Parameters(Map<String, List<String>> values) {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
        values = Collections.unmodifiableMap(copy);
    }

    /** Reads what stands after the question mark of an address, or in the body of a form. A broken escape is kept as it is. */
    public static Parameters parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!name.isEmpty()) {
                values.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a person typed a percent sign
        }
    }

    /** The first value that is not blank, without the space around it; null if there is none. */
    public @Nullable String text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** All values as they were sent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * A whole number.
     *
     * @return null if there is none
     * @throws ProblemException {@code BAD_REQUEST} if it is not a whole number
     */
    public @Nullable Integer number(String name) {
        String text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Code.BAD_REQUEST,
                    Place.NONE,
                    "'" + text + "' is not a whole number",
                    "Give '" + name + "' as digits");
        }
    }

    /** These with one more; instead of any others of this name. */
    public Parameters with(String name, @Nullable String value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        if (value != null && !value.isEmpty()) {
            changed.put(name, List.of(value));
        }
        return new Parameters(changed);
    }

    /** The parameters as an address has them, with a question mark before them; empty if there are none. */
    public String query() {
        String pairs = values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
