package org.countsas.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;
import org.countsas.source.file.ByteSource;
import org.countsas.source.file.GuardedStream;
import org.countsas.source.file.ReadFailure;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Opens workbooks. Their library reads them only from files and trusts what they say about themselves. */
final class WorkbookAccess {
    /** The shared texts of a workbook are held in memory. */
    private static final long MOST_UNPACKED = 1L << 30;

    /** Whether a number is a day shows only in its format. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private WorkbookAccess() {}

    @FunctionalInterface
    interface Use {
        void of(ReadableWorkbook workbook) throws IOException;
    }

    /** Opens a workbook, and closes it after its use. */
    static void with(ByteSource source, Use use) {
        withFile(source, file -> {
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
                use.of(workbook);
            } catch (IOException | RuntimeException e) {
                // For damaged XML the library throws whatever exception its parser meets.
                ProblemException problem = ReadFailure.find(e, ProblemException.class);
                throw problem != null
                        ? problem
                        : ReadFailure.brokenArchive(Place.file(source.name()), "its XML is not that of a workbook");
            }
        });
    }

    @FunctionalInterface
    private interface FileUse {
        void of(Path file) throws IOException;
    }

    /** A workbook can only be read from a file, so one within an archive is copied while it is in use. */
    private static void withFile(ByteSource source, FileUse use) {
        try {
            if (source instanceof ByteSource.OfFile file) {
                use.of(file.path());
                return;
            }
            Path copy = Files.createTempFile("countsas-", ".xlsx");
            try {
                try (InputStream in = source.open()) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                use.of(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw ReadFailure.of(source, e);
        }
    }

    /** The library holds shared texts in memory and trusts every size, so the whole package is unpacked once to measure it. */
    static void measure(ByteSource source) {
        byte[] buffer = new byte[1 << 16];
        withFile(source, file -> {
            long total = 0;
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = new GuardedStream(
                            source.name(), zip.getInputStream(entry), entry.getCompressedSize(), entry.getCrc())) {
                        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                            total += count;
                            if (total > MOST_UNPACKED) {
                                throw new ProblemException(
                                        Code.TOO_LARGE,
                                        Place.file(source.name()),
                                        "The workbook unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB",
                                        "Save the sheet as CSV");
                            }
                        }
                    }
                }
            } catch (IllegalArgumentException e) { // thrown for a name that cannot be decoded
                throw ReadFailure.badNames(source);
            }
        });
    }
}
