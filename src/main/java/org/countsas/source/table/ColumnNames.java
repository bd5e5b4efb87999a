package org.countsas.source.table;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a table by name. Width, case, white space, hyphens and underscores of a name do not matter. Immutable and thread-safe.
 */
public final class ColumnNames {
    private final List<String> names;
    private final Map<String, Integer> byKey = new HashMap<>();

    /** @param names the names as written, in the order of the columns */
    public ColumnNames(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            byKey.putIfAbsent(key(names.get(i)), i);
        }
    }

    static String key(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && !Character.isWhitespace(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** The names as written. */
    public List<String> names() {
        return names;
    }

    /** How many columns there are. */
    public int size() {
        return names.size();
    }

    /** The column of the first of these names that exists, or -1. */
    public int find(String... candidates) {
        for (String candidate : candidates) {
            Integer column = byKey.get(key(candidate));
            if (column != null) {
                return column;
            }
        }
        return -1;
    }

    /** Whether there is a column with one of these names. */
    public boolean has(String... candidates) {
        return find(candidates) >= 0;
    }
}
