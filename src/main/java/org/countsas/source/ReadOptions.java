package org.countsas.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.source.file.Encoding;
import org.jspecify.annotations.Nullable;

/** How inputs are to be read. Immutable and thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class ReadOptions {
    /** A hundred thousand items with half a page of text each, in some hundred megabytes. */
    private static final long CHARACTERS_IN_MEMORY = 40_000_000;

    /** Everything is detected from the files; rejected rows are collected. */
    public static final ReadOptions DEFAULT = new ReadOptions(null, null, null, false, false, CHARACTERS_IN_MEMORY);

    private final @Nullable String profile;
    private final @Nullable Encoding encoding;
    private final @Nullable Character separator;
    private final boolean strict;
    private final boolean sections;
    private final long charactersInMemory;

    private ReadOptions(
            @Nullable String profile,
            @Nullable Encoding encoding,
            @Nullable Character separator,
            boolean strict,
            boolean sections,
            long charactersInMemory) {
        this.profile = profile;
        this.encoding = encoding;
        this.separator = separator;
        this.strict = strict;
        this.sections = sections;
        this.charactersInMemory = charactersInMemory;
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
        return new ReadOptions(profile, encoding, separator, strict, true, charactersInMemory);
    }

    /** The same with this profile. */
    public ReadOptions withProfile(String nameOrPath) {
        return new ReadOptions(
                requireNonNull(nameOrPath, "nameOrPath"), encoding, separator, strict, sections, charactersInMemory);
    }

    /** The same with this encoding. */
    public ReadOptions withEncoding(Encoding value) {
        return new ReadOptions(
                profile, requireNonNull(value, "value"), separator, strict, sections, charactersInMemory);
    }

    /** The same with this separator. */
    public ReadOptions withSeparator(char value) {
        return new ReadOptions(profile, encoding, value, strict, sections, charactersInMemory);
    }

    /** The same, ending at the first rejected row. */
    public ReadOptions asStrict() {
        return new ReadOptions(profile, encoding, separator, true, sections, charactersInMemory);
    }

    /** How many characters of the items' texts are kept in memory, at least 0. */
    public long charactersInMemory() {
        return charactersInMemory;
    }

    /**
     * The same with another limit to what is kept in memory. If the texts have more characters, the items are written to a temporary file,
     * from which they are read again whenever they are asked for. The result is the same, except that the items of the whole reading are
     * then in the order of fiscal years, stages and ids.
     *
     * @param value at least 0
     * @throws IllegalArgumentException if it is negative
     */
    public ReadOptions withCharactersInMemory(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("value is negative: " + value);
        }
        return new ReadOptions(profile, encoding, separator, strict, sections, value);
    }
}
