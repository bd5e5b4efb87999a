package org.countsas.source.file;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/**
 * The files in a ZIP. Nothing is ever unpacked to disk, so entry names can do no harm; every entry is read through a {@link GuardedStream},
 * so neither can its size.
 */
final class Archive {
    /** A published export has a few dozen tables. */
    static final int MOST_ENTRIES = 10_000;
    /** An archive in an archive is held in memory. */
    static final int MOST_NESTED_BYTES = 256 << 20;

    private static final int NAME_OF_FIRST_ENTRY = 30;
    private static final List<String> PARTS_OF_WORKBOOKS = List.of("[Content_Types].xml", "_rels/", "docProps/", "xl/");

    private Archive() {}

    /**
     * The files in a ZIP file, by name, including those in a ZIP within the ZIP, but no deeper.
     *
     * @throws ProblemException {@code BROKEN_ARCHIVE} or {@code TOO_LARGE}
     */
    static List<ByteSource> entries(ByteSource.OfFile file) {
        try {
            return entries(file, StandardCharsets.UTF_8);
        } catch (ZipException | IllegalArgumentException e) {
            // Archives made on Japanese Windows name their entries in its code page without saying so.
            try {
                return entries(file, Encoding.CP932.charset());
            } catch (IOException | IllegalArgumentException again) {
                throw e instanceof ZipException ? ReadFailure.of(file, e) : ReadFailure.badNames(file);
            }
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private static List<ByteSource> entries(ByteSource.OfFile file, Charset names) throws IOException {
        List<ByteSource> sources = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.path().toFile(), names)) {
            if (zip.size() > MOST_ENTRIES) {
                throw tooManyEntries(file);
            }
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isJunk(entry.getName()))
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (RecordedRuns.are(entries)) {
                throw RecordedRuns.among(file.name());
            }
            for (ZipEntry entry : entries) {
                ByteSource source =
                        new OfEntry(file.name() + "!" + entry.getName(), file.path(), entry.getName(), names);
                if (isArchive(source)) {
                    sources.addAll(nested(source));
                } else {
                    sources.add(GzipSource.unpacked(source));
                }
            }
        }
        return sources;
    }

    /**
     * Whether a ZIP is the package of a workbook: workbooks begin with one of a few parts, exports with a table.
     *
     * @param start the first bytes of the ZIP
     */
    static boolean isWorkbook(ByteSource zip, byte[] start) {
        if (zip.endsIn(Set.of("xlsx", "xlsm"))) {
            return true;
        }
        if (start.length < NAME_OF_FIRST_ENTRY) {
            return false;
        }
        int length = Math.min(start.length - NAME_OF_FIRST_ENTRY, (start[26] & 0xFF) | (start[27] & 0xFF) << 8);
        String first = new String(start, NAME_OF_FIRST_ENTRY, length, StandardCharsets.ISO_8859_1);
        return PARTS_OF_WORKBOOKS.stream().anyMatch(first::startsWith);
    }

    /** Whether bytes begin like a ZIP: with a file, the end of an empty archive, or the mark of a split one. */
    static boolean isZip(byte[] start) {
        return start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8 && start[2] == start[3] - 1;
    }

    /** Whether a file is a ZIP and not a workbook. */
    static boolean isArchive(ByteSource source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(NAME_OF_FIRST_ENTRY + 256);
            return isZip(start) && !isWorkbook(source, start);
        }
    }

    /** Files that file managers and spreadsheet programs leave beside a user's files. */
    static boolean isJunk(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || last.startsWith(".")
                || last.startsWith("~$")
                || last.equalsIgnoreCase("Thumbs.db")
                || last.equalsIgnoreCase("desktop.ini");
    }

    private static List<ByteSource> nested(ByteSource outer) throws IOException {
        byte[] bytes;
        try (InputStream in = outer.open()) {
            bytes = in.readNBytes(MOST_NESTED_BYTES + 1);
        }
        if (bytes.length > MOST_NESTED_BYTES) {
            throw new ProblemException(
                    Code.TOO_LARGE,
                    Place.file(outer.name()),
                    "The archive within the archive is larger than " + (MOST_NESTED_BYTES >> 20) + " MiB",
                    "Unpack the outer archive and name the folder");
        }
        List<ByteSource> sources = new ArrayList<>();
        List<ZipEntry> entries = new ArrayList<>();
        Charset names = StandardCharsets.UTF_8;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), names)) {
            int index = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry(), index++) {
                if (index > MOST_ENTRIES) {
                    throw tooManyEntries(outer);
                }
                entries.add(entry);
                if (!entry.isDirectory() && !isJunk(entry.getName())) {
                    sources.add(
                            GzipSource.unpacked(new OfNestedEntry(outer.name() + "!" + entry.getName(), bytes, index)));
                }
            }
        } catch (IllegalArgumentException e) {
            throw ReadFailure.badNames(outer);
        }
        if (RecordedRuns.are(entries)) {
            throw RecordedRuns.among(outer.name());
        }
        if (sources.isEmpty()) {
            throw ReadFailure.brokenArchive(Place.file(outer.name()), "it has no entries");
        }
        return sources;
    }

    private static ProblemException tooManyEntries(ByteSource source) {
        return new ProblemException(
                Code.TOO_LARGE,
                Place.file(source.name()),
                "The archive has more than " + MOST_ENTRIES + " entries",
                "Name an archive with only the tables");
    }

    private record OfEntry(String name, Path file, String entry, Charset names) implements ByteSource {
        @Override
        public InputStream open() throws IOException {
            ZipFile zip = new ZipFile(file.toFile(), names);
            try {
                ZipEntry found = zip.getEntry(entry);
                if (found == null) {
                    throw new ZipException("entry not found");
                }
                InputStream guarded =
                        new GuardedStream(name, zip.getInputStream(found), found.getCompressedSize(), found.getCrc());
                return new FilterInputStream(guarded) {
                    @Override
                    public void close() throws IOException {
                        try (zip) {
                            super.close();
                        }
                    }
                };
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // opened, and never compared
    private record OfNestedEntry(String name, byte[] archive, int index) implements ByteSource {
        @Override
        public InputStream open() throws IOException {
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8);
            for (int i = 0; i <= index; i++) {
                if (zip.getNextEntry() == null) {
                    throw new ZipException("entry not found");
                }
            }
            return new GuardedStream(name, zip, archive.length, -1);
        }
    }
}
