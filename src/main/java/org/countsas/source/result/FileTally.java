package org.countsas.source.result;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what becomes of the rows of a file while it is read. Not thread-safe. */
public final class FileTally {
    private final String name;
    private final Format format;
    private final Optional<String> encoding;
    private final Optional<String> profile;
    private final int[] uses = new int[RowUse.values().length];

    public FileTally(String name, Format format, Optional<Charset> encoding, Optional<String> profile) {
        this.name = name;
        this.format = format;
        this.encoding = encoding.map(Charset::name);
        this.profile = profile;
    }

    String name() {
        return name;
    }

    public void count(RowUse use) {
        count(use, 1);
    }

    public void count(RowUse use, int rows) {
        uses[use.ordinal()] += rows;
    }

    /** @param rows how many rows the file was seen to have, counted apart from their uses */
    public ReadFile finish(int rows) {
        Map<RowUse, Integer> counted = new EnumMap<>(RowUse.class);
        for (RowUse use : RowUse.values()) {
            if (uses[use.ordinal()] > 0) {
                counted.put(use, uses[use.ordinal()]);
            }
        }
        return new ReadFile(name, format, encoding, profile, rows, counted);
    }
}
