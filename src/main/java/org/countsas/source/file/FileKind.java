package org.countsas.source.file;

import org.apiguardian.api.API;

/** What a file is by its first bytes, and only then by its name. */
@API(status = API.Status.INTERNAL)
public enum FileKind {
    /** Text, in whatever encoding and form. */
    TEXT,
    /** A workbook in Office Open XML. */
    WORKBOOK,
    /** A ZIP nested too deep in others to be opened. */
    ARCHIVE,
    /** A workbook in the pre-2007 format, or one with a password. */
    OLD_WORKBOOK,
    /** A workbook or an archive by its name, but it does not begin like one. */
    NO_ARCHIVE,
    PDF,
    /** Only white space, or nothing at all. */
    BLANK,
    /** Anything else that is not text. */
    BINARY
}
