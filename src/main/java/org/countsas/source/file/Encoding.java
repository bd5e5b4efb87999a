package org.countsas.source.file;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** A text encoding that a user may name. It is found from the bytes if nobody does. */
@API(status = API.Status.EXPERIMENTAL)
public enum Encoding {
    /** UTF-8. */
    UTF_8("utf-8", "UTF-8"),
    /** Shift_JIS as Windows writes it (code page 932, windows-31j). */
    CP932("cp932", "windows-31j");

    private final String id;
    private final String charset;

    Encoding(String id, String charset) {
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

    /** The encoding with this name or one of its usual other names (utf8, shift_jis, sjis, windows-31j), or empty. */
    public static Optional<Encoding> ofId(String id) {
        return switch (id.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8" -> Optional.of(UTF_8);
            case "cp932", "932", "ms932", "shift-jis", "shiftjis", "sjis", "windows-31j" -> Optional.of(CP932);
            default -> Optional.empty();
        };
    }
}
