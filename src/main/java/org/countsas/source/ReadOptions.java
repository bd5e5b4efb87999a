package org.countsas.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.countsas.source.file.Encoding;

/**
 * How inputs are to be read. Immutable and thread-safe.
 *
 * @param profile   the mapping profile for tables: the name of a shipped one or the path of a YAML file; empty to go by the
 *                  tables' column names. It does not concern JSON Lines and the RS System export
 * @param encoding  the encoding of text files; empty to find it. It goes before the profile's
 * @param separator the separator of text tables; empty to find it. It goes before the profile's
 * @param strict    whether the first rejected row ends the reading
 */
public record ReadOptions(
        Optional<String> profile, Optional<Encoding> encoding, Optional<Character> separator, boolean strict) {
    /** Everything is found from the files; rejected rows are collected. */
    public static final ReadOptions DEFAULT =
            new ReadOptions(Optional.empty(), Optional.empty(), Optional.empty(), false);

    public ReadOptions {
        requireNonNull(profile, "profile");
        requireNonNull(encoding, "encoding");
        requireNonNull(separator, "separator");
    }

    /** The same with this profile. */
    public ReadOptions withProfile(String nameOrPath) {
        return new ReadOptions(Optional.of(nameOrPath), encoding, separator, strict);
    }

    /** The same with this encoding. */
    public ReadOptions withEncoding(Encoding value) {
        return new ReadOptions(profile, Optional.of(value), separator, strict);
    }

    /** The same with this separator. */
    public ReadOptions withSeparator(char value) {
        return new ReadOptions(profile, encoding, Optional.of(value), strict);
    }

    /** The same, ending at the first rejected row. */
    public ReadOptions asStrict() {
        return new ReadOptions(profile, encoding, separator, true);
    }
}
