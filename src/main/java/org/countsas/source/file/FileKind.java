package org.countsas.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Tells by the first bytes of a file, and only then by its name, how it is to be read. */
public enum FileKind {
    WORKBOOK,
    JSON_LINES,
    TEXT_TABLE;

    private static final Set<String> JSON = Set.of("jsonl", "ndjson", "json");
    private static final Set<String> PACKED = Set.of("xlsx", "xlsm", "zip");

    /** @throws ProblemException {@code EMPTY_INPUT}, {@code BROKEN_ARCHIVE} or {@code UNKNOWN_FORMAT} */
    public static FileKind of(ByteSource blob) {
        byte[] start;
        boolean workbook;
        try (InputStream in = blob.open()) {
            start = in.readNBytes(4096);
            workbook = startsWith(start, 'P', 'K', 3, 4) && Archive.isWorkbook(blob);
        } catch (IOException e) {
            throw ReadFailure.of(blob, e);
        }
        Place place = Place.file(blob.name());
        if (startsWith(start, 'P', 'K', 3, 4)) {
            if (workbook) {
                return WORKBOOK;
            }
            throw new ProblemException(
                    Code.UNKNOWN_FORMAT,
                    place,
                    "An archive within an archive within an archive is not read",
                    "Unpack the outer ones");
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ProblemException(
                    Code.UNKNOWN_FORMAT,
                    place,
                    "This is a workbook in the format before 2007 or with a password",
                    "Save it as XLSX or CSV, without a password");
        }
        if (PACKED.contains(blob.extension())) {
            throw ReadFailure.brokenArchive(place, start.length == 0 ? "it is empty" : "it does not begin like one");
        }
        boolean utf16 = startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF);
        int first = -1;
        for (byte b : start) {
            if (b == 0 && !utf16) {
                throw new ProblemException(
                        Code.UNKNOWN_FORMAT,
                        place,
                        "This is not a text file, nor a workbook, nor an archive that can be read",
                        "Give CSV, TSV, XLSX, JSON Lines or ZIP; a text in UTF-16 needs a byte-order mark");
            }
            // Bytes beyond ASCII at the start are a byte-order mark.
            if (first < 0 && b > ' ') {
                first = b;
            }
        }
        if (startsWith(start, '%', 'P', 'D', 'F')) {
            throw new ProblemException(
                    Code.UNKNOWN_FORMAT,
                    place,
                    "This is a PDF, which holds no table that can be read exactly",
                    "Get the table as CSV or XLSX");
        }
        if (first < 0 && allBlank(start)) {
            throw new ProblemException(Code.EMPTY_INPUT, place, "The file is empty", "Check that it is the right one");
        }
        return JSON.contains(blob.extension()) || first == '{' ? JSON_LINES : TEXT_TABLE;
    }

    private static boolean allBlank(byte[] start) {
        int from = startsWith(start, 0xEF, 0xBB, 0xBF)
                ? 3
                : startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
        for (int i = from; i < start.length; i++) {
            if (start[i] > ' ' || start[i] < 0) {
                return false;
            }
        }
        return start.length < 4096;
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
