package org.countsas.audit.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.SortedMap;
import java.util.zip.CRC32;
import org.countsas.problem.Code;
import org.countsas.problem.Place;
import org.countsas.problem.ProblemException;

/** Writes files into a ZIP file with the {@linkplain ZipLayout one layout}. */
public final class ZipFileWriter {
    private static final int BUFFER = 1 << 16;

    private ZipFileWriter() {}

    /** Opens the content of a file. */
    private interface Content {
        InputStream open(String name) throws IOException;
    }

    /**
     * Writes a new ZIP file, and returns when it is on the disk.
     *
     * @param files the content by name
     * @throws ProblemException {@code TOO_LARGE} if they do not fit such a ZIP file
     */
    public static void write(Path zip, SortedMap<String, Path> files) throws IOException {
        write(zip, files.keySet(), name -> Files.newInputStream(files.get(name)));
    }

    /** Writes the files of a container as {@link #write(Path, SortedMap)} does. */
    public static void write(Path zip, Container container) throws IOException {
        write(zip, container.sizes().keySet(), container::open);
    }

    private static void write(Path zip, Collection<String> names, Content content) throws IOException {
        try (FileChannel out = FileChannel.open(zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteArrayOutputStream directory = new ByteArrayOutputStream();
            for (String name : names) {
                directory.write(ZipLayout.centralHeader(add(out, name, content)));
            }
            long offset = out.position();
            if (offset + directory.size() > ZipLayout.LARGEST || names.size() > ZipLayout.MOST_ENTRIES) {
                throw new ProblemException(
                        Code.TOO_LARGE,
                        Place.file(zip.toString()),
                        "The bundle is too large for a ZIP file (4 GiB, 65534 files)",
                        "Write it as a folder");
            }
            write(out, directory.toByteArray());
            write(out, ZipLayout.end(names.size(), directory.size(), offset));
            out.force(true);
        }
    }

    private static ZipLayout.Entry add(FileChannel out, String name, Content content) throws IOException {
        long offset = out.position();
        // The header has the checksum of the content after it, so the content is written first, to its place.
        ZipLayout.Entry unchecked = new ZipLayout.Entry(name, 0, 0, offset);
        out.position(unchecked.contentOffset());
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open(name)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                write(out, ByteBuffer.wrap(buffer, 0, read));
            }
        }
        long end = out.position();
        ZipLayout.Entry entry =
                new ZipLayout.Entry(name, end - unchecked.contentOffset(), (int) crc.getValue(), offset);
        out.position(offset);
        write(out, ZipLayout.localHeader(entry));
        out.position(end);
        return entry;
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        write(out, ByteBuffer.wrap(bytes));
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
