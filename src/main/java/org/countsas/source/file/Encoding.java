package org.countsas.source.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.countsas.problem.Suggestion;

/**
 * A text encoding that a user may name: any that the Java runtime knows. It is found from the bytes if nobody names one. Immutable and
 * thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Encoding {
    /** UTF-8. */
    public static final Encoding UTF_8 = new Encoding("utf-8", "UTF-8");
    /** Shift_JIS as Windows writes it (code page 932, windows-31j). */
    public static final Encoding CP932 = new Encoding("cp932", "windows-31j");
    /** The Japanese encoding of Unix. */
    public static final Encoding EUC_JP = new Encoding("euc-jp", "EUC-JP");
    /** Latin letters of western Europe as Windows writes them; all that Latin-1 has besides control characters. */
    public static final Encoding WINDOWS_1252 = new Encoding("windows-1252", "windows-1252");

    private static final List<Encoding> USUAL = List.of(UTF_8, CP932, EUC_JP, WINDOWS_1252);

    private final String id;
    private final String charset;

    private Encoding(String id, String charset) {
        this.id = id;
        this.charset = charset;
    }

    /** The encoding's name in profiles and on the command line. */
    public String id() {
        return id;
    }

    /** Looked up only when needed: loading the Japanese charsets takes longer than reading a small table. */
    Charset charset() {
        return Charset.forName(charset);
    }

    /** Whether text in this encoding has zero bytes, as UTF-16 has. */
    public boolean hasZeros() {
        return charset.startsWith("UTF-16") || charset.startsWith("UTF-32") || charset.startsWith("X-UTF");
    }

    /**
     * The encoding with this name, or empty. The names are those that the Java runtime knows; sjis and shift_jis mean {@link #CP932}, which has
     * all characters of Shift_JIS, and cp1252 and latin1 are known too.
     */
    public static Optional<Encoding> ofId(String id) {
        String name = id.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (name) {
            case "utf8" -> Optional.of(UTF_8);
            case "932", "ms932", "shift-jis", "shiftjis", "sjis", "windows-31j" -> Optional.of(CP932);
            case "eucjp", "euc" -> Optional.of(EUC_JP);
            case "latin-1" -> ofId("iso-8859-1");
            default -> {
                Optional<Encoding> usual = USUAL.stream()
                        .filter(encoding -> encoding.id.equals(name))
                        .findFirst();
                yield usual.isPresent() ? usual : ofRuntime(id.strip());
            }
        };
    }

    private static Optional<Encoding> ofRuntime(String name) {
        try {
            if (!Charset.isSupported(name)) {
                return Optional.empty();
            }
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
        String charset = Charset.forName(name).name();
        return USUAL.stream()
                .filter(encoding -> encoding.charset.equals(charset))
                .findFirst()
                .or(() -> Optional.of(new Encoding(charset.toLowerCase(Locale.ROOT), charset)));
    }

    /** What to do about a name that is none: the nearest, or the usual names. */
    public static String fix(String name) {
        List<String> known = new ArrayList<>(Charset.availableCharsets().keySet());
        USUAL.forEach(encoding -> known.add(encoding.id));
        return Suggestion.nearest(name, known)
                .map(Suggestion::question)
                .orElse(
                        "Known: utf-8, cp932, euc-jp, windows-1252, and all others that Java knows, such as iso-8859-15 or utf-16le");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Encoding encoding && charset.equals(encoding.charset);
    }

    @Override
    public int hashCode() {
        return charset.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
