package org.countsas.source.result;

import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of a file while it is read. Not thread-safe. */
@API(status = API.Status.INTERNAL)
public final class RowUseCounter {
    private final String name;
    private final String format;
    private final @Nullable Charset charset;
    private final @Nullable String profile;
    private final Map<RowUse, Integer> uses = new EnumMap<>(RowUse.class);

    /**
     * @param name    the file as the user named it
     * @param format  the id of its format
     * @param charset the encoding of its text; null if it is not text
     * @param profile the name of its mapping profile; null if it has none
     */
    public RowUseCounter(String name, String format, @Nullable Charset charset, @Nullable String profile) {
        this.name = name;
        this.format = format;
        this.charset = charset;
        this.profile = profile;
    }

    /** Counts a row. */
    public void count(RowUse use) {
        count(use, 1);
    }

    /** Counts several rows of one use. */
    public void count(RowUse use, int rows) {
        if (rows > 0) {
            uses.merge(use, rows, Integer::sum);
        }
    }

    /**
     * The file with its counts.
     *
     * @param rows how many rows the file has, counted independently of their uses
     * @throws IllegalStateException if a row was not counted, or was counted twice
     */
    public ReadFile finish(int rows) {
        return new ReadFile(name, format, charset == null ? null : charset.name(), profile, rows, uses);
    }
}
