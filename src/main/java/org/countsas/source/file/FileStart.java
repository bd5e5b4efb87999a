package org.countsas.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apiguardian.api.API;

/** The first bytes of a file, by which it is recognised. Immutable and thread-safe. */
@API(status = API.Status.INTERNAL)
public final class FileStart {
    private static final int LENGTH = 4096;
    private static final Set<String> PACKED = Set.of("xlsx", "xlsm", "zip");

    private final byte[] bytes;
    private final FileKind kind;

    private FileStart(ByteSource source, byte[] bytes) {
        this.bytes = bytes;
        this.kind = kind(source);
    }

    /**
     * Reads the first bytes of a file.
     *
     * @throws org.countsas.problem.ProblemException if the file cannot be read
     */
    public static FileStart of(ByteSource source) {
        try (InputStream in = source.open()) {
            return new FileStart(source, in.readNBytes(LENGTH));
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    /** What the file is, judged by these bytes and only then by its name. */
    public FileKind kind() {
        return kind;
    }

    /** The first 4096 bytes, or all if there are fewer. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether there are no bytes at all. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether the file begins with these bytes, each from 0 to 255. */
    public boolean startsWith(int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first character that is neither white space nor beyond ASCII, such as a byte-order mark; 0 if there is none. */
    public char firstCharacter() {
        for (byte b : bytes) {
            if (b > ' ') {
                return (char) b;
            }
        }
        return 0;
    }

    private FileKind kind(ByteSource source) {
        if (Archive.isZip(bytes)) {
            return Archive.isWorkbook(source, bytes) ? FileKind.WORKBOOK : FileKind.ARCHIVE;
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return FileKind.OLD_WORKBOOK;
        }
        if (source.endsIn(PACKED)) {
            return FileKind.NO_ARCHIVE;
        }
        if (startsWith('%', 'P', 'D', 'F')) {
            return FileKind.PDF;
        }
        if (!isUtf16() && hasNul()) {
            return FileKind.BINARY;
        }
        return isBlank() ? FileKind.BLANK : FileKind.TEXT;
    }

    private boolean isUtf16() {
        return startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
    }

    private boolean hasNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlank() {
        int mark = startsWith(0xEF, 0xBB, 0xBF) ? 3 : isUtf16() ? 2 : 0;
        for (int i = mark; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return bytes.length < LENGTH;
    }
}
