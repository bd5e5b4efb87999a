package org.countsas.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.source.file.Encoding;
import org.jspecify.annotations.Nullable;

/** How inputs are to be read. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ReadOptions {
    /** Everything is detected from the files; rejected rows are collected. */
    public static final ReadOptions DEFAULT = new ReadOptions(null, null, null, false, false);

    private final @Nullable String profile;
    private final @Nullable Encoding encoding;
    private final @Nullable Character separator;
    private final boolean strict;
    private final boolean sections;

    private ReadOptions(
            @Nullable String profile,
            @Nullable Encoding encoding,
            @Nullable Character separator,
            boolean strict,
            boolean sections) {
        this.profile = profile;
        this.encoding = encoding;
        this.separator = separator;
        this.strict = strict;
        this.sections = sections;
    }

    /**
     * The mapping profile for tables: the name of a shipped one or the path of a YAML file; empty to use the tables' column names. It
     * applies neither to JSON Lines nor to the RS System export.
     */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /** The encoding of text files, which overrides the profile's; empty to detect it. */
    public Optional<Encoding> encoding() {
        return Optional.ofNullable(encoding);
    }

    /** The separator of text tables, which overrides the profile's; empty to detect it. */
    public Optional<Character> separator() {
        return Optional.ofNullable(separator);
    }

    /** Whether the first rejected row ends the reading. */
    public boolean strict() {
        return strict;
    }

    /** Whether to also read the sections of the statutory budget that programmes are paid from; by default they are not read. */
    public boolean sections() {
        return sections;
    }

    /** The same, with the sections of the statutory budget that programmes are paid from. */
    public ReadOptions withSections() {
        return new ReadOptions(profile, encoding, separator, strict, true);
    }

    /** The same with this profile. */
    public ReadOptions withProfile(String nameOrPath) {
        return new ReadOptions(requireNonNull(nameOrPath, "nameOrPath"), encoding, separator, strict, sections);
    }

    /** The same with this encoding. */
    public ReadOptions withEncoding(Encoding value) {
        return new ReadOptions(profile, requireNonNull(value, "value"), separator, strict, sections);
    }

    /** The same with this separator. */
    public ReadOptions withSeparator(char value) {
        return new ReadOptions(profile, encoding, value, strict, sections);
    }

    /** The same, ending at the first rejected row. */
    public ReadOptions asStrict() {
        return new ReadOptions(profile, encoding, separator, true, sections);
    }
}
